import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hashText } from '../article/hash-text.ts';
import { readStamped, writeStamped } from './stamped-file.ts';

/**
 * What earlier builds found out, on disk: a map in 64 files, read as they are asked for, and one of what has changed since those were
 * written, so that a small change writes little. Whatever is missing, broken or of another stamp is simply not known, or as it
 * was before: an entry must say itself what it was made of. Nothing here ever fails a build.
 */
export interface ShardedStore<Entry> {
  readonly get: (key: string) => Entry | undefined;
  readonly set: (key: string, entry: Entry) => void;
  /** Entries that were neither asked for nor set, as far as anything was read. */
  readonly unused: () => readonly Entry[];
  /** Writes what changed. Unused entries are forgotten. */
  readonly save: () => void;
}

const SHARDS = 64;
const RECENT = 'recent.json';
/** Of all entries, this share may stand among the recent ones. */
const MOST_RECENT = 1 / 8;

interface Shard<Entry> {
  readonly entries: Map<string, Entry>;
  readonly used: Set<string>;
}

/** What has changed since the shards were written, by key; null where an entry is gone. */
type Changes<Entry> = Map<string, Entry | null>;

/** @param stamp what the entries depend on besides their keys: those of another stamp are dropped. */
export function openStore<Entry>(folder: string, stamp: string): ShardedStore<Entry> {
  const shards = new Map<number, Shard<Entry>>();
  const changes: Changes<Entry> = new Map(readStamped(join(folder, RECENT), stamp) as [string, Entry | null][] | null);
  const earlier = changesByShard(changes);
  let isChanged = false;
  const change = (key: string, entry: Entry | null) => {
    changes.set(key, entry);
    isChanged = true;
  };
  const shardOf = (key: string): Shard<Entry> => {
    const number = shardNumber(key);
    const known = shards.get(number);
    if (known !== undefined) return known;
    const shard = { entries: readShard<Entry>(folder, number, stamp), used: new Set<string>() };
    for (const [changed, entry] of earlier.get(number) ?? []) {
      if (entry === null) shard.entries.delete(changed);
      else shard.entries.set(changed, entry);
    }
    shards.set(number, shard);
    return shard;
  };

  /** Forgets what nobody asked for. Returns how many entries are left. */
  function forgetUnused(): number {
    let left = 0;
    for (const { entries, used } of shards.values()) {
      for (const key of entries.keys()) {
        if (used.has(key)) continue;
        entries.delete(key);
        change(key, null);
      }
      left += entries.size;
    }
    return left;
  }

  function saveChanges(left: number): void {
    if (changes.size <= left * MOST_RECENT) {
      quietly(() => writeStamped(join(folder, RECENT), stamp, [...changes]));
      return;
    }
    // First: what it says is older than what is written now.
    quietly(() => rmSync(join(folder, RECENT), { force: true }));
    for (const number of changesByShard(changes).keys()) {
      const shard = shards.get(number);
      if (shard !== undefined) quietly(() => writeStamped(join(folder, fileName(number)), stamp, [...shard.entries]));
    }
    changes.clear();
  }

  return {
    get(key) {
      const { entries, used } = shardOf(key);
      used.add(key);
      return entries.get(key);
    },
    set(key, entry) {
      const shard = shardOf(key);
      shard.entries.set(key, entry);
      shard.used.add(key);
      change(key, entry);
    },
    unused: () =>
      [...shards.values()].flatMap(({ entries, used }) => {
        return [...entries].filter(([key]) => !used.has(key)).map(([, entry]) => entry);
      }),
    save() {
      const left = forgetUnused();
      quietly(() => mkdirSync(folder, { recursive: true }));
      if (isChanged) saveChanges(left);
      isChanged = false;
      const kept = [...shards].filter(([, { entries }]) => entries.size > 0).map(([number]) => fileName(number));
      sweep(folder, new Set([RECENT, ...kept]));
    },
  };
}

function shardNumber(key: string): number {
  return hashText(key) % SHARDS;
}

function changesByShard<Entry>(
  changes: Changes<Entry>,
): ReadonlyMap<number, readonly (readonly [string, Entry | null])[]> {
  const found = new Map<number, (readonly [string, Entry | null])[]>();
  for (const change of changes) {
    const number = shardNumber(change[0]);
    const others = found.get(number);
    if (others === undefined) found.set(number, [change]);
    else others.push(change);
  }
  return found;
}

/** Runs something whose failure only costs time later: a full disk, a folder another build has just removed. */
export function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // The next build finds nothing and does the work again.
  }
}

function fileName(number: number): string {
  return `${number}.json`;
}

function readShard<Entry>(folder: string, number: number, stamp: string): Map<string, Entry> {
  const entries = readStamped(join(folder, fileName(number)), stamp);
  return new Map(entries as readonly [string, Entry][] | null);
}

/** What killed builds and larger editions left behind. */
function sweep(folder: string, kept: ReadonlySet<string>): void {
  quietly(() => {
    for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(join(folder, name), { force: true });
  });
}
