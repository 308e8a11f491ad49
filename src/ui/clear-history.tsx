import { useEffect, useRef, useState } from 'react';
import { marksWords } from '../i18n/marks-words.ts';
import type { MarkStore } from '../library/marks.ts';
import { putHistoryBack, type TakenHistory, takeHistory } from '../library/own-history.ts';
import { useReader } from './reader.tsx';
import { useWords } from './use-words.ts';

/** What was cleared last: it can be put back as long as the document lives, from wherever the reader returns. */
let lastCleared: TakenHistory | null = null;

export interface ClearHistoryProps {
  readonly store: MarkStore;
  /** Articles in the list. */
  readonly count: number;
  /** The history has been emptied, or put back. */
  readonly onChange: () => void;
}

/** Empties the history at once, and takes it back as easily. */
export function ClearHistory({ store, count, onChange }: ClearHistoryProps) {
  const { dates } = useReader();
  const words = useWords(marksWords);
  const [cleared, setCleared] = useState(lastCleared);
  const undoButton = useRef<HTMLButtonElement>(null);
  const hasCleared = useRef(false);

  const keep = (taken: TakenHistory | null) => {
    lastCleared = taken;
    setCleared(taken);
  };
  const clear = () => {
    hasCleared.current = true;
    keep(takeHistory(store, null));
    onChange();
  };
  const undo = () => {
    if (cleared) putHistoryBack(store, cleared);
    keep(null);
    onChange();
  };

  useEffect(() => {
    // The button that was pressed is gone.
    if (hasCleared.current && cleared) undoButton.current?.focus();
    hasCleared.current = false;
  }, [cleared]);

  return (
    <>
      <p role="status" className="cleared">
        {cleared && (
          <>
            {words.cleared(dates.number(cleared.read.length))}{' '}
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
