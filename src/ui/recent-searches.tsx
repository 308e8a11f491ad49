import { useSyncExternalStore } from 'react';
import { recentSearches as recent, withSearch } from '../library/recent-searches.ts';

export function rememberSearch(words: string): void {
  recent.update((searches) => withSearch(searches, words));
}

export function forgetSearches(): void {
  recent.update(() => []);
}

export function useRecentSearches(): readonly string[] {
  return useSyncExternalStore(recent.subscribe, recent.get, recent.get);
}

/** Offered by the field while it is empty or holds the beginning of one. */
export function RecentSearches({ id }: { readonly id: string }) {
  const searches = useRecentSearches();
  return (
    <datalist id={id}>
      {searches.map((words) => (
        <option key={words} value={words} />
      ))}
    </datalist>
  );
}
