import { withBase } from '../edition/addresses.ts';
import { listAddress, sharedQuery } from '../edition/list-query.ts';
import type { ListView } from '../library/list-view.ts';

/** A filtered list's address for others, with the base: without what only this reader's marks know. */
export function sharedAddress(base: string, { query }: ListView): string {
  return withBase(base, listAddress(sharedQuery(query)));
}
