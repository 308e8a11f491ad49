import type { ListFilter } from '../edition/edition-data.ts';
import { filterPositions } from '../edition/filter-positions.ts';
import type { Edition } from './edition-store.ts';

const known = new WeakMap<Edition, Map<string, Int32Array>>();

function filterKey(filter: ListFilter): string {
  if (filter.kind === 'category') return `c/${filter.path}`;
  return filter.kind === 'source' ? `s/${filter.slug}` : '';
}

/** The positions of a list's articles, newest first. Remembered, so that going back costs nothing. */
export function listPositions(edition: Edition, filter: ListFilter): Int32Array {
  const lists = known.get(edition) ?? new Map<string, Int32Array>();
  known.set(edition, lists);
  const key = filterKey(filter);
  const positions = lists.get(key) ?? filterPositions(edition.columns, edition.index, filter);
  lists.set(key, positions);
  return positions;
}
