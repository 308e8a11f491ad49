import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CharacterCount, commonCharacters, countCharacters } from '../edition/common-characters.ts';
import { patchShard, type SearchChanges, searchChanges, type TermChange } from '../edition/search-changes.ts';
import {
  type SearchIndex,
  searchIndexFile,
  searchNamesFile,
  searchShardFile,
  searchTables,
  VERSION_LENGTH,
} from '../edition/search-files.ts';
import { indexShards, shardCount } from '../edition/search-index.ts';
import { decodeShard, encodeShard, type Postings, spanOf } from '../edition/search-shard.ts';
import type { ArticleTerms } from '../edition/search-terms.ts';
import { intactStamp, type KeptFile, keepFile, placeKept, removeOthers } from './kept-file.ts';
import { contentHash } from './media.ts';
import type { PageCache } from './page-cache.ts';
import type { PackFolders } from './print-pack.ts';
import { startProgress } from './progress.ts';
import type { TermsPlace } from './search-volumes.ts';
import { quietly } from './sharded-store.ts';
import { readStamped, writeStamped } from './stamped-file.ts';
import { makeSiteFolder, writeAnew } from './write-site-file.ts';

/** A search index, file after file, below `data/`. */
export interface SearchFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** What the tables of an index say of a shard. */
interface ShardFacts {
  readonly version: string;
  readonly characters: readonly CharacterCount[];
}

function shardOf(terms: readonly Postings[], count: number): ShardFacts & { readonly content: Uint8Array } {
  const content = encodeShard(terms, count);
  return { content, version: contentHash(content).slice(0, VERSION_LENGTH), characters: countCharacters(terms) };
}

function tableFiles(shards: readonly ShardFacts[], count: number): readonly SearchFile[] {
  const common = commonCharacters(shards.flatMap(({ characters }) => characters));
  const index: SearchIndex = { count, shards: shards.length, common };
  return [
    ...searchTables(shards.map(({ version }) => version)).map((table, number) => {
      return { name: searchNamesFile(number), content: JSON.stringify(table) };
    }),
    { name: searchIndexFile, content: JSON.stringify(index) },
  ];
}

/**
 * All files of the index of an edition; shards first, the tables that name them last.
 * @param articles the terms of all articles, oldest first; iterated anew as often as memory demands
 * @param total terms of all articles together
 */
export function* searchFiles(articles: Iterable<ArticleTerms>, count: number, total: number): Generator<SearchFile> {
  const facts: ShardFacts[] = [];
  for (const terms of indexShards(articles, total, shardCount(count))) {
    const { content, ...shard } = shardOf(terms, count);
    yield { name: searchShardFile(facts.length, shard.version), content };
    facts.push(shard);
  }
  yield* tableFiles(facts, count);
}

interface KeptShard extends ShardFacts {
  readonly kept: KeptFile;
}

/** What the cache holds of an index, and what it was made of. */
interface KeptIndex {
  /** Of the terms of all articles, oldest first. */
  readonly sums: readonly string[];
  readonly shards: readonly KeptShard[];
}

const MANIFEST = 'manifest.json';

/** Changes are held in memory; and with this many, few shards are left as they were. */
const MOST_CHANGES = 400_000;

/**
 * Writes the search index into the site. Shards that hold no gram of an article that has changed are taken from the cache, the
 * others are mended; where most has changed, or too little is known, all are made of the terms of all articles.
 * @param places where the terms of all articles lie, oldest first
 * @param stamp of the program and of the settings files depend on
 * @returns the files of the index, below `data/`
 */
export function writeSearch(
  places: readonly TermsPlace[],
  cache: Pick<PageCache, 'terms' | 'formerTerms'>,
  folders: PackFolders,
  stamp: string,
): readonly string[] {
  const folder = join(folders.cache, 'search');
  const data = join(folders.site, 'data');
  makeSiteFolder(folders.site, 'data');
  quietly(() => mkdirSync(folder, { recursive: true }));
  const kept = readStamped(join(folder, MANIFEST), stamp) as KeptIndex | null;
  const shelf = shardShelf(folder, data);
  const shards = (kept && mendShards(kept, places, cache, shelf)) ?? makeShards(places, cache, shelf);
  const tables = tableFiles(shards, places.length);
  for (const { name, content } of tables) writeAnew(join(data, name), content);
  const index: KeptIndex = { sums: places.map(({ sum }) => sum), shards };
  quietly(() => writeStamped(join(folder, MANIFEST), stamp, index));
  const names = shards.map(({ version }, number) => searchShardFile(number, version));
  removeOthers(folder, new Set([MANIFEST, ...names]));
  return [...names, ...tables.map(({ name }) => name)];
}

