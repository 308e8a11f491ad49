import { FOLLOWERS, followerOf, type Gram, gramsOf, PLACES } from './search-grams.ts';
import type { Postings } from './search-shard.ts';
import { ALL_PLACES, ANYWHERE, placesOf } from './search-spots.ts';
import { fieldOf, spotsOf, TITLE } from './search-terms.ts';

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

/** Eight places turned back by so many. */
function turnBack(places: number, by: number): number {
  const turn = by % PLACES;
  return ((places >>> turn) | (places << (PLACES - turn))) & ALL_PLACES;
}

/** Where a word may begin for a gram of it to stand where it does, a bit for each place modulo 8. */
function createBeginnings(word: string, { start, length }: Gram): (spots: number) => number {
  const next = start + length < word.length ? followerOf(word.charCodeAt(start + length)) : null;
  return (spots) => turnBack(placesOf(spots, next), start);
}

/** Room for so many articles. */
function makeRoom(count: number) {
  return { positions: new Int32Array(count), fields: new Uint8Array(count), places: new Uint8Array(count) };
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

function firstMatch(word: string, gram: Gram, { positions, details }: Postings): WordMatch {
  const beginsAt = createBeginnings(word, gram);
  const found = makeRoom(positions.length);
  let [kept, anywhere] = [0, 0];
  for (let index = 0; index < positions.length; index++) {
    const detail = details[index] ?? 0;
    const spots = spotsOf(detail);
    const begins = beginsAt(spots);
    if (begins === 0) continue;
    if (spots === ANYWHERE) anywhere += 1;
    found.positions[kept] = positions[index] ?? 0;
    found.fields[kept] = fieldOf(detail);
    found.places[kept++] = begins;
  }
  const hasFollower = gram.length > 1 && gram.start + gram.length < word.length;
  return shorten(found, kept, hasFollower ? doubtOfFollower(positions.length, kept, anywhere) : 0);
}

/** Occurrences of a gram that stands in an article with more followers than are kept. */
const OFTEN = 4;

/**
 * How many of the articles found by one gram are likely to have another follower: one that is of the same class of 128, or one
 * of many of which nothing is kept.
 */
function doubtOfFollower(articles: number, found: number, anywhere: number): number {
  const others = articles - found;
  const share = (found - anywhere) / Math.max(1, articles - anywhere);
  return others / (FOLLOWERS - 1) + anywhere * (1 - share) ** OFTEN;
}

/** How many of the seven wrong shifts would fit as well. */
function chances(known: number, begins: number): number {
  let fits = 0;
  for (let shift = 1; shift < PLACES; shift++) if ((known & turnBack(begins, shift)) !== 0) fits += 1;
  return fits;
}

/**
 * How many of the articles in which two grams stand where they must are likely to hold both by chance. Those whose places fit
 * many wrong shifts as well prove little by fitting; what the others prove tells how much to trust them.
 * @param tried articles by how many wrong shifts fit
 * @param kept those of them in which the right one does
 */
function doubtOfPlaces(tried: Uint32Array, kept: Uint32Array): number {
  const likelihood = (fits: number) => fits / (PLACES - 1);
  let [all, right, byChance] = [1, 0.5, 0];
  for (let fits = 0; fits < PLACES - 1; fits++) {
    all += tried[fits] ?? 0;
    right += kept[fits] ?? 0;
    byChance += (tried[fits] ?? 0) * likelihood(fits);
  }
  const share = Math.min(1, Math.max(0, (right - byChance) / Math.max(1e-9, all - byChance)));
  return kept.reduce((doubt, count, fits) => {
    const chance = (1 - share) * likelihood(fits);
    return count === 0 || chance === 0 ? doubt : doubt + (count * chance) / (share + chance);
  }, 0);
}

/**
 * Leaves of the articles that may hold `word` those that hold this gram of it too, where it must stand.
 * @param known null before the first gram
 */
export function narrow(word: string, gram: Gram, postings: Postings | null, known: WordMatch | null): WordMatch {
  if (postings === null) return shorten(makeRoom(0), 0, 0);
  if (known === null) return firstMatch(word, gram, postings);
  const beginsAt = createBeginnings(word, gram);
  const { positions, details } = postings;
  const found = makeRoom(known.positions.length);
  const [tried, fitting] = [new Uint32Array(PLACES), new Uint32Array(PLACES)];
  let [kept, at] = [0, 0];
  for (let index = 0; index < known.positions.length; index++) {
    const position = known.positions[index] ?? 0;
    while (at < positions.length && (positions[at] ?? 0) < position) at += 1;
    if (at === positions.length) break;
    if (positions[at] !== position) continue;
    const detail = details[at] ?? 0;
    const begins = beginsAt(spotsOf(detail));
    if (begins === 0) continue;
    const before = known.places[index] ?? 0;
    const fits = chances(before, begins);
    tried[fits] = (tried[fits] ?? 0) + 1;
    if ((before & begins) === 0) continue;
    fitting[fits] = (fitting[fits] ?? 0) + 1;
    found.positions[kept] = position;
    found.fields[kept] = Math.min(known.fields[index] ?? 0, fieldOf(detail));
    found.places[kept++] = before & begins;
  }
  return shorten(found, kept, doubtOfPlaces(tried, fitting));
}

/** A gram of a word, on the way to all of it. */
export interface Lookup {
  readonly gram: Gram;
  /** Whether it and those before it, with what must come behind them, are all of the word. */
  readonly isWhole: boolean;
}

/** What a follower tells: it is known by its class only. */
const FOLLOWER_WORTH = 0.75;
/** How much rather a gram is looked up that costs nothing. */
const AT_HAND = 2;

/**
 * The grams of a word in the order in which to look them up: what is rare leaves few articles, and what overlaps those before
 * it says less that is new.
 * @param common the commonest characters of all articles, the commonest first
 * @param isAtHand whether a gram can be looked up without loading anything
 */
export function lookUpOrder(
  word: string,
  common: string,
  isAtHand: (gram: Gram) => boolean = () => false,
): readonly Lookup[] {
  const rarity = (unit: string): number => {
    const rank = common.indexOf(unit);
    return rank === -1 ? common.length : rank;
  };
  const worth = (gram: Gram): number => {
    const units = [...word.slice(gram.start, gram.start + gram.length)].map(rarity);
    const ofParts = units.reduce((sum, unit) => sum + unit, 0) / 4;
    // Of two grams as rare the longer says more.
    return (gram.length * Math.max(...units) + ofParts + common.length / 10 + 1) * (isAtHand(gram) ? AT_HAND : 1);
  };
  /** How well each unit of the word is known. */
  const known = new Float64Array(word.length);
  const gainOf = ({ start, length }: Gram, unit: number) => {
    if (unit < start || unit > start + length) return 0;
    return Math.max(0, (unit < start + length ? 1 : FOLLOWER_WORTH) - (known[unit] ?? 0));
  };
  const gains = (gram: Gram) => known.reduce((sum, _, unit) => sum + gainOf(gram, unit), 0.25);

  const waiting = gramsOf(word).map((gram) => ({ gram, worth: worth(gram) }));
  // Marks and blanks are in no gram: only what one ends before can be known.
  const knowable = Array.from(known.keys()).filter((unit) => waiting.some(({ gram }) => gainOf(gram, unit) > 0));
  const order: Lookup[] = [];
  while (waiting.length > 0) {
    const value = (each: (typeof waiting)[number]) => each.worth * gains(each.gram);
    const best = waiting.reduce((one, other) => (value(other) > value(one) ? other : one));
    for (const unit of knowable) known[unit] = (known[unit] ?? 0) + gainOf(best.gram, unit);
    order.push({ gram: best.gram, isWhole: knowable.every((unit) => (known[unit] ?? 0) > 0) });
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
