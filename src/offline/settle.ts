import type { EditionIndex } from '../edition/edition-data.ts';
import { type FileNames, PACKS_NAMED, SHEETS_NAMED } from '../edition/file-names.ts';
import { type SearchNames, SHARDS_NAMED, versionAt } from '../edition/search-files.ts';
import type { Keeper } from './keeper.ts';
import { keptTable } from './kept-table.ts';

/** What the kept tables say of the files that belong to the edition. */
export interface EditionTables {
  readonly edition: Pick<EditionIndex, 'columns'> | null;
  readonly names: ReadonlyMap<number, FileNames>;
  readonly search: ReadonlyMap<number, SearchNames>;
}

interface NumberedFile {
  readonly pattern: RegExp;
  /** The version the edition has of file number `index`; undefined where no table tells. */
  readonly version: (tables: EditionTables, index: number) => string | null | undefined;
}

function inTable<Table>(
  tables: ReadonlyMap<number, Table>,
  span: number,
  index: number,
  versionIn: (table: Table) => string | null | undefined,
): string | null | undefined {
  const table = tables.get(Math.floor(index / span));
  return table === undefined ? undefined : (versionIn(table) ?? null);
}

const numbered: readonly NumberedFile[] = [
  {
    pattern: /\/data\/sheet-(\d+)-(\w+)\.json$/,
    version: ({ names }, index) => inTable(names, SHEETS_NAMED, index, ({ sheets }) => sheets[index % SHEETS_NAMED]),
  },
  {
    pattern: /\/articles\/(\d+)-(\w+)\.js$/,
    version: ({ names }, index) => inTable(names, PACKS_NAMED, index, ({ packs }) => packs[index % PACKS_NAMED]),
  },
  {
    pattern: /\/data\/shard-(\d+)-(\w+)\.bin$/,
    version: ({ search }, index) => inTable(search, SHARDS_NAMED, index, (table) => versionAt(table, index)),
  },
];

/** Whether a file is certainly of another edition than the tables are. What no table speaks of may still be wanted. */
export function isOutdated(address: string, tables: EditionTables): boolean {
  const { pathname } = new URL(address);
  const columns = /\/data\/(columns-\w+\.bin)$/.exec(pathname)?.[1];
  if (columns !== undefined) return tables.edition !== null && tables.edition.columns !== columns;
  return numbered.some(({ pattern, version }) => {
    const [, index, own] = pattern.exec(pathname) ?? [];
    const named = index === undefined ? undefined : version(tables, Number(index));
    return named !== undefined && named !== own;
  });
}

async function readJson(response: Response | undefined): Promise<unknown> {
  return response ? response.json().catch(() => null) : null;
}

async function keptTables({ caches, names }: Keeper): Promise<EditionTables> {
  const cache = await caches.open(names.tables);
  const [fileNames, search] = [new Map<number, FileNames>(), new Map<number, SearchNames>()];
  let edition: EditionTables['edition'] = null;
  for (const request of await cache.keys()) {
    const [, kind, index] = /\/data\/(edition|names|search)(?:-(\d+))?\.json$/.exec(request.url) ?? [];
    const table = await readJson(await cache.match(request));
    if (table === null) continue;
    // What is in this cache came from the site's own data.
    if (kind === 'edition') edition = table as EditionIndex;
    else if (kind === 'names') fileNames.set(Number(index), table as FileNames);
    else if (index !== undefined) search.set(Number(index), table as SearchNames);
  }
  return { edition, names: fileNames, search };
}

/** Removes data and texts of editions that are gone. */
export async function removeOutdated(keeper: Keeper): Promise<void> {
  const tables = await keptTables(keeper);
  for (const name of [keeper.names.data, keeper.names.packs]) {
    const cache = await keeper.caches.open(name);
    for (const request of await cache.keys()) if (isOutdated(request.url, tables)) await cache.delete(request);
  }
}

/** Asks again for the tables that are kept, because they must be of one edition: all are replaced, or none. */
export async function refreshTables(keeper: Keeper): Promise<void> {
  const cache = await keeper.caches.open(keeper.names.tables);
  const addresses = (await cache.keys()).map(({ url }) => url);
  const fresh = await Promise.all(
    addresses.map(async (address) => {
      const response = await fetch(address, { cache: 'no-cache' });
      // A table beyond the end of a smaller edition is gone.
      return response.status === 404
        ? null
        : ((await keptTable(keeper, address, response)) ?? Promise.reject(response));
    }),
  );
  for (const [place, address] of addresses.entries()) {
    const response = fresh[place];
    await (response ? cache.put(address, response) : cache.delete(address));
  }
}
