import { useEffect, useState } from 'react';
import { SHEET_SIZE } from '../edition/edition-data.ts';
import type { Row } from '../edition/row.ts';
import { listPositions } from '../library/list-positions.ts';
import { positionsAhead, type ShownRange } from '../library/list-shape.ts';
import type { ListData } from './loaded-page.ts';
import { useApp, useArrivals, useEdition } from './reader.tsx';

const MOST_SHEETS = 16;
/** While someone flings through the list, sheets that only flash by are not asked for. */
const SETTLE_MS = 60;

export interface ListRows {
  readonly row: (index: number) => Row | null;
  readonly failed: boolean;
  readonly retry: () => void;
}

/**
 * A list's rows: those the page brought along, and all others once the edition has arrived.
 * @param positions of the articles with a row of their own, in the list's order; null until they are known
 * @param printed the first of them as the page brought them along; none where it has another order
 */
export function useListRows(page: ListData, positions: Int32Array | null, printed: readonly Row[]): ListRows {
  const { store } = useApp();
  const edition = useEdition();
  useArrivals();
  const [attempt, setAttempt] = useState({ number: 0, failed: false });
  // Filtered or from another day, the list has other rows than its page.
  const plain = edition && listPositions(edition, page.filter);
  const agrees = plain?.length === page.total;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a retry is a new attempt
  useEffect(() => {
    store?.loadEdition().catch(() => setAttempt((last) => ({ ...last, failed: true })));
  }, [store, attempt.number]);

  useEffect(() => {
    if (plain && agrees) store?.keepRows(page.rows, plain);
  }, [store, plain, agrees, page]);

  return {
    row(index) {
      const arrived = positions ? store?.row(positions[index] ?? -1) : null;
      return arrived ?? (agrees || !positions ? (printed[index] ?? null) : null);
    },
    failed: attempt.failed,
    retry: () => setAttempt((last) => ({ number: last.number + 1, failed: false })),
  };
}

export interface RowsAhead {
  readonly failed: boolean;
  readonly retry: () => void;
}

/** Asks for the rows on screen and those a reader is about to reach. `last` below `first`: nothing is on screen. */
export function useRowsAhead(positions: Int32Array | null, { first, last, isBackward }: ShownRange): RowsAhead {
  const { store } = useApp();
  const [attempt, setAttempt] = useState({ number: 0, failed: false });
  // Every eighth row is often enough to look ahead.
  const from = Math.floor(first / 8) * 8;
  const to = Math.ceil(last / 8) * 8;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a retry is a new attempt
  useEffect(() => {
    if (!store || !positions || last < first) return;
    const timer = setTimeout(() => {
      const wanted = positionsAhead(
        positions,
        { first: from, last: to, isBackward },
        SHEET_SIZE,
        MOST_SHEETS,
        (position) => store.row(position) !== null,
      );
      Promise.all(wanted.map(store.loadRow)).then(
        () => setAttempt((now) => (now.failed ? { ...now, failed: false } : now)),
        () => setAttempt((now) => ({ ...now, failed: true })),
      );
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [store, positions, from, to, isBackward, attempt.number]);

  return { failed: attempt.failed, retry: () => setAttempt((now) => ({ number: now.number + 1, failed: false })) };
}
