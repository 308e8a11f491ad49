import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hashText } from '../article/hash-text.ts';
import { readStamped, writeStamped } from './stamped-file.ts';

/**
 * What earlier builds found out, on disk: a map in 64 files, so that a small change writes little. Whatever is missing,
 * broken or of another stamp is simply not known; nothing here ever fails a build.
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

interface Shard<Entry> {
  readonly entries: Map<string, Entry>;
  readonly used: Set<string>;
  changed: boolean;
}

/** @param stamp what the entries depend on besides their keys: those of another stamp are dropped. */
export function openStore<Entry>(folder: string, stamp: string): ShardedStore<Entry> {
  const shards = new Map<number, Shard<Entry>>();
  const shardOf = (key: string): Shard<Entry> => {
    const number = hashText(key) % SHARDS;
    const shard = shards.get(number) ?? { entries: readShard(folder, number, stamp), used: new Set(), changed: false };
    shards.set(number, shard);
    return shard;
  };
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
      shard.changed = true;
    },
    unused: () =>
      [...shards.values()].flatMap(({ entries, used }) => {
        return [...entries].filter(([key]) => !used.has(key)).map(([, entry]) => entry);
      }),
    save() {
      const kept = [...shards].filter(([, { used }]) => used.size > 0);
      quietly(() => mkdirSync(folder, { recursive: true }));
      for (const [number, shard] of kept) saveShard(folder, number, stamp, shard);
      sweep(folder, new Set(kept.map(([number]) => fileName(number))));
    },
  };
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

function saveShard<Entry>(folder: string, number: number, stamp: string, shard: Shard<Entry>): void {
  const kept = [...shard.entries].filter(([key]) => shard.used.has(key));
  if (!shard.changed && kept.length === shard.entries.size) return;
  quietly(() => writeStamped(join(folder, fileName(number)), stamp, kept));
}

/** What killed builds and larger editions left behind. */
function sweep(folder: string, kept: ReadonlySet<string>): void {
  quietly(() => {
    for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(join(folder, name), { force: true });
  });
}
