import { type KeyKind, keyKind, readKeyLine } from './front-matter-keys.ts';

/** One top-level key of a YAML block with the lines that belong to it, before anything is understood of its value. */
export interface RawEntry {
  /** Lower case. */
  readonly key: string;
  /** Null for keys without a use here. */
  readonly kind: KeyKind | null;
  /** What follows the colon on the key's own line. */
  readonly rest: string;
  /** The lines after it, up to the next key. */
  readonly lines: readonly string[];
  /** Zero-based line in the block. */
  readonly line: number;
}

export interface RawEntries {
  readonly entries: readonly RawEntry[];
  /** Zero-based lines that belong to no key. */
  readonly strays: readonly number[];
}

/** Keys the family's files always have: after a title that never closes its quote, the first of them ends it. */
const ANCHOR_KEYS: ReadonlySet<string> = new Set([
  'categories',
  'category',
  'headimg',
  'author',
  'comments',
  'date',
  'thumbnail',
  'tags',
  'layout',
]);

/** The quote a value opens and does not close on its line. */
function openQuote(rest: string): string | null {
  const value = rest.trim();
  const first = value[0];
  if (first !== '"' && first !== "'") return null;
  return value.length > 1 && value.endsWith(first) ? null : first;
}

/**
 * Index after the last line of a title whose quote is not closed on its first line; -1 where it is never closed. The
 * text of a short message may hold `link:` at a line's start, so the end is a known key after a line that closes.
 */
function endOfQuotedTitle(lines: readonly string[], from: number, quote: string): number {
  let last = '';
  for (let at = from; at < lines.length; at++) {
    const line = (lines[at] ?? '').trim();
    const found = readKeyLine(lines[at] ?? '');
    if (found?.isKnown && last.endsWith(quote)) return at;
    if (found !== null && ANCHOR_KEYS.has(found.key)) return -1;
    if (line !== '') last = line;
  }
  return last.endsWith(quote) ? lines.length : -1;
}

function endOfEntry(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && readKeyLine(lines[at] ?? '') === null) at++;
  return at;
}

/** Lines at the margin continue a title (its text was pasted), a list item, a closing bracket; nothing else. */
function isStray(line: string, key: string, kind: KeyKind | null): boolean {
  if (line.trim() === '' || /^(?:\s|#|-(?:\s|$)|[\]}])/.test(line)) return false;
  return key !== 'title' && kind === 'scalar';
}

/** Cuts a YAML block at its top-level keys, in linear time. */
export function readRawEntries(block: string): RawEntries {
  const lines = block.split('\n');
  const entries: RawEntry[] = [];
  const strays: number[] = [];
  let hasTitle = false;
  for (let at = 0; at < lines.length; ) {
    const found = readKeyLine(lines[at] ?? '');
    if (found === null) {
      if (!/^\s*(?:#|$)/.test(lines[at] ?? '')) strays.push(at);
      at++;
      continue;
    }
    const quote = found.key === 'title' && !hasTitle ? openQuote(found.rest) : null;
    const closed = quote === null ? -1 : endOfQuotedTitle(lines, at + 1, quote);
    const end = closed < 0 ? endOfEntry(lines, at + 1) : closed;
    const kind = keyKind(found.key);
    hasTitle ||= found.key === 'title';
    for (let line = at + 1; line < end; line++) if (isStray(lines[line] ?? '', found.key, kind)) strays.push(line);
    entries.push({ key: found.key, kind, rest: found.rest, lines: lines.slice(at + 1, end), line: at });
    at = end;
  }
  return { entries, strays };
}
