import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countCharacters } from '../edition/common-characters.ts';
import {
  type SearchIndex,
  searchIndexFile,
  searchNamesFile,
  searchShardFile,
  searchTables,
  VERSION_LENGTH,
} from '../edition/search-files.ts';
import { indexShards, shardCount } from '../edition/search-index.ts';
import { encodeShard } from '../edition/search-shard.ts';
import type { ArticleTerms } from '../edition/search-terms.ts';
import { contentSum } from './file-stamp.ts';
import { intactStamp, type KeptFile, keepFile, linkOrCopy, removeOthers } from './kept-file.ts';
import { contentHash } from './media.ts';
import type { PackFolders } from './print-pack.ts';
import type { SearchVolumes, TermsPlace } from './search-volumes.ts';
import { quietly, writeWhole } from './sharded-store.ts';
import { makeSiteFolder } from './write-site-file.ts';

/** A search index, file after file, below `data/`. */
export interface SearchFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/**
 * All files of the index of an edition; shards first, the tables that name them last.
 * @param articles the terms of all articles, oldest first; iterated anew as often as memory demands
 * @param total terms of all articles together
 */
export function* searchFiles(articles: Iterable<ArticleTerms>, count: number, total: number): Generator<SearchFile> {
  const shards = shardCount(count);
  const characters = countCharacters();
  const versions: string[] = [];
  for (const terms of indexShards(articles, total, shards)) {
    const content = encodeShard(terms, count);
    const version = contentHash(content).slice(0, VERSION_LENGTH);
    yield { name: searchShardFile(versions.length, version), content };
    versions.push(version);
    characters.add(terms);
  }
  for (const [index, table] of searchTables(versions).entries()) {
    yield { name: searchNamesFile(index), content: JSON.stringify(table) };
  }
  const index: SearchIndex = { count, shards, common: characters.common() };
  yield { name: searchIndexFile, content: JSON.stringify(index) };
}

/** What the cache holds of an index, and what it was made of. */
interface Manifest {
  readonly key: string;
  readonly files: readonly (readonly [string, KeptFile])[];
}

const MANIFEST = 'manifest.json';

function readManifest(folder: string): Manifest | null {
  try {
    return JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest;
  } catch {
    return null;
  }
}

/** Puts the kept index into the site; false where it isn't whole. */
function takeFiles({ files }: Manifest, folder: string, data: string): boolean {
  return files.every(([name, kept]) => {
    const file = join(folder, name);
    return intactStamp(file, kept) !== null && linkOrCopy(file, join(data, name));
  });
}

/**
 * Writes the search index into the site: from the cache where no article's words have changed, else anew from the terms of all
 * articles.
 * @param places where the terms of all articles lie, oldest first
 * @param stamp of the program and of the settings files depend on
 */
export function writeSearch(
  places: readonly TermsPlace[],
  volumes: SearchVolumes,
  { site, cache }: PackFolders,
  stamp: string,
): void {
  const folder = join(cache, 'search');
  const data = join(site, 'data');
  makeSiteFolder(site, 'data');
  quietly(() => mkdirSync(folder, { recursive: true }));
  const key = contentSum(JSON.stringify([stamp, places.map(({ sum }) => sum)]));
  const kept = readManifest(folder);
  if (kept?.key === key && takeFiles(kept, folder, data)) return;
  const articles = { [Symbol.iterator]: () => volumes.read(places) };
  const total = places.reduce((sum, { count }) => sum + count, 0);
  const files: [string, KeptFile][] = [];
  for (const { name, content } of searchFiles(articles, places.length, total)) {
    const file = join(data, name);
    // What stands there may be another name of a file in the cache.
    rmSync(file, { force: true });
    writeFileSync(file, content);
    files.push([name, keepFile(file, join(folder, name), content)]);
  }
  const manifest: Manifest = { key, files };
  quietly(() => writeWhole(join(folder, MANIFEST), JSON.stringify(manifest)));
  removeOthers(folder, new Set([MANIFEST, ...files.map(([name]) => name)]));
}
