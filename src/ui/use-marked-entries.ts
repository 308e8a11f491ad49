import { useMemo, useState, useSyncExternalStore } from 'react';
import type { MarkList } from '../edition/edition-data.ts';
import { lastAction } from '../library/last-action.ts';
import { withMarks, withoutMarks } from '../library/mark-changes.ts';
import { type MarkedEntry, markedEntries } from '../library/mark-list.ts';
import type { Mark, MarkStore, Marks } from '../library/marks.ts';
import { putHistoryBack, takeHistory } from '../library/own-history.ts';

interface Removed {
  readonly mark: Mark;
  readonly putBack: () => void;
}

export interface MarkedEntries {
  readonly marks: Marks;
  /** The last marked first, those that were taken out since the list was opened still in their places. */
  readonly entries: readonly MarkedEntry[];
  readonly remove: (entry: MarkedEntry) => void;
  readonly putBack: (entry: MarkedEntry) => void;
}

const NONE: ReadonlyMap<string, Removed> = new Map();

/** Takes an article out of a list. @returns what puts it back */
function takeOut(store: MarkStore, list: MarkList, { id, mark }: MarkedEntry): () => void {
  if (list === 'history') {
    const taken = takeHistory(store, new Set([id]));
    return () => putHistoryBack(store, taken);
  }
  const { at, date, position, title, source } = mark;
  store.change(withoutMarks('saved', new Set([id])));
  return () => store.change(withMarks('saved', [[id, at, date, position, title, source]]));
}

/** A list of the reader's own, and how it is changed. */
export function useMarkedEntries(store: MarkStore, list: MarkList): MarkedEntries {
  const marks = useSyncExternalStore(store.subscribe, store.get, store.get);
  const action = useSyncExternalStore(lastAction.subscribe, lastAction.get, lastAction.get);
  // With what is done to all, rows that were taken out go with the others.
  const [last, setLast] = useState({ action, removed: NONE });
  const removed = last.action === action ? last.removed : NONE;
  const listed = list === 'saved' ? marks.saved : marks.read;
  const entries = useMemo(() => {
    return markedEntries(listed, new Map([...removed].map(([id, { mark }]) => [id, mark])));
  }, [listed, removed]);
  return {
    marks,
    entries,
    remove(entry) {
      const putBack = takeOut(store, list, entry);
      setLast({ action, removed: new Map(removed).set(entry.id, { mark: entry.mark, putBack }) });
    },
    putBack: ({ id }) => removed.get(id)?.putBack(),
  };
}
