import { articlePath } from '../edition/addresses.ts';
import { type Columns, dateAt, decodeColumns } from '../edition/columns.ts';
import type { EditionIndex, PackEntry, PageData, Sheet } from '../edition/edition-data.ts';
import { PACK_SIZE, SHEET_SIZE } from '../edition/edition-data.ts';
import { type FileNames, namesFile, namesIndex, packAt, sheetAt } from '../edition/file-names.ts';
import type { MoreStories, Row } from '../edition/row.ts';
import { dayNumbers } from './day-numbers.ts';
import { fetchFile, readJson } from './fetch-file.ts';
import { inSteps } from './in-steps.ts';
import type { ListStop } from './list-trail.ts';
import { loadOnce } from './load-once.ts';
import { nextTask } from './next-task.ts';
import { fetchPageData } from './page-data.ts';
import { within } from './time-limit.ts';

/** All articles together, as far as lists need them: counts, dates, categories, sources. */
export interface Edition {
  readonly index: EditionIndex;
  readonly columns: Columns;
  /** The calendar day of each article, oldest first. */
  readonly days: Int32Array;
}

export interface EditionStore {
  /** Null until it has arrived. */
  edition(): Edition | null;
  /** A row that has arrived, by its position counted oldest first. */
  row(position: number): Row | null;
  /** The position of an article whose row has arrived. */
  positionOf(id: string): number | null;
  /** Takes rows a page brought along, each with its position. */
  keepRows(rows: readonly Row[], positions: ArrayLike<number>): void;
  /** Takes the position of an article whose row has not arrived. */
  keepPosition(id: string, position: number): void;
  loadEdition(): Promise<Edition>;
  /** The row at a position, with the 31 others of its sheet. */
  loadRow(position: number): Promise<Row>;
  /** The raw texts of the article at a position and of its pack. */
  loadPack(position: number): Promise<readonly PackEntry[]>;
  loadPage(path: string): Promise<PageData>;
  /** What else there is to read beside an article, from its printed page. */
  loadMore(id: string): Promise<MoreStories | null>;
  /** The same where it has arrived: an article that is come back to is as long as it was. */
  more(id: string): MoreStories | null;
  /** Takes the list the reader is in. */
  keepList(stop: ListStop): void;
  /** Null before the first list of a visit. */
  lastList(): ListStop | null;
  /** Calls back when the edition or a sheet has arrived; returns the way out. */
  subscribe(listener: () => void): () => void;
  /** Grows with every arrival: a snapshot for `useSyncExternalStore`. */
  arrivals(): number;
}

export interface EditionStoreOptions {
  /** Begins and ends with `/`. */
  readonly base: string;
  readonly timeZone: string;
  /** Loads a module by its address; a parameter because tests have no server. */
  readonly importModule: (address: string) => Promise<unknown>;
}

/** Articles whose related ones are remembered: as many as are kept ready. */
const MOST_MORE = 20;

/** A newer edition may have other articles at these positions: its sheets fit its own columns only. */
function checkSheet(sheet: Sheet, start: number, { columns }: Edition): void {
  const minute = (date: number | null) => (date === null ? null : Math.floor(Math.max(0, date) / 60_000));
  for (const [place, { date }] of sheet.entries()) {
    const expected = dateAt(columns, start + place);
    if (minute(date) !== minute(expected)) throw new Error('There is a newer edition.');
  }
}

/** Browsers may remember that a module failed to load, or still wait for it; another address makes them ask again. */
function retryingImport(importModule: (address: string) => Promise<unknown>) {
  const failures = new Map<string, number>();
  return async (address: string) => {
    const failed = failures.get(address) ?? 0;
    try {
      return await within(importModule(failed === 0 ? address : `${address}?retry=${failed}`), address);
    } catch (error) {
      failures.set(address, failed + 1);
      throw error;
    }
  };
}

