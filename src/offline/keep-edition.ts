import { type EditionIndex, SHEET_SIZE } from '../edition/edition-data.ts';
import { type FileNames, namesFile, namesIndex, sheetAt } from '../edition/file-names.ts';
import {
  type SearchIndex,
  type SearchNames,
  searchIndexFile,
  searchNamesFile,
  searchShardFile,
  versionAt,
} from '../edition/search-files.ts';
import type { Keeper } from './keeper.ts';
import { dataAddress, keepData, keptTable } from './kept-table.ts';

/** Articles of an edition whose dates and categories are fetched without being asked for: some 80 KB. */
const MODEST_EDITION = 20_000;
/** Sheets whose rows are, of the newest 256 articles. */
const NEWEST_SHEETS = 8;
/** Slices of a search index: of an edition of some fifty articles. */
const SMALL_INDEX = 16;
/** And for a reader who searches: about a megabyte. */
const SEARCHED_INDEX = 128;

const editionFile = 'edition.json';

/** A table as it is kept; where it isn't, it is fetched, and kept if `isWanted`. */
async function readTable<Table>(keeper: Keeper, file: string, isWanted: (table: Table) => boolean): Promise<Table> {
  const address = dataAddress(keeper, file);
  const cache = await keeper.caches.open(keeper.names.tables);
  const known = await cache.match(address);
  if (known) return known.json();
  const response = await fetch(address);
  const table: Table = await response.clone().json();
  const kept = isWanted(table) ? await keptTable(keeper, address, response) : null;
  if (kept) await cache.put(address, kept);
  return table;
}

async function isKept({ caches, names }: Keeper, address: string): Promise<boolean> {
  return (await (await caches.open(names.tables)).match(address)) !== undefined;
}

/** So that lists have more than their printed page: what all lists are made of, and the newest rows. */
async function keepNewestRows(keeper: Keeper): Promise<void> {
  const isModest = ({ count }: EditionIndex) => count <= MODEST_EDITION;
  const { count } = await readTable<EditionIndex>(keeper, editionFile, isModest);
  if (!(await isKept(keeper, dataAddress(keeper, editionFile)))) return;
  const sheets = Math.ceil(count / SHEET_SIZE);
  for (let sheet = Math.max(0, sheets - NEWEST_SHEETS); sheet < sheets; sheet++) {
    const position = sheet * SHEET_SIZE;
    const names = await readTable<FileNames>(keeper, namesFile(namesIndex(position)), () => true);
    const file = sheetAt(names, position);
    if (file !== null) await keepData(keeper, dataAddress(keeper, file));
  }
}

/** So that one can search: the whole index, where it is small. */
async function keepSearchIndex(keeper: Keeper): Promise<void> {
  const hasSearched = await isKept(keeper, dataAddress(keeper, searchIndexFile));
  const most = hasSearched ? SEARCHED_INDEX : SMALL_INDEX;
  const { shards } = await readTable<SearchIndex>(keeper, searchIndexFile, (index) => index.shards <= most);
  if (shards > most) return;
  const names = await readTable<SearchNames>(keeper, searchNamesFile(0), () => true);
  for (let shard = 0; shard < shards; shard++) {
    const version = versionAt(names, shard);
    if (version !== null) await keepData(keeper, dataAddress(keeper, searchShardFile(shard, version)));
  }
}

/** Keeps what lists and the search need without a network, one file after another, as far as that is little. */
export async function keepEdition(keeper: Keeper): Promise<void> {
  await keepNewestRows(keeper);
  await keepSearchIndex(keeper);
}
