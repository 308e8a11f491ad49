/**
 * Tutorials arrive with their sample code unescaped: `<pre><code><div id="app">…<script>…</code></pre>`. To an HTML parser
 * that is markup, and a `<style>` or `<template>` in it swallows the rest of the article. Inside code only a highlighter's
 * own markup is markup; everything else is text and is escaped here, before anything is parsed.
 */

interface Tag {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly closing: boolean;
  readonly source: string;
}

/** Elements that editors and highlighters put into code. */
const inlineMarkup = new Set([
  'span',
  'b',
  'strong',
  'i',
  'em',
  'font',
  'a',
  'u',
  's',
  'mark',
  'sub',
  'sup',
  'var',
  'kbd',
  'samp',
  'code',
]);
/** Elements that stand for a line or hold the lines together; in a `<pre>` without foreign tags they are layout. */
const lineMarkup = new Set(['br', 'div', 'p', 'ol', 'ul', 'li', 'table', 'tbody', 'tr', 'td', 'button', 'figure']);
const highlighterClass =
  /\b(?:hljs|token|tok-|copy|line|linenum|pl-|shiki|prism|enlighter|crayon|cm-|kwd|str|com|pun|typ|lit|pln|highlight|keyword|comment|string|number|operator|function|built_in)/;

const tagPattern = /<(\/?)([a-zA-Z][^\s/>]*)(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/y;

function tagAt(text: string, at: number): Tag | null {
  tagPattern.lastIndex = at;
  const match = tagPattern.exec(text);
  if (!match) return null;
  const [source, slash = '', name = ''] = match;
  return { start: at, end: at + source.length, name: name.toLowerCase(), closing: slash === '/', source };
}

function* tagsOf(text: string): Generator<Tag> {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const tag = tagAt(text, at);
    if (tag) yield tag;
    at = tag ? tag.end : at + 1;
  }
}

/** True where the code holds tags that no editor puts there: the writer's own sample. */
function holdsRawTags(tags: readonly Tag[], isBlock: boolean): boolean {
  return tags.some(
    (tag) => !inlineMarkup.has(tag.name) && !(lineMarkup.has(tag.name) && (isBlock || tag.name === 'br')),
  );
}

const looksLikeHighlighter = (tag: Tag): boolean =>
  inlineMarkup.has(tag.name) &&
  (highlighterClass.test(tag.source) || /^<(?:span|font)\s[^>]*(?:style|color)=/i.test(tag.source));

/** A real `<div>`/`<li>` per line carries no more than a class, an id or a style; sample code carries anything. */
const looksLikeLayout = (tag: Tag): boolean =>
  lineMarkup.has(tag.name) &&
  (tag.name === 'br' ||
    /^<[a-z]+(?:\s+(?:class|style|id|data-[\w-]+|rowspan|start)=(?:"[^"]*"|'[^']*'))*\s*>$/i.test(tag.source));

/**
 * Which tags of a piece of code are markup: openers that may be, with their closers. Whatever is opened and never
 * closed (`use the <b> tag`) is text.
 */
function markupTags(tags: readonly Tag[], isBlock: boolean): Set<Tag> {
  const raw = holdsRawTags(tags, isBlock);
  const isOpener = (tag: Tag): boolean => {
    if (raw) return looksLikeHighlighter(tag);
    return inlineMarkup.has(tag.name) || (isBlock && looksLikeLayout(tag));
  };
  const kept = new Set<Tag>();
  const open: { tag: Tag; isMarkup: boolean }[] = [];
  for (const tag of tags) {
    if (tag.name === 'br') {
      if (!raw) kept.add(tag);
    } else if (!tag.closing) {
      open.push({ tag, isMarkup: isOpener(tag) });
    } else {
      const at = open.findLastIndex((opened) => opened.tag.name === tag.name);
      const opener = open[at];
      if (!opener) continue;
      open.length = at;
      if (opener.isMarkup) kept.add(opener.tag).add(tag);
    }
  }
  return kept;
}

const escapeText = (text: string): string => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * The inside of a `<code>` or `<pre>`: tags that are not a highlighter's escaped, all else as it was.
 * @param isBlock whether it is (in) a `<pre>`, where a line may be an element
 */
export function repairCode(inside: string, isBlock: boolean): string {
  if (!inside.includes('<')) return inside;
  const kept = markupTags([...tagsOf(inside)], isBlock);
  let result = '';
  let at = 0;
  for (const tag of kept.size === 0 ? [] : [...kept].sort((one, other) => one.start - other.start)) {
    result += escapeText(inside.slice(at, tag.start)) + tag.source;
    at = tag.end;
  }
  return result + escapeText(inside.slice(at));
}
