import { type Coder, Decoder, Encoder } from './search-coder.ts';
import { characterOf, FOLLOWERS, PLACES } from './search-grams.ts';
import {
  ANY_KIND,
  ANYWHERE,
  followerAt,
  ONE_KIND,
  onlyPlace,
  spotAt,
  spotKind,
  spotsBefore,
  withFollower,
} from './search-spots.ts';
import { BODY, detailOf, fieldOf, LEAD, spotsOf } from './search-terms.ts';

/** The articles that hold one gram, oldest first. */
export interface Postings {
  readonly key: number;
  readonly positions: ArrayLike<number>;
  /** See `ArticleTerms`. */
  readonly details: ArrayLike<number>;
}

const VERSION = 2;

/** On their way in or out. */
type Numbers = Uint32Array | Int32Array;

const PLACES_BITS = Math.log2(PLACES);
const FOLLOWER_BITS = Math.log2(FOLLOWERS);
/** Followers of a gram that are asked after one by one, the commonest first. */
const ASKED = 12;
const RANKS = 7;
const SHARES = 4;
const AGES = 7;

/** Where each kind of models begins. */
const KINDS = 0;
const RANKED = KINDS + (ANY_KIND + 1) * (ANY_KIND + 1);
const UNMET = RANKED + RANKS * SHARES * AGES;
const MODELS = UNMET + FOLLOWERS;

/** No edition has more articles than 2 to this. */
const LARGEST_SPAN = 24;

/** The power of two that holds so many articles: grows so seldom that news leaves the coding of all other terms alone. */
export function spanOf(count: number): number {
  return Math.ceil(Math.log2(Math.max(2, count)));
}

/** For gaps of so many on average: the power of two next to their median. */
function gapParameter(mean: number): number {
  return Math.max(0, Math.round(Math.log2(Math.max(1e-9, mean * Math.LN2))));
}

/** Numbers below `end` in order, by the gaps between them: mostly as evenly spread as chance would have them, or a bit denser. */
function codeGaps(coder: Coder, numbers: Numbers, end: number): void {
  const { length } = numbers;
  const most = gapParameter(end / length);
  const wanted = gapParameter(((numbers[length - 1] ?? 0) + 1 - length) / length);
  const parameter = Math.max(0, most - coder.plain(Math.min(3, Math.max(0, most - wanted)), 2));
  let before = -1;
  for (let index = 0; index < length; index++) {
    before += 1 + coder.rice((numbers[index] ?? 0) - before - 1, parameter);
    numbers[index] = before;
  }
}

/** The numbers below `end` that are not among these. */
function othersBelow(numbers: Numbers, end: number): Uint32Array {
  const others = new Uint32Array(Math.max(0, end - numbers.length));
  let [place, found] = [0, 0];
  for (let number = 0; number < end; number++) {
    if (numbers[place] === number) place += 1;
    else others[found++] = number;
  }
  return others;
}

/** The articles of a gram; of one that most of them hold, the others. */
function codePositions(coder: Coder, positions: Numbers, span: number): void {
  const { length } = positions;
  if (length === 1) {
    positions[0] = coder.plain(positions[0] ?? 0, span);
    return;
  }
  const most = 1 << span;
  if (length < most / 4) return codeGaps(coder, positions, most);
  const end = 1 + coder.plain(positions[length - 1] ?? 0, span);
  if (end > 2 * length) return codeGaps(coder, positions, most);
  if (end < length) throw new Error('search: a term in more articles than there are');
  const others = othersBelow(positions, end);
  if (others.length > 0) codeGaps(coder, others, most);
  positions.set(othersBelow(others, end));
}

/** Which of a gram's articles hold it in title or lead; others are left as they are. */
function codeFields(coder: Coder, details: Uint32Array): void {
  const wanted: number[] = [];
  for (let index = 0; index < details.length; index++) if (fieldOf(details[index] ?? 0) !== BODY) wanted.push(index);
  const count = coder.gamma(wanted.length);
  if (count === 0) return;
  if (count > details.length) throw new Error('search: a term in more titles than articles');
  const places = new Uint32Array(count);
  places.set(wanted);
  codeGaps(coder, places, details.length);
  for (const place of places) {
    const detail = details[place] ?? 0;
    details[place] = detailOf(LEAD + coder.plain(fieldOf(detail) - LEAD, 1), spotsOf(detail));
  }
}

/** What can be known of a gram's spots is mostly the same in all its articles. */
function codeKind(coder: Coder, before: number, wanted: number): number {
  const models = KINDS + before * (ANY_KIND + 1);
  let kind = ONE_KIND;
  while (kind < ANY_KIND && coder.bit(models + kind, kind === wanted ? 1 : 0) === 0) kind += 1;
  return kind;
}

/** The followers of one gram: what has come behind it often is likely to do so again. */
interface Followers {
  readonly forget: () => void;
  readonly code: (coder: Coder, follower: number) => number;
}

