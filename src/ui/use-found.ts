import { useEffect, useSyncExternalStore } from 'react';
import type { EditionStore } from '../library/edition-store.ts';
import { createMarkedFinder, type Found, type MarkedFinder } from '../library/find-marked.ts';
import { type MarkName, withNames } from '../library/mark-changes.ts';
import type { MarkedEntry } from '../library/mark-list.ts';
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

/** Looks for the articles on screen, and writes down what they are called where their marks don't say it. */
export function useFound(shown: readonly MarkedEntry[]): (id: string) => Found | null {
  const { store, base, marks } = useReader();
  const finder = store && finderOf(store, base);
  const answers = useSyncExternalStore(
    finder?.subscribe ?? never,
    () => finder?.answers() ?? 0,
    () => 0,
  );
  const key = shown.map(({ id }) => id).join(' ');

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says which entries are shown
  useEffect(() => {
    const wanted = shown.map(({ id, mark }) => ({ id, hasTitle: mark.title !== '' }));
    const timer = setTimeout(() => finder?.look(wanted), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [finder, key]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer may bring a title
  useEffect(() => {
    const names = new Map<string, MarkName>();
    for (const { id, mark } of shown) {
      const found = mark.title === '' ? finder?.found(id) : null;
      if (found?.kind !== 'there' || !found.row) continue;
      names.set(id, { title: found.row.title, source: found.row.source?.name ?? '' });
    }
    if (names.size > 0) marks?.change(withNames(names));
  }, [finder, marks, key, answers]);

  return (id) => finder?.found(id) ?? null;
}
