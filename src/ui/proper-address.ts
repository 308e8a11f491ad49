import { listPath } from '../edition/addresses.ts';
import type { ListFilter } from '../edition/edition-data.ts';
import { listAddress, listPlace, listQuery } from '../edition/list-query.ts';
import type { ListView } from '../library/list-view.ts';

/**
 * Where a list lives whose address says so in another way: `/?c=a` is `/c/a/`, and `/c/a/?c=b` is `/?c=a&c=b`. Null where it
 * is there already, and where only the edition doesn't know what the page is of.
 */
export function properAddress(place: ListFilter, search: string, { query }: ListView): string | null {
  const here = listPath(place);
  const isElsewhere = listPath(listPlace(listQuery(place, search))) !== here && listPath(listPlace(query)) !== here;
  return isElsewhere ? listAddress(query) : null;
}
