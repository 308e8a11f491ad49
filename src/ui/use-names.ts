import { useEffect } from 'react';
import type { Found, Wanted } from '../library/find-marked.ts';
import { type MarkName, nameOf } from '../library/mark-changes.ts';

/** Writes down what articles are called of which that was not known. */
export function useNames(
  shown: readonly Wanted[],
  found: (id: string) => Found | null,
  write: (names: ReadonlyMap<string, MarkName>) => void,
): void {
  const names = new Map<string, MarkName>();
  for (const { id, title } of shown) {
    const known = title === '' ? found(id) : null;
    if (known?.kind === 'there' && known.row) names.set(id, nameOf(known.row));
  }
  const key = [...names.keys()].join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says what has become known
  useEffect(() => {
    if (names.size > 0) write(names);
  }, [key]);
}
