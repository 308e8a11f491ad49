/**
 * What the search index knows a text by: its characters, its pairs of characters, and threes of Latin letters and digits, of
 * which there are so few that pairs of them tell nothing apart. Any substring is made of them, so that nothing depends on where
 * a language's words begin.
 */

/** Latin letters, digits and the marks that are parts of names and numbers: C++, C#, AT&T, @here, snake_case, 3.5%, KX-7. */
const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz.%-+#&@_';
const LETTER = /[\p{L}\p{N}\p{M}\p{Cs}]/u;

/** What no gram holds: a mark or a blank. */
const NOTHING = 0;
/** A letter, sign or half of one that is not in the alphabet; those that are follow in its order. */
const SIGN = 1;
const FIRST = 2;

let kinds: Uint8Array | null = null;

function kindOf(unit: number): number {
  const character = String.fromCharCode(unit);
  const place = ALPHABET.indexOf(character);
  if (place !== -1) return FIRST + place;
  return LETTER.test(character) ? SIGN : NOTHING;
}

/** The kind of every unit. Made when the first text is read. */
function kindTable(): Uint8Array {
  kinds ??= Uint8Array.from({ length: 0x10000 }, (_, unit) => kindOf(unit));
  return kinds;
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
 * Where a gram stands is known modulo 8, and what is behind it as one of 128. Grams of a phrase stand at places that follow
 * from each other; this tells most texts that hold the phrase from those that merely hold its parts.
 */
export const PLACES = 8;
export const FOLLOWERS = 128;

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

/** Called for each gram of a text, front to back; with the unit behind it, 0 at the end. */
export type GramVisitor = (key: number, start: number, length: 1 | 2 | 3, behind: number) => void;

/** @param folded by `foldForSearch` */
export function visitGrams(folded: string, visit: GramVisitor): void {
  const table = kindTable();
  const { length } = folded;
  // Each unit is read once, and none behind the end: what comes from there is no whole number, and slows all the others.
  const unitAt = (at: number) => (at < length ? folded.charCodeAt(at) : 0);
  let next = unitAt(0);
  let after = unitAt(1);
  let second = table[next] ?? NOTHING;
  let third = table[after] ?? NOTHING;
  for (let start = 0; start < length; start++) {
    const unit = next;
    const first = second;
    next = after;
    second = third;
    after = unitAt(start + 2);
    third = table[after] ?? NOTHING;
    if (first === NOTHING) continue;
    visit(spread(unit), start, 1, next);
    if (second === NOTHING) continue;
    visit(spread((unit << 16) | next), start, 2, after);
    if (first < FIRST || second < FIRST || third < FIRST) continue;
    const three = ((first - FIRST) * ALPHABET.length + second - FIRST) * ALPHABET.length + third - FIRST;
    // No gram begins with a control character, so the numbers from 0x10000 on are free.
    visit(spread(0x10000 + three), start, 3, unitAt(start + 3));
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
