import { archivePath, listPath } from '../edition/addresses.ts';
import { ARCHIVE_SIZE, type ArchiveData, type ArchiveRow, archivedCount, archivePageOf } from '../edition/archive.ts';
import { dayNumber } from '../edition/day-number.ts';
import { type CategoryNode, type ListFilter, type PageData, SHEET_SIZE } from '../edition/edition-data.ts';
import type { Named } from '../edition/row.ts';
import { shownSections, withoutCounts } from '../edition/shown-sections.ts';
import { site } from '../site.ts';
import { listedCopies } from './listed-copies.ts';
import type { Edition } from './read-edition.ts';

/** A list as a page of its own, before its rows are read. */
export interface ListPlan {
  readonly filter: ListFilter;
  readonly names: readonly Named[];
  readonly total: number;
  /** Positions of all its articles, oldest first. */
  readonly positions: readonly number[];
  /** Positions of the newest 32, newest first. */
  readonly newest: readonly number[];
}

type ListData = Extract<PageData, { kind: 'list' }>;

/** The home list, then every category, then every source; one walk over the articles, oldest first. */
export function planLists(edition: Edition): readonly ListPlan[] {
  const home: number[] = [];
  const categories = edition.categories.map((): number[] => []);
  const sources = edition.sources.map((): number[] => []);
  const lineages = edition.categories.map((_, index) => lineage(edition.categories, index));
  edition.articles.forEach(({ category, source }, position) => {
    home.push(position);
    sources[source]?.push(position);
    for (const index of lineages[category] ?? []) categories[index]?.push(position);
  });
  return [
    planOf({ kind: 'all' }, [], home),
    ...edition.categories.map(({ path }, index) => {
      return planOf({ kind: 'category', path }, categoryNames(edition.categories, index), categories[index] ?? []);
    }),
    ...edition.sources.map(({ name, slug }, index) => {
      return planOf({ kind: 'source', slug }, [{ name, slug }], sources[index] ?? []);
    }),
  ];
}

function planOf(filter: ListFilter, names: readonly Named[], positions: readonly number[]): ListPlan {
  const newest = positions.slice(-SHEET_SIZE).reverse();
  return { filter, names, positions, total: positions.length, newest };
}

/** A category's names, outermost level first. */
export function categoryNames(categories: readonly CategoryNode[], index: number): readonly Named[] {
  return lineage(categories, index).map((at) => ({ name: categories[at]!.name, slug: categories[at]!.slug }));
}

/** The page's data, with the rows of its newest articles. */
export function listData(edition: Edition, plan: ListPlan, rows: ListData['rows']): ListData {
  const { filter, names, total } = plan;
  const older = olderAddress(edition, plan);
  const all = shownSections(edition, filter);
  const sections = filter.kind === 'all' ? all : withoutCounts(all);
  const copies = listedCopies(edition, plan.newest, plan.positions);
  return {
    ...{ kind: 'list', filter, names, total, rows, ...sections },
    ...(copies.length > 0 && { copies }),
    ...(older !== null && { older }),
  };
}

/** Where the articles go on that the list's own page doesn't show: the first of them, on its archive page. */
function olderAddress({ articles }: Edition, { filter, total, positions }: ListPlan): string | null {
  const index = total - SHEET_SIZE - 1;
  const article = articles[positions[index] ?? -1];
  return article === undefined ? null : `${archivePath(filter, archivePageOf(index))}#row-${article.id}`;
}

/** Every article as its archive pages show it, by position. */
export function archiveRows({ articles, sources }: Edition): readonly ArchiveRow[] {
  return articles.map(({ id, title, date, source }) => {
    return { id, title, day: dayNumber(date, site.timeZone), source: sources[source]?.name ?? null };
  });
}

/** The pages of a list's older articles, the oldest first. `all`: the rows of the whole edition, by position. */
export function* archivePages(plan: ListPlan, all: readonly ArchiveRow[]): Generator<ArchiveData> {
  const { filter, names, positions, total } = plan;
  const archived = archivedCount(total);
  const pages = Math.ceil(archived / ARCHIVE_SIZE);
  for (let number = 1; number <= pages; number += 1) {
    const slice = positions.slice((number - 1) * ARCHIVE_SIZE, Math.min(number * ARCHIVE_SIZE, archived));
    yield {
      ...{ kind: 'archive', filter, names, number },
      newer: number === pages ? listPath(filter) : archivePath(filter, number + 1),
      older: number === 1 ? null : archivePath(filter, number - 1),
      rows: slice.reverse().flatMap((position) => all[position] ?? []),
    };
  }
}

/** Indexes from the outermost level to the category itself. */
function lineage(categories: readonly CategoryNode[], index: number): readonly number[] {
  const path: number[] = [];
  for (let at = index; at >= 0; at = categories[at]?.parent ?? -1) path.unshift(at);
  return path;
}
