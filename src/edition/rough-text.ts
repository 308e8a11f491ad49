import { fold } from './fold.ts';

/** What is inside is code or never shown. */
const HIDDEN = new Set(['style', 'script', 'noscript', 'template', 'iframe', 'svg', 'textarea', 'select']);
const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em font i img ins kbd mark q rp rt ruby s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const ADDRESS = /\bhttps?:\/\/[\x21-\x7e]+/gi;
/** Where a link or a picture of Markdown leads. */
const MARKED_ADDRESS = /\]\([^()\s]*/g;
const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|[a-z]{2,8}\d{0,2});/gi;

interface Skipped {
  readonly at: number;
  readonly stand: string;
}

/** Looks for marks from a place on, and remembers the last of each: what is not there is searched for once. */
function finder(source: string): (mark: string, from: number) => number {
  const last = new Map<string, number>();
  return (mark, from) => {
    const end = last.get(mark) ?? source.lastIndexOf(mark);
    last.set(mark, end);
    return end < from ? -1 : source.indexOf(mark, from);
  };
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const isLetter = (unit: number): boolean => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;

/** The name of the tag that begins at `open`, in lower case; empty where it is none. */
function nameAt(source: string, start: number): string {
  let end = start;
  while (end - start < 12 && (isLetter(source.charCodeAt(end)) || (end > start && isDigit(source.charCodeAt(end)))))
    end++;
  return source.slice(start, end).toLowerCase();
}

/** Where the text goes on after what begins with `<` at `open`, and what stands for it. */
function skipMarkup(source: string, open: number, find: ReturnType<typeof finder>): Skipped {
  const mark = source[open + 1];
  if (mark === '!' && source.startsWith('--', open + 2)) {
    const end = find('-->', open);
    return { at: end < 0 ? open + 4 : end + 3, stand: '' };
  }
  const name = nameAt(source, mark === '/' ? open + 2 : open + 1);
  if (name === '' && mark !== '!' && mark !== '?') return { at: open + 1, stand: '<' };
  const close = mark !== '/' && HIDDEN.has(name) ? find(`</${name}`, open) : -1;
  const end = find('>', Math.max(open, close));
  if (end < 0) return { at: open + 1, stand: ' ' };
  return { at: end + 1, stand: INLINE.has(name) ? '' : '\n' };
}

function decode(whole: string, hexadecimal: string | undefined, decimal: string | undefined): string {
  const digits = hexadecimal ?? decimal;
  if (digits === undefined) return whole.toLowerCase() === '&amp;' ? '&' : ' ';
  const point = Number.parseInt(digits, hexadecimal === undefined ? 10 : 16);
  return point > 0 && point <= 0xffff ? String.fromCharCode(point) : ' ';
}

/**
 * About the words of a body, folded, without reading it as HTML: tags, hidden code, addresses are left out. Clutter is not: a
 * twentieth of what cleaning costs, and good enough to tell what a long text is about. At most `most` units, a line a block.
 */
export function roughText(source: string, most: number): string {
  const find = finder(source);
  let text = '';
  for (let at = 0; at < source.length && text.length < most; ) {
    const open = source.indexOf('<', at);
    if (open < 0) {
      text += source.slice(at, at + most);
      break;
    }
    const skipped = skipMarkup(source, open, find);
    text += source.slice(at, open) + skipped.stand;
    at = skipped.at;
  }
  const words = text.slice(0, most).replace(ADDRESS, ' ').replace(MARKED_ADDRESS, ' ').replace(REFERENCE, decode);
  return fold(words);
}
