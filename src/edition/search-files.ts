/** Shards whose versions stand in one table: as many as an edition of ten thousand articles has, and a few more. */
export const SHARDS_NAMED = 640;

/**
 * `data/search.json`: with the tables all that is loaded before anything is looked up. Fixed names; the shards have a version
 * in theirs and never change.
 */
export interface SearchIndex {
  /** Articles in the index. */
  readonly count: number;
  readonly shards: number;
  /** The commonest characters, the commonest first: what to look up last. */
  readonly common: string;
}

/** `data/search-k.json`: the versions of the shards from 640k on, eight letters each. */
export interface SearchNames {
  readonly versions: string;
}

export const VERSION_LENGTH = 8;

export const searchIndexFile = 'search.json';

export function searchNamesFile(table: number): string {
  return `search-${table}.json`;
}

export function searchShardFile(shard: number, version: string): string {
  return `shard-${shard}-${version}.bin`;
}

/** All tables, from the versions of all shards. */
export function searchTables(versions: readonly string[]): readonly SearchNames[] {
  return Array.from({ length: Math.ceil(versions.length / SHARDS_NAMED) }, (_, table) => ({
    versions: versions.slice(table * SHARDS_NAMED, (table + 1) * SHARDS_NAMED).join(''),
  }));
}

/** The version of a shard in its table; null where the table has none. */
export function versionAt({ versions }: SearchNames, shard: number): string | null {
  const start = (shard % SHARDS_NAMED) * VERSION_LENGTH;
  const version = versions.slice(start, start + VERSION_LENGTH);
  return version.length === VERSION_LENGTH ? version : null;
}
