import { listPath } from '../edition/addresses.ts';
import type { CategoryNode, EditionIndex, ListFilter, PageData } from '../edition/edition-data.ts';
import { SHEET_SIZE } from '../edition/edition-data.ts';
import type { Named, Row } from '../edition/row.ts';
import { shownSections } from '../edition/shown-sections.ts';
import type { Edition, EditionStore } from './edition-store.ts';
import { listPositions } from './list-positions.ts';

/** Rows that fill a tall window; with fewer at hand the list's own page is asked for them. */
const FIRST_WINDOW = 14;

function categoryNames(categories: readonly CategoryNode[], path: string): Named[] | null {
  let node = categories.find((candidate) => candidate.path === path);
  if (!node) return null;
  const names: Named[] = [];
  for (; node; node = categories[node.parent]) names.unshift({ name: node.name, slug: node.slug });
  return names;
}

function listNames(index: EditionIndex, filter: ListFilter): readonly Named[] | null {
  if (filter.kind === 'all') return [];
  if (filter.kind === 'category') return categoryNames(index.categories, filter.path);
  const source = index.sources.find((candidate) => candidate.slug === filter.slug);
  return source ? [{ name: source.name, slug: source.slug }] : null;
}

/** The newest rows of a list that have arrived, up to the first that has not. */
function arrivedRows(store: EditionStore, positions: Int32Array): Row[] {
  const rows: Row[] = [];
  for (const position of positions.subarray(0, SHEET_SIZE)) {
    const row = store.row(position);
    if (!row) break;
    rows.push(row);
  }
  return rows;
}

async function loadListPage(store: EditionStore, edition: Edition, filter: ListFilter): Promise<PageData> {
  const page = await store.loadPage(listPath(filter));
  const positions = listPositions(edition, filter);
  // Other counts mean another day's page; its rows would land in the wrong places.
  if (page.kind === 'list' && page.total === positions.length) store.keepRows(page.rows, positions);
  return page;
}

/**
 * What a list's page shows, from what has arrived or else from its static page. Filtered further by `search` it shows other
 * rows: then the static page has nothing to add.
 */
export async function loadList(store: EditionStore, filter: ListFilter, search = ''): Promise<PageData> {
  const edition = store.edition();
  const names = edition && listNames(edition.index, filter);
  if (!edition || !names) return store.loadPage(listPath(filter));
  const positions = listPositions(edition, filter);
  const rows = arrivedRows(store, positions);
  if (search === '' && rows.length < Math.min(FIRST_WINDOW, positions.length)) {
    const page = await loadListPage(store, edition, filter).catch(() => null);
    if (page) return page;
  }
  return { kind: 'list', filter, names, total: positions.length, rows, ...shownSections(edition.index, filter) };
}