function createFollowers(): Followers {
  /** The commonest first. */
  const ranked = new Uint8Array(FOLLOWERS);
  const counts = new Uint32Array(FOLLOWERS);
  let known = 0;
  let total = 0;

  function note(follower: number, rank: number): void {
    const count = (counts[follower] ?? 0) + 1;
    counts[follower] = count;
    total += 1;
    let place = rank;
    for (; place > 0 && (counts[ranked[place - 1] ?? 0] ?? 0) < count; place--) ranked[place] = ranked[place - 1] ?? 0;
    ranked[place] = follower;
  }

  return {
    forget() {
      for (let rank = 0; rank < known; rank++) counts[ranked[rank] ?? 0] = 0;
      known = 0;
      total = 0;
    },
    code(coder, follower) {
      const age = Math.min(AGES - 1, 31 - Math.clz32(total + 1));
      let left = total;
      for (let rank = 0; rank < known && rank < ASKED; rank++) {
        const asked = ranked[rank] ?? 0;
        const count = counts[asked] ?? 0;
        const share = 8 * count < left ? 0 : 8 * count < 3 * left ? 1 : 8 * count < 7 * left ? 2 : 3;
        const model = RANKED + (Math.min(rank, RANKS - 1) * SHARES + share) * AGES + age;
        if (coder.bit(model, asked === follower ? 1 : 0) === 1) {
          note(asked, rank);
          return asked;
        }
        left -= count;
      }
      let node = 1;
      for (let bit = FOLLOWER_BITS - 1; bit >= 0; bit--) {
        node = 2 * node + coder.bit(UNMET + node, (follower >>> bit) & 1);
      }
      const unmet = node - FOLLOWERS;
      if (counts[unmet] === 0) note(unmet, known++);
      else note(unmet, ranked.indexOf(unmet));
      return unmet;
    },
  };
}

interface Shard {
  readonly coder: Coder;
  readonly span: number;
  readonly followers: Followers;
}

function codeSpots({ coder, followers }: Shard, kind: number, spots: number): number {
  if (kind === ANY_KIND) return ANYWHERE;
  const first = followers.code(coder, followerAt(spots, 0));
  if (kind === ONE_KIND) return spotAt(coder.plain(onlyPlace(spots), PLACES_BITS), first);
  let found = spotsBefore(first);
  for (let index = 1; index < kind - ONE_KIND; index++) {
    found = withFollower(found, index, followers.code(coder, followerAt(spots, index)));
  }
  return found;
}

/** Where a gram stands in each of its articles. */
function codeDetails(shard: Shard, details: Uint32Array): void {
  const { coder, followers } = shard;
  followers.forget();
  let kind = ONE_KIND;
  for (let index = 0; index < details.length; index++) {
    const detail = details[index] ?? 0;
    const spots = spotsOf(detail);
    kind = codeKind(coder, kind, spotKind(spots));
    details[index] = detailOf(fieldOf(detail), codeSpots(shard, kind, spots));
  }
}

interface Articles {
  readonly positions: Numbers;
  readonly details: Uint32Array;
}

function codeArticles(shard: Shard, key: number, { positions, details }: Articles): void {
  codePositions(shard.coder, positions, shard.span);
  codeFields(shard.coder, details);
  // Whoever looks for a character wants nothing else.
  if (characterOf(key) === null) codeDetails(shard, details);
}

/**
 * One shard: the grams with keys in one range, in order, each with its articles. Every number takes as little room as those
 * before it of its kind make likely.
 * @param count of all articles
 */
export function encodeShard(terms: readonly Postings[], count: number): Uint8Array<ArrayBuffer> {
  const coder = new Encoder(MODELS);
  const span = spanOf(count);
  coder.plain(span, 6);
  coder.plain(terms.length, 32);
  const first = terms[0]?.key ?? 0;
  const parameter = gapParameter(((terms.at(-1)?.key ?? 0) - first) / Math.max(1, terms.length));
  coder.plain(first, 32);
  coder.plain(parameter, 6);
  const state: Shard = { coder, span, followers: createFollowers() };
  let last = first;
  for (const { key, positions, details } of terms) {
    coder.rice(key - last, parameter);
    last = key;
    coder.gamma(positions.length - 1);
    codeArticles(state, key, { positions: new Uint32Array(positions), details: new Uint32Array(details) });
  }
  const coded = coder.bytes();
  const shard = new Uint8Array(1 + coded.length);
  shard[0] = VERSION;
  shard.set(coded, 1);
  return shard;
}

/**
 * Reads a shard: its terms by key.
 * @throws Error where the bytes are no shard of this version, or hold what none can
 */
export function decodeShard(bytes: Uint8Array): ReadonlyMap<number, Postings> {
  if (bytes[0] !== VERSION) throw new Error('search: not a shard of this version');
  const coder = new Decoder(bytes.subarray(1), MODELS);
  const span = coder.plain(0, 6);
  const length = coder.plain(0, 32);
  // Every term takes some bits: a broken file must not make us wait.
  if (span > LARGEST_SPAN) throw new Error('search: a shard of more articles than there can be');
  if (length > 8 * bytes.length) throw new Error('search: a shard of more terms than bits');
  let key = coder.plain(0, 32);
  const parameter = coder.plain(0, 6);
  const shard: Shard = { coder, span, followers: createFollowers() };
  const terms = new Map<number, Postings>();
  for (let index = 0; index < length; index++) {
    key += coder.rice(0, parameter);
    const count = coder.gamma(0) + 1;
    if (count > 2 ** span) throw new Error('search: a term in more articles than there are');
    const articles = { positions: new Int32Array(count), details: new Uint32Array(count) };
    codeArticles(shard, key, articles);
    terms.set(key, { key, ...articles });
  }
  return terms;
}
