import type { EditionIndex } from './edition-data.ts';
import { type ListQuery, tidyQuery } from './list-query.ts';

/** Where a category stands in a choice of some: what the reader said of it, and whether its articles are shown. */
export interface CategoryStanding {
  readonly mark: 'included' | 'excluded' | null;
  readonly shown: boolean;
}

/**
 * The standing of every category, by its index. A mark holds for everything below it, up to the next mark; without any
 * inclusion everything that is not excluded is shown.
 */
export function categoryStandings(
  { categories }: EditionIndex,
  { include, exclude }: Pick<ListQuery, 'include' | 'exclude'>,
): readonly CategoryStanding[] {
  const marks = new Map<string, 'included' | 'excluded'>();
  for (const path of include) marks.set(path, 'included');
  for (const path of exclude) marks.set(path, 'excluded');
  const standings: CategoryStanding[] = [];
  // Parents stand before children, so one pass reaches every depth.
  for (const { path, parent } of categories) {
    const mark = marks.get(path) ?? null;
    const above = standings[parent]?.shown ?? include.length === 0;
    standings.push({ mark, shown: mark === null ? above : mark === 'included' });
  }
  return standings;
}

const isBelow = (path: string, above: string): boolean => path.startsWith(`${above}/`);

/** Whether a path's articles are shown, were it not marked itself. */
function inherits({ include, exclude }: ListQuery, path: string): boolean {
  const depth = (paths: readonly string[]) =>
    Math.max(0, ...paths.filter((above) => isBelow(path, above)).map((above) => above.length));
  const [included, excluded] = [depth(include), depth(exclude)];
  return included === excluded ? include.length === 0 : included > excluded;
}

const without = (paths: readonly string[], gone: (path: string) => boolean): readonly string[] =>
  paths.filter((path) => !gone(path));

/** The query with a category chosen beside others. What was chosen below it is in it now. */
export function withCategory(query: ListQuery, path: string): ListQuery {
  const exclude = without(query.exclude, (other) => other === path);
  const open = { ...query, exclude };
  if (query.include.length > 0 && inherits(open, path)) return tidyQuery(open);
  const include = [...without(query.include, (other) => isBelow(other, path)), path];
  return tidyQuery({ ...open, include });
}

/** The query without a category that was chosen, or that stands in one that was: then it is excluded. */
export function withoutCategory(query: ListQuery, path: string): ListQuery {
  const include = without(query.include, (other) => other === path);
  const rest = { ...query, include };
  const stillShown = include.length > 0 && inherits(rest, path);
  return tidyQuery(stillShown ? { ...rest, exclude: [...query.exclude, path] } : rest);
}

/** The query with a category excluded, and nothing below it chosen or excluded any more. */
export function excludingCategory(query: ListQuery, path: string): ListQuery {
  const gone = (other: string) => other === path || isBelow(other, path);
  const include = without(query.include, gone);
  return tidyQuery({ ...query, include, exclude: [...without(query.exclude, gone), path] });
}

/** The query with a category no longer excluded. */
export function readmittingCategory(query: ListQuery, path: string): ListQuery {
  return tidyQuery({ ...query, exclude: without(query.exclude, (other) => other === path) });
}
