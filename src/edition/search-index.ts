import type { Postings } from './search-shard.ts';
import type { ArticleTerms } from './search-terms.ts';

/** Grams of one article held at a time: what the largest part may be, so that memory stays the same for any edition. */
const PART = 6_000_000;

/** Articles for one shard: it is some 24 KB then, and shards are a seventeenth of all files. */
const ARTICLES_A_SHARD = 16;

/** Where there are few files, a search may as well load less. */
const FEW_SHARDS = 64;

/**
 * How many shards an index has: 8 to 15, or those times a power of two, so that an edition that grows by a few articles keeps
 * the ranges of its shards.
 */
export function shardCount(articles: number): number {
  const wanted = Math.max(1, articles / ARTICLES_A_SHARD, Math.min(FEW_SHARDS, articles / 4));
  if (wanted < 8) return Math.floor(wanted);
  const step = 2 ** Math.floor(Math.log2(wanted) - 3);
  return Math.floor(wanted / step) * step;
}

/** The shard that holds a gram: each has an equal range of keys. */
export function shardOf(key: number, shards: number): number {
  return Math.floor((key / 2 ** 32) * shards);
}

/** The first key that belongs to a shard; for the one after the last 2^32. */
function firstKey(shard: number, shards: number): number {
  return Math.ceil((shard / shards) * 2 ** 32);
}

/** Index of the first key that is `wanted` or greater. */
function lowerBound(keys: Uint32Array, wanted: number): number {
  let [from, to] = [0, keys.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((keys[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The same grams in order of key, each with its articles in order. */
interface Part {
  readonly keys: Uint32Array;
  /** Where each key's articles begin; one more than there are keys. */
  readonly starts: Uint32Array;
  readonly positions: Uint32Array;
  readonly details: Uint32Array;
}

/** Grams as they are met: which, in which article, and where in it. A quarter of what arrays of numbers take. */
interface Columns {
  readonly slot: Uint32Array;
  readonly position: Uint32Array;
  readonly detail: Uint32Array;
}

function longer(values: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const all = new Uint32Array(length);
  all.set(values);
  return all;
}

/** The same columns, or longer ones: twice as long at least, so that filling them copies little. */
function withRoom(columns: Columns, wanted: number): Columns {
  const { slot, position, detail } = columns;
  if (wanted <= slot.length) return columns;
  const length = Math.max(wanted, 2 * slot.length);
  return { slot: longer(slot, length), position: longer(position, length), detail: longer(detail, length) };
}

/** Numbers keys in the order they are met. Thirteen million look-ups are most of the work, and a `Map` takes three times as long. */
interface SlotTable {
  readonly of: (key: number) => number;
  /** By number. */
  readonly keys: () => Uint32Array;
}

function slotTable(): SlotTable {
  // 0: free, otherwise 1 + the number. Keys are spread evenly already.
  let table = new Int32Array(1 << 16);
  let keys = new Uint32Array(1 << 15);
  let count = 0;

  function place(key: number): number {
    const last = table.length - 1;
    let at = key & last;
    for (let slot = table[at] ?? 0; slot !== 0 && keys[slot - 1] !== key; slot = table[at] ?? 0) at = (at + 1) & last;
    return at;
  }

  function grow(): void {
    keys = longer(keys, 2 * keys.length);
    table = new Int32Array(2 * table.length);
    for (let slot = 0; slot < count; slot++) table[place(keys[slot] ?? 0)] = slot + 1;
  }

  return {
    of(key) {
      const at = place(key);
      const known = table[at] ?? 0;
      if (known !== 0) return known - 1;
      keys[count] = key;
      table[at] = count + 1;
      count += 1;
      if (count === keys.length) grow();
      return count - 1;
    },
    keys: () => keys.subarray(0, count),
  };
}

/** All grams from `from` up to `to`, turned round: not what an article holds, but which articles hold it. */
function gatherPart(articles: Iterable<ArticleTerms>, from: number, to: number): Part {
  const slots = slotTable();
  let columns: Columns = { slot: new Uint32Array(0), position: new Uint32Array(0), detail: new Uint32Array(0) };
  let [length, place] = [0, 0];
  for (const { keys, details } of articles) {
    const start = lowerBound(keys, from);
    const end = lowerBound(keys, to);
    const next = length + end - start;
    columns = withRoom(columns, next);
    for (let index = start; index < end; index++) columns.slot[length + index - start] = slots.of(keys[index] ?? 0);
    columns.position.fill(place, length, next);
    columns.detail.set(details.subarray(start, end), length);
    length = next;
    place += 1;
  }
  const { slot, position, detail } = columns;
  return inOrder(slots.keys(), slot.subarray(0, length), position.subarray(0, length), detail.subarray(0, length));
}

/** Sorts by counting, which keeps articles in order. */
function inOrder(keysBySlot: Uint32Array, slot: Uint32Array, position: Uint32Array, detail: Uint32Array): Part {
  const keys = keysBySlot.slice().sort();
  const places = keysBySlot.map((key) => lowerBound(keys, key));
  const starts = new Uint32Array(keys.length + 1);
  for (let index = 0; index < slot.length; index++) {
    const after = (places[slot[index] ?? 0] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let index = 1; index < starts.length; index++) starts[index] = (starts[index] ?? 0) + (starts[index - 1] ?? 0);
  const next = starts.slice();
  const positions = new Uint32Array(slot.length);
  const details = new Uint32Array(slot.length);
  for (let index = 0; index < slot.length; index++) {
    const place = places[slot[index] ?? 0] ?? 0;
    const target = next[place] ?? 0;
    next[place] = target + 1;
    positions[target] = position[index] ?? 0;
    details[target] = detail[index] ?? 0;
  }
  return { keys, starts, positions, details };
}

/**
 * The index of an edition, shard after shard: for each the grams in it with their articles. Articles are gone through as often as
 * there are parts of six million grams.
 * @param articles the terms of all articles, oldest first; iterated anew for each part
 * @param total how many terms all articles have together
 */
export function* indexShards(
  articles: Iterable<ArticleTerms>,
  total: number,
  shards: number,
): Generator<readonly Postings[]> {
  const parts = Math.min(shards, Math.max(1, Math.ceil(total / PART)));
  for (let index = 0; index < parts; index++) {
    const first = Math.floor((index * shards) / parts);
    const end = Math.floor(((index + 1) * shards) / parts);
    const part = gatherPart(articles, firstKey(first, shards), firstKey(end, shards));
    for (let shard = first; shard < end; shard++) {
      yield postingsOf(part, firstKey(shard, shards), firstKey(shard + 1, shards));
    }
  }
}

function postingsOf({ keys, starts, positions, details }: Part, from: number, to: number): readonly Postings[] {
  const first = lowerBound(keys, from);
  return Array.from({ length: lowerBound(keys, to) - first }, (_, place) => {
    const [start, end] = [starts[first + place] ?? 0, starts[first + place + 1] ?? 0];
    return {
      key: keys[first + place] ?? 0,
      positions: positions.subarray(start, end),
      details: details.subarray(start, end),
    };
  });
}
