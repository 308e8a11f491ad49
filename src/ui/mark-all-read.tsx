import { useMemo, useSyncExternalStore } from 'react';
import { marksWords } from '../i18n/marks-words.ts';
import { caughtUp, caughtUpWith, withCaughtUp, withoutCaughtUp } from '../library/caught-up.ts';
import { lastAction } from '../library/last-action.ts';
import { countOf, type ListView } from '../library/list-view.ts';
import { ownPositions } from '../library/own-positions.ts';
import { useApp } from './reader.tsx';
import { UndoLine } from './undo-line.tsx';
import { useWords } from './use-words.ts';

/** How many articles of a list are unread by now: the list itself and its counts are what they were when it was opened. */
function useUnread(view: ListView): number {
  const { store, marks } = useApp();
  const lists = useSyncExternalStore(caughtUp.subscribe, caughtUp.get, caughtUp.get);
  return useMemo(() => {
    if (!store || !marks) return 0;
    const own = ownPositions(marks.get(), lists, view.edition, store);
    return countOf(view, { ...view.query, own: ['unread'] }, own);
  }, [store, marks, lists, view]);
}

/**
 * Marks all articles of a list as read, and takes it back. The list stays as it is until it is opened anew: nothing vanishes
 * before one's eyes. What was searched for is no list that could be caught up with.
 */
export function MarkAllRead({ view }: { readonly view: ListView }) {
  const words = useWords(marksWords);
  const unread = useUnread(view);
  const { query, facets, edition } = view;
  const mark = () => {
    const list = caughtUpWith(edition, query, facets.positions);
    const before = caughtUp.get();
    caughtUp.update(withCaughtUp([list]));
    const undo = () => {
      caughtUp.update(withoutCaughtUp([list]));
      caughtUp.update(withCaughtUp(before));
    };
    lastAction.set({ kind: 'caught-up', count: unread, undo });
  };
  return (
    <div className="mark-all">
      {query.words === '' && unread > 0 && (
        <button type="button" onClick={mark}>
          {words.markAllRead}
        </button>
      )}
      <UndoLine kinds={['caught-up']} />
    </div>
  );
}
