import { useEffect, useSyncExternalStore } from 'react';
import type { Edition } from '../library/edition-store.ts';
import type { Matches } from '../library/facets.ts';
import type { FacetScript } from './facet-loader.ts';

const never = () => () => {};

export interface Found {
  /** What the address looks for. */
  readonly words: string;
  /** What was found, of these words or, while they are looked for, of those before; null: as yet nothing. */
  readonly matches: Matches | null;
  /** `settled`: the matches are those of the words, or there are none to look for. */
  readonly status: 'settled' | 'searching' | 'failed';
}

/** Looks for what the address says. */
export function useSearch(script: FacetScript | null, edition: Edition | null, address: string): Found {
  const words = new URLSearchParams(address).get('q')?.trim() ?? '';
  const found = useSyncExternalStore(
    script?.search.subscribe ?? never,
    () => script?.search.get() ?? null,
    () => null,
  );
  useEffect(() => {
    if (script && edition) script.search.look(words, edition);
  }, [script, edition, words]);
  if (words === '') return { words, matches: null, status: 'settled' };
  const matches = found?.matches ?? null;
  // Until the search has heard of the words it has nothing to say of them.
  if (found?.words !== words || found.status === 'searching') return { words, matches, status: 'searching' };
  return { words, matches, status: found.status === 'failed' ? 'failed' : 'settled' };
}