/** What the reader holds of the edition: every file is loaded when it is first wanted, once; failures can be retried. */
export function createEditionStore({ base, timeZone, importModule }: EditionStoreOptions): EditionStore {
  let edition: Edition | null = null;
  let lastList: ListStop | null = null;
  let arrivals = 0;
  const rows = new Map<number, Row>();
  const positions = new Map<string, number>();
  const listeners = new Set<() => void>();
  const importAgain = retryingImport(importModule);

  const keepRow = (row: Row, position: number) => {
    rows.set(position, row);
    positions.set(row.id, position);
  };
  const arrived = () => {
    arrivals += 1;
    for (const listener of listeners) listener();
  };

  const loadEdition = loadOnce(async (_: 'edition'): Promise<Edition> => {
    // The one file whose name never changes: always asked for again, mostly answered with "not modified".
    const index = await fetchFile(`${base}data/edition.json`, readJson<EditionIndex>, { cache: 'no-cache' });
    const columns = await fetchFile(`${base}data/${index.columns}`, async (file) =>
      decodeColumns(await file.arrayBuffer()),
    );
    await nextTask();
    const days = await inSteps(dayNumbers(columns.dates, timeZone));
    // What is drawn for it is work of its own.
    await nextTask();
    edition = { index, columns, days };
    arrived();
    return edition;
  });

  const loadNames = loadOnce((index: number) =>
    fetchFile(`${base}data/${namesFile(index)}`, readJson<FileNames>, { cache: 'no-cache' }),
  );

  /** Loads a file by the name a table gives it. Where it is gone, the table may be of yesterday: it is asked for again. */
  const loadNamed = async <Value>(
    position: number,
    fileAt: (names: FileNames, position: number) => string | null,
    load: (file: string) => Promise<Value>,
  ): Promise<Value> => {
    const file = fileAt(await loadNames(namesIndex(position)), position);
    if (file === null) throw new Error(`The edition has no article ${position}.`);
    try {
      return await load(file);
    } catch (error) {
      loadNames.forget(namesIndex(position));
      throw error;
    }
  };

  const loadSheet = loadOnce(async (number: number): Promise<Sheet> => {
    const start = number * SHEET_SIZE;
    const loaded = loadEdition('edition');
    const sheet = await loadNamed(start, sheetAt, (file) => fetchFile(`${base}data/${file}`, readJson<Sheet>));
    checkSheet(sheet, start, await loaded);
    sheet.forEach((row, place) => {
      keepRow(row, start + place);
    });
    arrived();
    return sheet;
  });

  const loadPack = loadOnce(async (number: number): Promise<readonly PackEntry[]> => {
    const module = await loadNamed(number * PACK_SIZE, packAt, (file) => importAgain(`${base}articles/${file}`));
    return (module as { readonly default: readonly PackEntry[] }).default;
  });

  const loadPage = (path: string): Promise<PageData> => fetchPageData(base + path.slice(1));

  const knownMore = new Map<string, MoreStories>();
  const loadMore = loadOnce(async (id: string): Promise<MoreStories | null> => {
    const page = await loadPage(articlePath(id));
    const more = page.kind === 'article' ? page.more : null;
    if (more !== null) knownMore.set(id, more);
    return more;
  }, MOST_MORE);

  return {
    edition: () => edition,
    row: (position) => rows.get(position) ?? null,
    positionOf: (id) => positions.get(id) ?? null,
    keepRows(newRows, at) {
      newRows.forEach((row, place) => {
        const position = at[place];
        if (position !== undefined) keepRow(row, position);
      });
    },
    keepPosition: (id, position) => void positions.set(id, position),
    loadEdition: () => loadEdition('edition'),
    async loadRow(position) {
      const sheet = await loadSheet(Math.floor(position / SHEET_SIZE));
      const row = rows.get(position) ?? sheet[position % SHEET_SIZE];
      if (!row) throw new Error(`The edition has no article ${position}.`);
      return row;
    },
    loadPack: (position) => loadPack(Math.floor(position / PACK_SIZE)),
    loadPage,
    loadMore,
    more: (id) => knownMore.get(id) ?? null,
    keepList: (stop) => {
      lastList = stop;
    },
    lastList: () => lastList,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    arrivals: () => arrivals,
  };
}
