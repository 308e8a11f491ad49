import { fold } from './fold.ts';
import { likeness, mix, SKETCH_BYTES } from './minhash.ts';
import type { TraitTable } from './story-traits.ts';
import { textNumbers } from './text-numbers.ts';
import { GAP, unitKinds } from './word-units.ts';

/** What tells copies besides their words. */
export interface StorySigns {
  readonly title: string;
  /** Any number that is the source's alone; -1 where it is unknown. */
  readonly source: number;
}

/** Shorter texts say too little: two stubs of one site are not one story. */
const LEAST_LENGTH = 60;
/** Bytes of a sketch that must agree for two articles to be compared at all: four in a row, in any of 32 places. */
const BAND = 4;
const BANDS = SKETCH_BYTES / BAND;
/** Articles with one band in common that an article is compared with, the newest of them: articles of a template have many. */
const MOST_TRIED = 8;

/** What two texts share of their numbers, seen from the one that says fewer: 1 where it says none. */
function sharedNumbers({ numbers, numberCounts }: TraitTable, a: number, b: number): number {
  const [one, other] = [numbers[a] ?? [], numbers[b] ?? []];
  // Of a text with many only the least are kept: beyond the lower of both ends nothing can be said.
  const end = (list: ArrayLike<number>, article: number) =>
    (numberCounts[article] ?? 0) > list.length ? (list[list.length - 1] ?? 0) : 0x10000;
  const bound = Math.min(end(one, a), end(other, b));
  const left = Array.from(one).filter((number) => number <= bound);
  const right = new Set(Array.from(other).filter((number) => number <= bound));
  const fewer = Math.min(left.length, right.size);
  return fewer === 0 ? 1 : left.filter((number) => right.has(number)).length / fewer;
}

/** Pairs of characters of a title, without what is between words. */
function titlePairs(title: string): ReadonlySet<string> {
  const kinds = unitKinds();
  const words = Array.from(fold(title).slice(0, 200)).filter((each) => kinds[each.charCodeAt(0)] !== GAP);
  return new Set(words.slice(1).map((each, index) => `${words[index]}${each}`));
}

/** How much two titles share, from 0 to 1. */
export function titleLikeness(a: string, b: string): number {
  const [one, other] = [titlePairs(a), titlePairs(b)];
  if (one.size + other.size === 0) return fold(a) === fold(b) ? 1 : 0;
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared += 1;
  return (2 * shared) / (one.size + other.size);
}

/** Whether each of two titles says a number that the other doesn't: issues of a series, closing prices of two days. */
function titlesDisagree(a: string, b: string): boolean {
  const [one, other] = [textNumbers(fold(a)), textNumbers(fold(b))];
  return one.some((number) => !other.includes(number)) && other.some((number) => !one.includes(number));
}

/**
 * Whether two articles tell one story in nearly the same words. The bounds are measured on planted copies and on articles of
 * one template, see the tests: words alone don't tell these apart, numbers, titles and sources do.
 */
export function isNearCopy(table: TraitTable, signs: readonly StorySigns[], a: number, b: number): boolean {
  const long = Math.max(table.lengths[a] ?? 0, table.lengths[b] ?? 0);
  const short = Math.min(table.lengths[a] ?? 0, table.lengths[b] ?? 0);
  const one = signs[a];
  const other = signs[b];
  if (short < LEAST_LENGTH || one === undefined || other === undefined) return false;
  const alike = likeness(table.sketches, a, b);
  // What the shorter one shares: most of it, where it is the longer one cut off.
  const within = Math.min(1, ((alike / (1 + alike)) * (long + short)) / short);
  if (alike < 0.72 && (within < 0.88 || long > 3 * short)) return false;
  const numbers = sharedNumbers(table, a, b);
  if (numbers < 0.8 || titlesDisagree(one.title, other.title)) return false;
  const titles = titleLikeness(one.title, other.title);
  // One paper's article in nearly the words of another is mostly the next one of its kind.
  if (one.source === other.source) return titles >= 0.6 && alike >= 0.8 && numbers > 0.95;
  // Other papers give a story another headline; a few lines under another headline may be what all articles end with.
  return titles >= 0.4 || (alike >= 0.9 && short >= 200);
}

/** Articles by what their bands hold: in each slot the newest, and behind every article the one before it. */
interface BandIndex {
  readonly slots: number;
  readonly heads: Int32Array;
  readonly next: Int32Array;
  /** What each band of each article holds, as one number. */
  readonly held: Int32Array;
}

function createIndex({ count, sketches }: TraitTable): BandIndex {
  // Few articles that are not alike share a slot, and a small edition takes little room.
  const slots = 2 ** Math.max(8, Math.ceil(Math.log2(2 * count + 1)));
  const heads = new Int32Array(slots * BANDS).fill(-1);
  const held = new Int32Array(count * BANDS);
  const bytes = new DataView(sketches.buffer, sketches.byteOffset, sketches.byteLength);
  for (let band = 0; band < held.length; band++) held[band] = bytes.getInt32(band * BAND);
  return { slots, heads, next: new Int32Array(count * BANDS), held };
}

/** Takes an article in. Older ones that are worth comparing with it are put into `found`; returns how many they are. */
function takeIn({ heads, next, held, slots }: BandIndex, article: number, found: Int32Array): number {
  let count = 0;
  for (let band = 0; band < BANDS; band++) {
    const at = article * BANDS + band;
    const own = held[at] ?? 0;
    const slot = band * slots + (mix(own) & (slots - 1));
    const newest = heads[slot] ?? -1;
    for (let other = newest, tried = 0; other >= 0 && tried < MOST_TRIED; tried++) {
      const place = other * BANDS + band;
      if (held[place] === own) found[count++] = other;
      other = next[place] ?? -1;
    }
    next[at] = newest;
    heads[slot] = article;
  }
  return count;
}

/**
 * For every article, oldest first, the position of the first that told its story: its own where it repeats none. An article is
 * only ever compared with older ones, so that a newer one changes nothing for those before it; in time that grows with their
 * number and no faster.
 */
export function findStories(table: TraitTable, signs: readonly StorySigns[]): Int32Array {
  const stories = Int32Array.from({ length: table.count }, (_, position) => position);
  const index = createIndex(table);
  const found = new Int32Array(BANDS * MOST_TRIED);
  /** By the article each was last compared with. */
  const compared = new Int32Array(table.count).fill(-1);
  for (let article = 0; article < table.count; article++) {
    if ((table.lengths[article] ?? 0) < LEAST_LENGTH) continue;
    const count = takeIn(index, article, found);
    for (let place = 0; place < count; place++) {
      const other = found[place] ?? 0;
      if (compared[other] === article) continue;
      compared[other] = article;
      if (!isNearCopy(table, signs, article, other)) continue;
      stories[article] = stories[other] ?? other;
      break;
    }
  }
  return stories;
}
