import {
  type SearchIndex,
  type SearchNames,
  SHARDS_NAMED,
  searchIndexFile,
  searchNamesFile,
  searchShardFile,
  versionAt,
} from '../edition/search-files.ts';
import { shardOf } from '../edition/search-index.ts';
import { decodeShard, type Postings } from '../edition/search-shard.ts';
import { fetchFile, readJson } from './fetch-file.ts';
import { loadOnce } from './load-once.ts';

/** The search index, as far as it has been asked for. */
export interface SearchIndexStore {
  readonly loadIndex: () => Promise<SearchIndex>;
  /** The articles that hold a gram; null where none does. */
  readonly loadPostings: (key: number) => Promise<Postings | null>;
  /** Whether that can be had without loading anything. */
  readonly isAtHand: (key: number) => boolean;
}

/** Shards kept: some megabytes, and more than one search wants. */
const MOST_SHARDS = 48;

/** @param base begins and ends with `/` */
export function createSearchIndexStore(base: string): SearchIndexStore {
  let shards = 0;
  const loadIndexFile = loadOnce(async (_: 'index') => {
    const index = await fetchFile(`${base}data/${searchIndexFile}`, readJson<SearchIndex>, { cache: 'no-cache' });
    shards = index.shards;
    return index;
  });

  const loadNames = loadOnce((table: number) =>
    fetchFile(`${base}data/${searchNamesFile(table)}`, readJson<SearchNames>, { cache: 'no-cache' }),
  );

  const loadShard = loadOnce(async (shard: number) => {
    const table = Math.floor(shard / SHARDS_NAMED);
    const version = versionAt(await loadNames(table), shard);
    if (version === null) throw new Error(`The search index has no shard ${shard}.`);
    try {
      return await fetchFile(`${base}data/${searchShardFile(shard, version)}`, async (file) =>
        decodeShard(new Uint8Array(await file.arrayBuffer())),
      );
    } catch (error) {
      // The table may be of yesterday: the next time it is asked for again.
      loadNames.forget(table);
      loadIndexFile.forget('index');
      throw error;
    }
  }, MOST_SHARDS);

  return {
    async loadIndex() {
      // Whoever is about to search wants the first table too.
      const [index] = await Promise.all([loadIndexFile('index'), loadNames(0)]);
      return index;
    },
    async loadPostings(key) {
      const index = await loadIndexFile('index');
      return (await loadShard(shardOf(key, index.shards))).get(key) ?? null;
    },
    isAtHand: (key) => loadShard.has(shardOf(key, shards)),
  };
}
