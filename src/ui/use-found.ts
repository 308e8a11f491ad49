import { useEffect, useSyncExternalStore } from 'react';
import type { EditionStore } from '../library/edition-store.ts';
import { createMarkedFinder, type Found, type MarkedFinder, type Wanted } from '../library/find-marked.ts';
import { useReader } from './reader.tsx';

/** Rows that only flash by are not asked for. */
const SETTLE_MS = 200;

const finders = new WeakMap<EditionStore, MarkedFinder>();

function finderOf(store: EditionStore, base: string): MarkedFinder {
  const finder = finders.get(store) ?? createMarkedFinder(store, base);
  finders.set(store, finder);
  return finder;
}

const never = () => () => {};

/** Looks for the articles on screen. */
export function useFound(shown: readonly Wanted[]): (id: string) => Found | null {
  const { store, base } = useReader();
  const finder = store && finderOf(store, base);
  useSyncExternalStore(
    finder?.subscribe ?? never,
    () => finder?.answers() ?? 0,
    () => 0,
  );
  const key = shown.map(({ id }) => id).join(' ');

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says which are shown
  useEffect(() => {
    const timer = setTimeout(() => finder?.look(shown), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [finder, key]);

  return (id) => finder?.found(id) ?? null;
}
