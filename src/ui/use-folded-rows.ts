import { useCallback, useEffect, useMemo, useState } from 'react';
import { foldCopies } from '../edition/fold-copies.ts';
import type { Row, StoryLink } from '../edition/row.ts';
import type { ListData } from './loaded-page.ts';
import { useApp, useArrivals, useEdition } from './reader.tsx';

/** The copies that stand in one row. */
export interface FoldedCopies {
  readonly count: number;
  readonly isOpen: boolean;
  /** All where the row is open, or printed with them; null for one whose sheet has not arrived. */
  readonly links: readonly (StoryLink | null)[];
}

export interface FoldedRows {
  /** Positions of the articles with a row of their own, in the list's order; null until they are known. */
  readonly positions: Int32Array | null;
  /** What the page brought along of them. */
  readonly printed: readonly Row[];
  /** The copies in the row at an index; null where there are none. */
  readonly copiesAt: (index: number) => FoldedCopies | null;
  /** Another function once a row has been opened or closed: how many copies show below the row at an index. */
  readonly shownBelow: (index: number) => number | null;
  readonly toggle: (index: number, isOpen: boolean) => void;
}

const NONE: ReadonlySet<number> = new Set();

function linkOf(row: Row | null): StoryLink | null {
  return row && { id: row.id, title: row.title, source: row.source?.name ?? null, date: row.date };
}

/** The page's rows as it prints them: of one story the newest. */
function usePrinted({ rows, copies = [] }: ListData) {
  return useMemo(() => {
    const folded = new Set(copies.flatMap((each) => each.folded));
    const printed = rows.filter((_, index) => !folded.has(index));
    return { printed, copies: new Map(copies.map((each) => [rows[each.row]?.id, each])) };
  }, [rows, copies]);
}

/** A list's articles as rows: near-identical ones stand in one, which opens to show them. */
export function useFoldedRows(page: ListData, positions: Int32Array | null): FoldedRows {
  const { store } = useApp();
  const edition = useEdition();
  useArrivals();
  const [opened, setOpened] = useState(NONE);
  const { printed, copies: printedCopies } = usePrinted(page);
  const folded = useMemo(
    () => (edition && positions ? foldCopies(positions, edition.columns) : null),
    [edition, positions],
  );
  const shown = folded?.shown ?? null;
  const foldedAt = (index: number) => folded?.copies.get(shown?.[index] ?? -1) ?? null;

  useEffect(() => {
    if (!store || !folded) return;
    const wanted = [...opened].flatMap((position) => folded.copies.get(position) ?? []);
    // What doesn't come stays empty; opening the row again asks again.
    for (const position of wanted) if (!store.row(position)) store.loadRow(position).catch(() => {});
  }, [store, folded, opened]);

  return {
    positions: shown,
    printed,
    copiesAt(index) {
      if (shown === null) {
        const listed = printedCopies.get(printed[index]?.id);
        return listed ? { count: listed.count, isOpen: false, links: listed.links } : null;
      }
      const copies = foldedAt(index);
      if (copies === null) return null;
      const isOpen = opened.has(shown[index] ?? -1);
      const links = isOpen ? copies.map((position) => linkOf(store?.row(position) ?? null)) : [];
      return { count: copies.length, isOpen, links };
    },
    shownBelow: useCallback(
      (index: number) => {
        const position = folded?.shown[index] ?? -1;
        const copies = folded?.copies.get(position);
        return copies === undefined ? null : opened.has(position) ? copies.length : 0;
      },
      [folded, opened],
    ),
    toggle(index, isOpen) {
      const position = shown?.[index];
      if (position === undefined || opened.has(position) === isOpen) return;
      setOpened((last) => new Set(isOpen ? [...last, position] : [...last].filter((each) => each !== position)));
    },
  };
}
