import type { EditionIndex } from './edition-data.ts';
import type { ListQuery } from './list-query.ts';

/** The query without categories and sources the edition doesn't have. */
export function knownQuery({ categories, sources }: EditionIndex, query: ListQuery): ListQuery {
  if (query.include.length + query.exclude.length + query.sources.length === 0) return query;
  const paths = new Set(categories.map(({ path }) => path));
  const slugs = new Set(sources.map(({ slug }) => slug));
  return {
    ...query,
    include: query.include.filter((path) => paths.has(path)),
    exclude: query.exclude.filter((path) => paths.has(path)),
    sources: query.sources.filter((slug) => slugs.has(slug)),
  };
}