/** Shards in the cache and in the site. */
interface ShardShelf {
  /** Puts a shard into the site; false where it isn't what was kept. */
  readonly take: (number: number, shard: KeptShard) => boolean;
  /** Reads a shard; null where it isn't what was kept. */
  readonly read: (number: number, shard: KeptShard) => Iterable<Postings> | null;
  readonly write: (number: number, terms: readonly Postings[], count: number) => KeptShard;
}

function shardShelf(folder: string, data: string): ShardShelf {
  const isIntact = (file: string, { kept }: KeptShard) => intactStamp(file, kept) !== null;
  return {
    take(number, shard) {
      const name = searchShardFile(number, shard.version);
      return placeKept(join(folder, name), join(data, name), shard.kept);
    },
    read(number, shard) {
      const file = join(folder, searchShardFile(number, shard.version));
      return isIntact(file, shard) ? decodeShard(readFileSync(file)).values() : null;
    },
    write(number, terms, count) {
      const { content, ...facts } = shardOf(terms, count);
      const name = searchShardFile(number, facts.version);
      const file = join(data, name);
      writeAnew(file, content);
      return { ...facts, kept: keepFile(file, join(folder, name), content) };
    },
  };
}

function makeShards(
  places: readonly TermsPlace[],
  { terms }: Pick<PageCache, 'terms'>,
  shelf: ShardShelf,
): readonly KeptShard[] {
  const articles = { [Symbol.iterator]: () => terms.read(places) };
  const total = places.reduce((sum, { count }) => sum + count, 0);
  const count = shardCount(places.length);
  const shards: KeptShard[] = [];
  const progress = startProgress('indexing', count);
  for (const grams of indexShards(articles, total, count)) {
    shards.push(shelf.write(shards.length, grams, places.length));
    progress.step(shards.length);
  }
  progress.end();
  return shards;
}

/** The kept shards as they are now; null where they must all be made anew. */
function mendShards(
  kept: KeptIndex,
  places: readonly TermsPlace[],
  cache: Pick<PageCache, 'terms' | 'formerTerms'>,
  shelf: ShardShelf,
): readonly KeptShard[] | null {
  const changes = changesSince(kept, places, cache)?.byShard();
  if (changes === undefined) return null;
  const shards: KeptShard[] = [];
  for (const [number, shard] of kept.shards.entries()) {
    const now = mendShard(number, shard, changes.get(number), places.length, shelf);
    if (now === null) return null;
    shards.push(now);
  }
  return shards;
}

function mendShard(
  number: number,
  shard: KeptShard,
  changes: readonly TermChange[] | undefined,
  count: number,
  shelf: ShardShelf,
): KeptShard | null {
  if (changes === undefined) return shelf.take(number, shard) ? shard : null;
  const terms = shelf.read(number, shard);
  return terms && shelf.write(number, patchShard(terms, changes), count);
}

/** What has changed since an index was made, article by article; null where it is too much, or not known. */
function changesSince(
  { sums, shards }: KeptIndex,
  places: readonly TermsPlace[],
  { terms, formerTerms }: Pick<PageCache, 'terms' | 'formerTerms'>,
): SearchChanges | null {
  const count = places.length;
  if (shards.length !== shardCount(count) || spanOf(sums.length) !== spanOf(count)) return null;
  const changes = searchChanges(shards.length);
  const former = formerTerms();
  const at = (place: TermsPlace | undefined) => (place === undefined ? null : terms.find(place));
  for (let position = 0; position < Math.max(sums.length, count); position++) {
    const [sum, place] = [sums[position], places[position]];
    if (sum === place?.sum) continue;
    const [before, after] = [at(former.get(sum ?? '')), at(place)];
    if ((before === null && sum !== undefined) || (after === null && place !== undefined)) return null;
    changes.add(position, before, after);
    if (changes.count() > MOST_CHANGES) return null;
  }
  return changes;
}
