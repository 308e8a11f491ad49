import { inertTag } from './inert-tag.ts';

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

/** Highlighters nest a few elements; parsers and readers break on some thousands. */
const DEEPEST = 50;

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

/** A button that the site's own script put into the code, whatever its attributes hold. */
const looksLikeButton = (tag: Tag): boolean =>
  /\sclass=["'][^"'>]{0,200}\b(?:hljs-button|copy-?(?:code|btn|button)|(?:btn|button|code)-?copy)/i.test(tag.source);

/** A real `<div>`/`<li>` per line carries no more than a class, an id or a style; sample code carries anything. */
const looksLikeLayout = (tag: Tag): boolean =>
  lineMarkup.has(tag.name) &&
  (tag.name === 'br' ||
    /^<[a-z]+(?:\s+(?:class|style|id|data-[\w-]+|rowspan|start)=(?:"[^"]*"|'[^']*'))*\s*>$/i.test(tag.source));

/** A tag alone on its line or behind an indent: someone typed it. Line markup stands in one row. */
const typedTag =
  /(?:^|\n)[ \t]*<\/?(?:div|p|ul|ol|li|table|tbody|tr|td|button|figure)\b[^<>\n]{0,200}>[ \t]*(?:\n|$)|\n[ \t]{1,40}<(?:div|p|ul|ol|li|table|tbody|tr|td|button|figure)\b/i;

export interface CodeOptions {
  /** It is (in) a `<pre>`, where a line may be an element. */
  readonly isBlock: boolean;
  /** Its language is one of tags. */
  readonly isMarkup: boolean;
}

/** True where tags such as `<div>` are the writer's own sample: nothing says that an editor or highlighter put them there. */
function isSample(inside: string, tags: readonly Tag[], { isMarkup }: CodeOptions): boolean {
  // Whoever escapes `<` has escaped the sample; what is left is markup.
  if (inside.includes('&lt;') || tags.some((tag) => highlighterClass.test(tag.source))) return false;
  if (tags.some((tag) => lineMarkup.has(tag.name) && tag.name !== 'br')) return isMarkup || typedTag.test(inside);
  return isMarkup && !tags.some((tag) => tag.name === 'span' || tag.name === 'font');
}

/**
 * Which tags of a piece of code are markup: openers that may be, with their closers. Whatever is opened and never
 * closed (`use the <b> tag`) is text.
 */
function markupTags(inside: string, options: CodeOptions): readonly Tag[] {
  const tags = [...tagsOf(inside)];
  const { isBlock } = options;
  const raw = holdsRawTags(tags, isBlock) || isSample(inside, tags, options);
  const isMarkup = (tag: Tag): boolean =>
    looksLikeButton(tag) ||
    (raw ? looksLikeHighlighter(tag) : inlineMarkup.has(tag.name) || (isBlock && looksLikeLayout(tag)));
  const kept: Tag[] = [];
  const open = new OpenTags();
  for (const tag of tags) {
    if (tag.name === 'br') {
      if (!raw) kept.push(tag);
    } else if (!tag.closing) {
      open.push(tag);
    } else {
      const opener = open.close(tag.name);
      if (opener && open.depth < DEEPEST && isMarkup(opener)) kept.push(opener, tag);
    }
  }
  return kept.sort((one, other) => one.start - other.start);
}

/** Openers not closed yet; how many there are of a name is known, so that a stray closer costs no search. */
class OpenTags {
  private readonly tags: Tag[] = [];
  private readonly counts = new Map<string, number>();

  get depth(): number {
    return this.tags.length;
  }

  push(tag: Tag): void {
    this.tags.push(tag);
    this.counts.set(tag.name, (this.counts.get(tag.name) ?? 0) + 1);
  }

  /** The innermost opener of that name; openers inside it are given up. */
  close(name: string): Tag | null {
    if (!this.counts.get(name)) return null;
    for (;;) {
      const tag = this.tags.pop();
      if (!tag) return null;
      this.counts.set(tag.name, (this.counts.get(tag.name) ?? 0) - 1);
      if (tag.name === name) return tag;
    }
  }
}

const escapeText = (text: string): string => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The inside of a `<code>` or `<pre>`: tags that are not a highlighter's escaped, all else as it was. */
export function repairCode(inside: string, options: CodeOptions): string {
  if (!inside.includes('<')) return inside;
  let result = '';
  let at = 0;
  for (const tag of markupTags(inside, options)) {
    result += escapeText(inside.slice(at, tag.start)) + inertTag(tag.source);
    at = tag.end;
  }
  return result + escapeText(inside.slice(at));
}
