import { decodeEntities } from '../article/clean-text.ts';
import { scanTag } from '../article/scan-tag.ts';

export interface TagAttribute {
  /** Lower case. */
  readonly name: string;
  /** As it is meant: entities decoded. */
  readonly value: string;
}

export interface OpeningTag {
  /** Lower case. */
  readonly name: string;
  readonly attributes: readonly TagAttribute[];
  /** Between `<pre>` or `<code>` and its end, where a tag may be a sample. */
  readonly isInCode: boolean;
}

/** New values by attribute; one that isn't there yet is added. */
export type NewValues = ReadonlyMap<string, string>;

interface Place {
  readonly name: string;
  start: number;
  end: number;
}

const RAW_TEXT = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'noframes']);
const NAME = /[a-z][\w-]{0,30}/iy;

/**
 * Changes attributes of HTML's opening tags and leaves every other character as it was written: what HTML means by broken
 * markup is for the reader to find out. Linear in the text's length.
 * @param visit the new values for a tag's attributes; null where there are none
 */
export function rewriteTags(html: string, visit: (tag: OpeningTag) => NewValues | null): string {
  const find = memorySearch(html);
  const lastEnd = html.lastIndexOf('>');
  const out: string[] = [];
  let copied = 0;
  let codeDepth = 0;
  for (let at = html.indexOf('<'); at !== -1 && at < lastEnd; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      at = find('-->', at + 4) ?? at + 4;
      continue;
    }
    const isEnd = html[at + 1] === '/';
    const name = nameAt(html, at + (isEnd ? 2 : 1));
    at += 1;
    if (name === null) continue;
    const isCode = name === 'pre' || name === 'code';
    if (isEnd) {
      if (isCode) codeDepth = Math.max(0, codeDepth - 1);
      continue;
    }
    const { end, places } = attributesOf(html, at, find);
    const attributes = places.map((place) => ({ name: place.name, value: decodeEntities(textAt(html, place)) }));
    const values = places.length === 0 ? null : visit({ name, attributes, isInCode: codeDepth > 0 });
    if (values !== null) {
      const edits = editsOf(html, values, places, at + name.length);
      for (const edit of edits) {
        out.push(html.slice(copied, edit.start), edit.text);
        copied = edit.end;
      }
    }
    at = Math.max(at, end);
    if (isCode) codeDepth += 1;
    else if (RAW_TEXT.has(name)) at = find(`</${name}`, at) ?? at;
  }
  out.push(html.slice(copied));
  return out.join('');
}

/** Where a text stands next, in whatever case; null, from then on without looking, where it stands nowhere. */
function memorySearch(html: string): (text: string, from: number) => number | null {
  const patterns = new Map<string, RegExp | null>();
  return (text, from) => {
    const pattern = patterns.get(text) ?? (patterns.has(text) ? null : new RegExp(text, 'gi'));
    if (pattern === null) return null;
    pattern.lastIndex = from;
    const found = pattern.exec(html);
    patterns.set(text, found === null ? null : pattern);
    return found?.index ?? null;
  };
}

function nameAt(html: string, at: number): string | null {
  NAME.lastIndex = at;
  return NAME.exec(html)?.[0].toLowerCase() ?? null;
}

/** The attributes of the tag whose name begins at `nameAt`, the first of each name; none of one with a broken quote. */
function attributesOf(html: string, nameAt: number, find: ReturnType<typeof memorySearch>) {
  const places = new Map<string, Place>();
  let last: Place | null = null;
  const scanned = scanTag(html, nameAt, {
    closeOf: (quote, open) => find(quote, open + 1) ?? -1,
    name(start, end) {
      const name = html.slice(start, end).toLowerCase();
      last = { name, start: end, end };
      if (!places.has(name)) places.set(name, last);
    },
    value(start, end) {
      if (last !== null) Object.assign(last, { start, end });
    },
  });
  const isSound = scanned.end !== -1 && scanned.brokenQuote === -1;
  return { end: scanned.end, places: isSound ? [...places.values()] : [] };
}

const textAt = (html: string, { start, end }: Place): string => html.slice(start, end);

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function editsOf(html: string, values: NewValues, places: readonly Place[], nameEnd: number): readonly Edit[] {
  const edits: Edit[] = [];
  for (const [name, value] of values) {
    const place = places.find((found) => found.name === name);
    const text = value.replaceAll('&', '&amp;').replace(/["'<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);
    if (place === undefined) edits.push({ start: nameEnd, end: nameEnd, text: ` ${name}="${text}"` });
    else edits.push({ ...place, text: written(html, place, text) });
  }
  return edits.toSorted((one, other) => one.start - other.start);
}

/** The quotes that stand there stay; where there are none, they come with the value. */
function written(html: string, { start, end }: Place, text: string): string {
  const before = html[start - 1];
  if ((before === '"' || before === "'") && html[end] === before) return text;
  return start === end && before !== '=' ? `="${text}"` : `"${text}"`;
}
