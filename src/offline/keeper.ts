import { type CacheNames, cacheNamesFor } from './cache-names.ts';
import { type KeptStore, openKeptStore } from './kept-store.ts';

/** Where a site keeps what can be read without a network: the same places for its pages and its worker. */
export interface Keeper {
  /** Begins and ends with `/`. */
  readonly base: string;
  /** Scheme and host. */
  readonly origin: string;
  readonly names: CacheNames;
  readonly caches: CacheStorage;
  readonly store: KeptStore;
}

export function createKeeper(base: string): Keeper {
  const { location, caches } = globalThis;
  return { base, origin: location.origin, names: cacheNamesFor(base), caches, store: openKeptStore(base) };
}
