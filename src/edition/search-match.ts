import { FOLLOWERS, followerOf, type Gram, gramsOf, PLACES } from './search-grams.ts';
import { fieldOf, type Postings } from './search-shard.ts';
import { SPOT_SETS, spotMasks, TITLE } from './search-terms.ts';

/** Articles that match, oldest first. */
export interface Matches {
  readonly positions: Int32Array;
  /** The best field each match can be in: title, lead, body. */
  readonly fields: Uint8Array;
}

/** A word or phrase on its way to its articles: each gram that is looked up leaves fewer. */
export interface WordMatch extends Matches {
  /** For each article the places modulo 8 where the word may begin, a bit each. */
  readonly places: Uint8Array;
  /** How many of them are likely to hold the grams by chance, but not the word. */
  readonly doubtful: number;
}

const ALL_PLACES = 2 ** PLACES - 1;

/** Bits at every place for one follower. */
const FOLLOWER_BITS = Array.from({ length: PLACES }, (_, place) => place * FOLLOWERS).reduce(
  (bits, at) => bits | (1 << at),
  0,
);

/** The places in a set of spots: those with this follower, or with any. */
function placesOf(mask: number, follower: number | null): number {
  const wanted = follower === null ? mask | (mask >>> 1) | (mask >>> 2) | (mask >>> 3) : mask >>> follower;
  let spots = wanted & FOLLOWER_BITS;
  let places = 0;
  for (; spots !== 0; spots &= spots - 1) places |= 1 << ((31 - Math.clz32(spots & -spots)) / FOLLOWERS);
  return places;
}

/** Eight places turned back by so many. */
function turnBack(places: number, by: number): number {
  const turn = by % PLACES;
  return ((places >>> turn) | (places << (PLACES - turn))) & ALL_PLACES;
}

/** For each numbered set of spots the places where the word may begin. */
function beginnings(word: string, { start, length }: Gram): Uint8Array {
  const next = start + length < word.length ? followerOf(word.charCodeAt(start + length)) : null;
  return Uint8Array.from(spotMasks(), (mask) => turnBack(placesOf(mask, next), start));
}

function firstMatch(postings: Postings, places: Uint8Array): WordMatch {
  const count = postings.positions.length;
  const found = { positions: new Int32Array(count), fields: new Uint8Array(count), places: new Uint8Array(count) };
  let kept = 0;
  for (let index = 0; index < count; index++) {
    const detail = postings.details[index] ?? 0;
    const begins = places[detail % SPOT_SETS] ?? 0;
    if (begins === 0) continue;
    found.positions[kept] = postings.positions[index] ?? 0;
    found.fields[kept] = fieldOf(detail);
    found.places[kept++] = begins;
  }
  return shorten(found, kept, 0);
}

function shorten(
  { positions, fields, places }: Pick<WordMatch, 'positions' | 'fields' | 'places'>,
  count: number,
  doubtful: number,
): WordMatch {
  return {
    positions: positions.slice(0, count),
    fields: fields.slice(0, count),
    places: places.slice(0, count),
    doubtful,
  };
}

/** How many of the seven wrong shifts would fit as well. */
function chances(known: number, begins: number): number {
  let fits = 0;
  for (let shift = 1; shift < PLACES; shift++) if ((known & turnBack(begins, shift)) !== 0) fits += 1;
  return fits;
}

/**
 * Leaves of the articles that may hold `word` those that hold this gram of it too, where it must stand.
 * @param known null before the first gram
 */
