import { hashWord } from './hash-text.ts';
import type { Span } from './text-directive.ts';

/**
 * Our own name for a passage, for browsers that know no text fragments: `p-k3v9q0.12-34` is the 34 characters from the 12th of
 * the paragraph whose text has this hash. It comes from the text alone, so nothing has to stand in the page for it, and it
 * holds as long as the paragraph is the same, whatever the build or the place of the paragraph.
 * Blanks don't count. `p-k3v9q0-2` is the second paragraph with the same words; without numbers it is all of it.
 */

const HASH_LENGTH = 6;

const squeeze = (text: string): string => text.replace(/\s+/g, '');

interface Paragraph extends Span {
  readonly name: string;
}

/** The paragraphs of a text, which are its lines, by what they are called. */
function* paragraphs(text: string): Generator<Paragraph> {
  const counts = new Map<string, number>();
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const squeezed = squeeze(text.slice(start, end));
    if (squeezed !== '') {
      const hash = hashWord(squeezed, HASH_LENGTH);
      const count = (counts.get(hash) ?? 0) + 1;
      counts.set(hash, count);
      yield { start, end, name: count === 1 ? `p-${hash}` : `p-${hash}-${count}` };
    }
    start = end + 1;
  }
}

/** What a passage of a text is called; null where it begins in no paragraph. */
export function quoteAnchor(text: string, { start, end }: Span): string | null {
  for (const paragraph of paragraphs(text)) {
    if (start < paragraph.start || start >= paragraph.end) continue;
    const skipped = squeeze(text.slice(paragraph.start, start)).length;
    const length = squeeze(text.slice(start, end)).length;
    const isWhole = skipped === 0 && length === squeeze(text.slice(paragraph.start, paragraph.end)).length;
    return isWhole ? paragraph.name : `${paragraph.name}.${skipped}-${length}`;
  }
  return null;
}

/** Goes on from `place` past so many characters; blanks don't count. */
function pass(text: string, place: number, count: number): number {
  let at = place;
  for (let left = count; left > 0 && at < text.length; at++) if (!/\s/.test(text.charAt(at))) left--;
  return at;
}

const ANCHOR = /^#?(p-[0-9a-z]{6}(?:-\d{1,6})?)(?:\.(\d{1,9})-(\d{1,9}))?(?=:~:|$)/;

/** The passage that a fragment (`#p-…`) names; null where the text has no such paragraph any more. */
export function findQuoteAnchor(text: string, fragment: string): Span | null {
  const [, name, skipped = '', length = ''] = ANCHOR.exec(fragment) ?? [];
  if (name === undefined) return null;
  for (const paragraph of paragraphs(text)) {
    if (paragraph.name !== name) continue;
    if (length === '') return { start: paragraph.start, end: paragraph.end };
    const start = pass(text, pass(text, paragraph.start, Number(skipped)), 1) - 1;
    return { start, end: Math.max(pass(text, start, Number(length)), start + 1) };
  }
  return null;
}
