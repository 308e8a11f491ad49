import type { ListFilter } from '../edition/edition-data.ts';
import { everything, listAddress, listQuery, withWords } from '../edition/list-query.ts';

/** The address of a list with the words somebody typed; of all articles where no list is open. */
export function typedAddress(place: ListFilter | null, search: string, words: string): string {
  return listAddress(withWords(place === null ? everything : listQuery(place, search), words));
}