export function narrow(word: string, gram: Gram, postings: Postings | null, known: WordMatch | null): WordMatch {
  if (postings === null)
    return shorten({ positions: new Int32Array(), fields: new Uint8Array(), places: new Uint8Array() }, 0, 0);
  const places = beginnings(word, gram);
  if (known === null) return firstMatch(postings, places);
  const { positions, details } = postings;
  const found = { positions: known.positions.slice(), fields: known.fields.slice(), places: known.places.slice() };
  let [kept, fits, at] = [0, 0, 0];
  for (let index = 0; index < known.positions.length; index++) {
    const position = known.positions[index] ?? 0;
    while (at < positions.length && (positions[at] ?? 0) < position) at += 1;
    if (at === positions.length) break;
    if (positions[at] !== position) continue;
    const detail = details[at] ?? 0;
    const begins = places[detail % SPOT_SETS] ?? 0;
    const before = known.places[index] ?? 0;
    fits += chances(before, begins);
    if ((before & begins) === 0) continue;
    found.positions[kept] = position;
    found.fields[kept] = Math.min(known.fields[index] ?? 0, fieldOf(detail));
    found.places[kept++] = before & begins;
  }
  return shorten(found, kept, fits / (PLACES - 1));
}

/**
 * The grams of a word in the order in which to look them up: what is rare leaves few articles.
 * @param common the commonest characters of all articles, the commonest first
 */
export function lookUpOrder(word: string, common: string): readonly Gram[] {
  const rarity = (unit: string): number => {
    const rank = common.indexOf(unit);
    return rank === -1 ? common.length : rank;
  };
  const worth = ({ start, length }: Gram): number => {
    const units = [...word.slice(start, start + length)];
    // Of two grams as rare the longer says more.
    return length * Math.max(...units.map(rarity)) + units.reduce((sum, unit) => sum + rarity(unit), 0) / 4;
  };
  const waiting = gramsOf(word).map((gram) => ({ gram, worth: worth(gram) }));
  const order: Gram[] = [];
  const covered = new Set<number>();
  const unitsOf = ({ start, length }: Gram) => Array.from({ length }, (_, place) => start + place);
  while (waiting.length > 0) {
    // A gram that overlaps those before it says less that is new.
    const value = ({ gram, worth: own }: (typeof waiting)[number]) =>
      own * (0.25 + unitsOf(gram).filter((unit) => !covered.has(unit)).length);
    const best = waiting.reduce((one, other) => (value(other) > value(one) ? other : one));
    order.push(best.gram);
    for (const unit of unitsOf(best.gram)) covered.add(unit);
    waiting.splice(waiting.indexOf(best), 1);
  }
  return order;
}

/** Articles that are in both; a match is as good as the worse of its two. */
export function intersect(one: Matches, other: Matches): Matches {
  const positions = one.positions.slice();
  const fields = one.fields.slice();
  let [kept, at] = [0, 0];
  for (let index = 0; index < one.positions.length; index++) {
    const position = one.positions[index] ?? 0;
    while (at < other.positions.length && (other.positions[at] ?? 0) < position) at += 1;
    if (other.positions[at] !== position) continue;
    positions[kept] = position;
    fields[kept++] = Math.min(one.fields[index] ?? 0, other.fields[at] ?? 0);
  }
  return { positions: positions.slice(0, kept), fields: fields.slice(0, kept) };
}

/** Those of the articles that `keeps` says yes to. */
export function keepMatches(matches: Matches, keeps: (position: number) => boolean): Matches {
  const [positions, fields] = [matches.positions.slice(), matches.fields.slice()];
  const kept = positions.reduce((count, position, index) => {
    if (!keeps(position)) return count;
    positions[count] = position;
    fields[count] = fields[index] ?? 0;
    return count + 1;
  }, 0);
  return { positions: positions.slice(0, kept), fields: fields.slice(0, kept) };
}

/** Every article there is. */
export function allMatches(count: number): Matches {
  return {
    positions: Int32Array.from({ length: count }, (_, position) => position),
    fields: new Uint8Array(count).fill(TITLE),
  };
}

/** Positions by worth: matches in the title first, then in the lead, then in the body; of equals the newer first. */
export function byRelevance({ positions, fields }: Matches): Int32Array {
  const ranked = new Int32Array(positions.length);
  let filled = 0;
  for (let field = TITLE; field >= 0; field--) {
    for (let index = positions.length - 1; index >= 0; index--) {
      if (fields[index] === field) ranked[filled++] = positions[index] ?? 0;
    }
  }
  return ranked;
}
