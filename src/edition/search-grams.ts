/**
 * What the search index knows a text by: its characters, its pairs of characters, and threes of Latin letters and digits, of
 * which there are so few that pairs of them tell nothing apart. Any substring is made of them, so that nothing depends on where
 * a language's words begin.
 */

/** 0: a mark or a blank, which no gram holds. 1: a Latin letter or a digit. 2: any other letter, sign or half of one. */
type UnitClass = 0 | 1 | 2;

/** Marks that are parts of names and numbers: C++, C#, AT&T, @here, snake_case, 3.5%, KX-7. */
const WORD_MARKS = /[+#&@_.%-]/;
const LETTER = /[\p{L}\p{N}\p{M}\p{Cs}]/u;

let classes: Uint8Array | null = null;

function classOf(unit: number): UnitClass {
  const character = String.fromCharCode(unit);
  if (/[a-z0-9]/.test(character)) return 1;
  return LETTER.test(character) || WORD_MARKS.test(character) ? 2 : 0;
}

function classTable(): Uint8Array {
  classes ??= Uint8Array.from({ length: 0x10000 }, (_, unit) => classOf(unit));
  return classes;
}

/** A Latin letter or digit as one of 36. */
function digitOf(unit: number): number {
  return unit < 0x60 ? unit - 0x30 : unit - 0x57;
}

/** One to one over all 32-bit numbers, and evenly spread: ranges of what comes out hold equally many grams. */
export function spread(gram: number): number {
  let mixed = gram ^ (gram >>> 16);
  mixed = Math.imul(mixed, 0x7feb352d);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The gram that `spread` made a key of. */
function gather(key: number): number {
  let gram = key ^ (key >>> 16);
  gram = Math.imul(gram, 0x43021123);
  gram ^= (gram >>> 15) ^ (gram >>> 30);
  gram = Math.imul(gram, 0x1d69e2a5);
  return (gram ^ (gram >>> 16)) >>> 0;
}

/** The character whose key this is; null where it is the key of a longer gram. */
export function characterOf(key: number): string | null {
  const gram = gather(key);
  return gram < 0x10000 ? String.fromCharCode(gram) : null;
}

/**
 * Where a gram stands, as one of 32: its place modulo 8, and two bits of the character behind it. Grams of a phrase stand at
 * places that follow from each other; this tells most texts that hold the phrase from those that merely hold its parts.
 */
export const PLACES = 8;
export const FOLLOWERS = 4;
export const SPOTS = PLACES * FOLLOWERS;

export function followerOf(unit: number): number {
  return (Math.imul(unit, 0x9e3779b1) >>> 16) % FOLLOWERS;
}

export interface Gram {
  /** Tells it from all others, evenly spread. */
  readonly key: number;
  /** Index of its first unit. */
  readonly start: number;
  readonly length: 1 | 2 | 3;
}

/** Called for each gram of a text, front to back. */
export type GramVisitor = (key: number, start: number, length: 1 | 2 | 3) => void;

/** @param folded by `foldForSearch` */
export function visitGrams(folded: string, visit: GramVisitor): void {
  const table = classTable();
  for (let start = 0; start < folded.length; start++) {
    const first = folded.charCodeAt(start);
    if (table[first] === 0) continue;
    visit(spread(first), start, 1);
    const second = folded.charCodeAt(start + 1);
    if (start + 1 >= folded.length || table[second] === 0) continue;
    visit(spread(first * 0x10000 + second), start, 2);
    const third = folded.charCodeAt(start + 2);
    if (start + 2 >= folded.length || table[first] !== 1 || table[second] !== 1 || table[third] !== 1) continue;
    // No gram begins with a control character, so the numbers above 0x10000 are free.
    visit(spread(0x10000 + (digitOf(first) * 36 + digitOf(second)) * 36 + digitOf(third)), start, 3);
  }
}

/** The grams a text is looked for by: of those that overlap the longest, and no character that stands in a longer one. */
export function gramsOf(folded: string): readonly Gram[] {
  const grams: Gram[] = [];
  visitGrams(folded, (key, start, length) => grams.push({ key, start, length }));
  return grams.filter(({ start, length }) => {
    return !grams.some((other) => {
      return other.length > length && other.start <= start && other.start + other.length >= start + length;
    });
  });
}
