import { marksWords } from '../i18n/marks-words.ts';
import { lastAction } from '../library/last-action.ts';
import type { MarkStore } from '../library/marks.ts';
import { putHistoryBack, takeHistory } from '../library/own-history.ts';
import { useWords } from './use-words.ts';

/** Empties the history at once; it is taken back as easily. */
export function ClearHistory({ store }: { readonly store: MarkStore }) {
  const words = useWords(marksWords);
  const clear = () => {
    const taken = takeHistory(store, null);
    lastAction.set({ kind: 'cleared', count: taken.read.length, undo: () => putHistoryBack(store, taken) });
  };
  return (
    <button type="button" onClick={clear}>
      {words.clearHistory}
    </button>
  );
}
