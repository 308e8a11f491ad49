import { type BitReader, bitReader, bitWriter } from './search-bits.ts';
import { BODY, firstRank, LEAD, SPOT_SETS, spotCount } from './search-terms.ts';

/** The articles that hold one gram, oldest first. */
export interface Postings {
  readonly key: number;
  readonly positions: ArrayLike<number>;
  /** See `ArticleTerms`. */
  readonly details: ArrayLike<number>;
}

const VERSION = 1;
/** Bits of a numbered set of one, two, three spots, counted from the first of its kind. */
const RANK_BITS = [0, 5, 9, 13];
/** Before them: one spot is likeliest, then two, three, anywhere. */
const PREFIXES = [0b111, 0b0, 0b10, 0b110];
const PREFIX_BITS = [3, 1, 2, 3];

/** The power of two that holds so many articles: grows so seldom that news leaves the coding of all other terms alone. */
export function spanOf(count: number): number {
  return Math.ceil(Math.log2(Math.max(2, count)));
}

/** For gaps between `count` numbers below 2^`span`. */
function gapParameter(count: number, span: number): number {
  return Math.max(0, Math.floor(span - Math.log2(count) - 0.5));
}

/**
 * One shard: the grams with keys in one range, in order, each with its articles. All numbers are as short as their likelihood
 * allows: gaps between articles, exceptions from "in the body only", sets of spots by their number.
 */
export function encodeShard(terms: readonly Postings[], count: number): Uint8Array<ArrayBuffer> {
  const writer = bitWriter();
  const span = spanOf(count);
  const keyParameter = gapParameter(Math.max(1, terms.length), 32 - 6);
  writer.write(VERSION, 8);
  writer.write(span, 6);
  writer.write(keyParameter, 6);
  writer.write(terms.length, 32);
  let last = 0;
  for (const { key, positions, details } of terms) {
    writer.rice(key - last, keyParameter);
    last = key;
    writer.gamma(positions.length - 1);
    writeGaps(positions, span);
    writeFields(details);
    writeSpots(details);
  }
  return writer.bytes();

  function writeGaps(numbers: ArrayLike<number>, bits: number): void {
    const parameter = gapParameter(numbers.length, bits);
    let before = -1;
    for (let index = 0; index < numbers.length; index++) {
      writer.rice((numbers[index] ?? 0) - before - 1, parameter);
      before = numbers[index] ?? 0;
    }
  }

  /** Which of the articles hold it in title or lead. */
  function writeFields(all: ArrayLike<number>): void {
    const places: number[] = [];
    for (let index = 0; index < all.length; index++) if (fieldOf(all[index] ?? 0) !== BODY) places.push(index);
    writer.gamma(places.length);
    if (places.length > 0) writeGaps(places, Math.log2(all.length));
    for (const place of places) writer.write(fieldOf(all[place] ?? 0) - LEAD, 1);
  }

  function writeSpots(all: ArrayLike<number>): void {
    let isBare = true;
    for (let index = 0; isBare && index < all.length; index++) isBare = (all[index] ?? 0) % SPOT_SETS === 0;
    writer.write(isBare ? 1 : 0, 1);
    if (isBare) return;
    for (let index = 0; index < all.length; index++) {
      const rank = (all[index] ?? 0) % SPOT_SETS;
      const spots = spotCount(rank);
      const bits = RANK_BITS[spots] ?? 0;
      writer.write(((PREFIXES[spots] ?? 0) << bits) | (rank - firstRank(spots)), (PREFIX_BITS[spots] ?? 0) + bits);
    }
  }
}

export function fieldOf(detail: number): number {
  return Math.floor(detail / SPOT_SETS);
}

function readGaps(reader: BitReader, count: number, span: number): Int32Array {
  const numbers = new Int32Array(count);
  const parameter = gapParameter(count, span);
  let before = -1;
  for (let index = 0; index < count; index++) {
    before += reader.rice(parameter) + 1;
    numbers[index] = before;
  }
  return numbers;
}

function readFields(reader: BitReader, details: Uint16Array): void {
  const count = reader.gamma();
  if (count === 0) return;
  const places = readGaps(reader, count, Math.log2(details.length));
  for (const place of places) details[place] = (LEAD + reader.read(1)) * SPOT_SETS;
}

function readSpots(reader: BitReader, details: Uint16Array): void {
  if (reader.read(1) === 1) return;
  for (let index = 0; index < details.length; index++) {
    const spots = reader.read(1) === 0 ? 1 : reader.read(1) === 0 ? 2 : reader.read(1) === 0 ? 3 : 0;
    details[index] = (details[index] ?? 0) + firstRank(spots) + reader.read(RANK_BITS[spots] ?? 0);
  }
}

/**
 * Reads a shard: its terms by key.
 * @throws Error where the bytes are no shard of this version, or hold what none can
 */
export function decodeShard(bytes: Uint8Array): ReadonlyMap<number, Postings> {
  const reader = bitReader(bytes);
  if (reader.read(8) !== VERSION) throw new Error('search: not a shard of this version');
  const span = reader.read(6);
  const keyParameter = reader.read(6);
  const length = reader.read(32);
  // Every term takes some bits: a broken file must not make us wait.
  if (length > 8 * bytes.length) throw new Error('search: a shard of more terms than bits');
  const terms = new Map<number, Postings>();
  let key = 0;
  for (let index = 0; index < length; index++) {
    key += reader.rice(keyParameter);
    const count = reader.gamma() + 1;
    if (count > 2 ** span) throw new Error('search: a term in more articles than there are');
    const positions = readGaps(reader, count, span);
    const details = new Uint16Array(count);
    readFields(reader, details);
    readSpots(reader, details);
    terms.set(key, { key, positions, details });
  }
  return terms;
}
