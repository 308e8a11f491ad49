import { categoryPath, homePath, sourcePath } from '../edition/addresses.ts';
import { type CategoryNode, type ListFilter, type PageData, SHEET_SIZE } from '../edition/edition-data.ts';
import type { Named } from '../edition/row.ts';
import type { Edition } from './read-edition.ts';

/** A list as a page of its own, before its rows are read. */
export interface ListPlan {
  readonly filter: ListFilter;
  readonly names: readonly Named[];
  readonly total: number;
  /** Positions of the newest 32, newest first. */
  readonly newest: readonly number[];
}

type ListData = Extract<PageData, { kind: 'list' }>;

/** The home list, then every category, then every source; one walk over the articles, newest first. */
export function planLists(edition: Edition): readonly ListPlan[] {
  const home: number[] = [];
  const categories = edition.categories.map((): number[] => []);
  const sources = edition.sources.map((): number[] => []);
  for (let position = edition.articles.length - 1; position >= 0; position -= 1) {
    const article = edition.articles[position]!;
    keep(home, position);
    keep(sources[article.source], position);
    for (const index of lineage(edition.categories, article.category)) keep(categories[index], position);
  }
  return [
    { filter: { kind: 'all' }, names: [], total: edition.articles.length, newest: home },
    ...edition.categories.map((node, index) => categoryPlan(edition, node, index, categories[index] ?? [])),
    ...edition.sources.map(({ name, slug, count }, index) => ({
      filter: { kind: 'source' as const, slug },
      names: [{ name, slug }],
      total: count,
      newest: sources[index] ?? [],
    })),
  ];
}

/** A category's names, outermost level first. */
export function categoryNames(categories: readonly CategoryNode[], index: number): readonly Named[] {
  return lineage(categories, index).map((at) => ({ name: categories[at]!.name, slug: categories[at]!.slug }));
}

/** The page's data, with the rows of its newest articles. */
export function listData(edition: Edition, plan: ListPlan, rows: ListData['rows']): ListData {
  const { filter, names, total } = plan;
  return { kind: 'list', filter, names, total, rows, categories: edition.categories, sources: edition.sources };
}

/** The address of a list, without the base. */
export function listPath(filter: ListFilter): string {
  if (filter.kind === 'category') return categoryPath(filter.path);
  return filter.kind === 'source' ? sourcePath(filter.slug) : homePath;
}

/** Indexes from the outermost level to the category itself. */
function lineage(categories: readonly CategoryNode[], index: number): readonly number[] {
  const path: number[] = [];
  for (let at = index; at >= 0; at = categories[at]?.parent ?? -1) path.unshift(at);
  return path;
}

function keep(positions: number[] | undefined, position: number): void {
  if (positions !== undefined && positions.length < SHEET_SIZE) positions.push(position);
}

function categoryPlan(edition: Edition, node: CategoryNode, index: number, newest: readonly number[]): ListPlan {
  const filter = { kind: 'category' as const, path: node.path };
  return { filter, names: categoryNames(edition.categories, index), total: node.count, newest };
}
