import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashText } from '../article/hash-text.ts';
import { contentSum } from './file-stamp.ts';

/**
 * What earlier builds found out, on disk: a map in 64 files, so that a small change writes little. Whatever is missing,
 * broken or of another stamp is simply not known; nothing here ever fails a build.
 */
export interface ShardedStore<Entry> {
  readonly get: (key: string) => Entry | undefined;
  readonly set: (key: string, entry: Entry) => void;
  /** Writes what changed. Entries that were neither asked for nor set are forgotten. */
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

/** Writes a file so that at every moment there is the old one or the new one, whole. */
export function writeWhole(file: string, content: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, content);
  renameSync(temporary, file);
}

function fileName(number: number): string {
  return `${number}.json`;
}

function readShard<Entry>(folder: string, number: number, stamp: string): Map<string, Entry> {
  try {
    const bytes = readFileSync(join(folder, fileName(number)));
    const end = bytes.indexOf('\n');
    const body = bytes.subarray(end + 1);
    if (bytes.toString('utf8', 0, end) !== head(stamp, body)) return new Map();
    return new Map(JSON.parse(body.toString()) as [string, Entry][]);
  } catch {
    return new Map();
  }
}

function head(stamp: string, body: string | Uint8Array): string {
  return `${stamp} ${contentSum(body)}`;
}

function saveShard<Entry>(folder: string, number: number, stamp: string, shard: Shard<Entry>): void {
  const kept = [...shard.entries].filter(([key]) => shard.used.has(key));
  if (!shard.changed && kept.length === shard.entries.size) return;
  const body = JSON.stringify(kept);
  quietly(() => writeWhole(join(folder, fileName(number)), `${head(stamp, body)}\n${body}`));
}

/** What killed builds and larger editions left behind. */
function sweep(folder: string, kept: ReadonlySet<string>): void {
  quietly(() => {
    for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(join(folder, name), { force: true });
  });
}
