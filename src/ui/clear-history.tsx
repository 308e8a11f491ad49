import { useEffect, useRef, useState } from 'react';
import { marksWords } from '../i18n/marks-words.ts';
import { withMarks, withoutMarks } from '../library/mark-changes.ts';
import type { MarkStore, StoredMark } from '../library/marks.ts';
import { useReader } from './reader.tsx';
import { useWords } from './use-words.ts';

/** What was cleared last: it can be put back as long as the document lives, from wherever the reader returns. */
let lastCleared: readonly StoredMark[] = [];

export interface ClearHistoryProps {
  readonly store: MarkStore;
  /** Articles in the list. */
  readonly count: number;
  readonly onClear: () => void;
}

/** Empties the history at once, and takes it back as easily. */
export function ClearHistory({ store, count, onClear }: ClearHistoryProps) {
  const { dates } = useReader();
  const words = useWords(marksWords);
  const [cleared, setCleared] = useState(lastCleared);
  const undoButton = useRef<HTMLButtonElement>(null);
  const hasCleared = useRef(false);

  const keep = (marks: readonly StoredMark[]) => {
    lastCleared = marks;
    setCleared(marks);
  };
  const clear = () => {
    hasCleared.current = true;
    keep(store.stored().read);
    store.change(withoutMarks('read', null));
    onClear();
  };
  const undo = () => {
    store.change(withMarks('read', cleared));
    keep([]);
  };

  useEffect(() => {
    // The button that was pressed is gone.
    if (hasCleared.current && cleared.length > 0) undoButton.current?.focus();
    hasCleared.current = false;
  }, [cleared]);

  return (
    <>
      <p role="status" className="cleared">
        {cleared.length > 0 && (
          <>
            {words.cleared(dates.number(cleared.length))}{' '}
            <button ref={undoButton} type="button" onClick={undo}>
              {words.undo}
            </button>
          </>
        )}
      </p>
      {count > 0 && (
        <button type="button" onClick={clear}>
          {words.clearHistory}
        </button>
      )}
    </>
  );
}
