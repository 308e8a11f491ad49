import { foldForSearch } from './search-fold.ts';

/** Part of a text that was searched for: from, up to. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

function occurrences(folded: string, word: string): Mark[] {
  const found: Mark[] = [];
  if (word === '') return found;
  for (let start = folded.indexOf(word); start !== -1; start = folded.indexOf(word, start + word.length)) {
    found.push({ start, end: start + word.length });
  }
  return found;
}

/** Where a text holds any of the words, front to back; what touches is one. @param words folded by `foldForSearch` */
export function findMarks(text: string, words: readonly string[]): readonly Mark[] {
  const folded = foldForSearch(text);
  const all = words.flatMap((word) => occurrences(folded, word)).toSorted((one, other) => one.start - other.start);
  const marks: Mark[] = [];
  for (const mark of all) {
    const last = marks.at(-1);
    if (last && mark.start <= last.end)
      marks[marks.length - 1] = { start: last.start, end: Math.max(last.end, mark.end) };
    else marks.push(mark);
  }
  return marks;
}

/** Whether a text holds every word. */
export function holdsAll(text: string, words: readonly string[]): boolean {
  const folded = foldForSearch(text);
  return words.every((word) => folded.includes(word));
}

/** How much of a line is shown before what was searched for. */
const BEFORE = 16;
const SNIPPET = 110;

function isHalf(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text.charAt(at));
}

/**
 * The piece of a text that shows best what was searched for: the line with most of the words, from shortly before the first of
 * them on. Null where it holds none of them.
 */
export function snippetOf(text: string, words: readonly string[]): string | null {
  let best: { readonly line: string; readonly at: number; readonly worth: number } | null = null;
  for (const line of text.split('\n')) {
    const folded = foldForSearch(line);
    const places = words.map((word) => folded.indexOf(word)).filter((place) => place !== -1);
    if (places.length > (best?.worth ?? 0)) best = { line, at: Math.min(...places), worth: places.length };
  }
  if (best === null) return null;
  const { line, at } = best;
  let start = line.length <= SNIPPET || at <= BEFORE ? 0 : at - BEFORE;
  let end = Math.min(line.length, start + SNIPPET);
  if (isHalf(line, start)) start += 1;
  if (isHalf(line, end)) end += 1;
  return `${start > 0 ? '…' : ''}${line.slice(start, end)}${end < line.length ? '…' : ''}`;
}
