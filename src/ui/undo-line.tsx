import { useEffect, useId, useRef, useSyncExternalStore } from 'react';
import { marksWords } from '../i18n/marks-words.ts';
import { type BulkAction, lastAction } from '../library/last-action.ts';
import { useReader } from './reader.tsx';
import { useWords } from './use-words.ts';

/** What was done last to many articles at once, with the button that takes it back. */
export function UndoLine({ kinds }: { readonly kinds: readonly BulkAction['kind'][] }) {
  const { dates } = useReader();
  const words = useWords(marksWords);
  const last = useSyncExternalStore(lastAction.subscribe, lastAction.get, lastAction.get);
  const action = last && kinds.includes(last.kind) ? last : null;
  const button = useRef<HTMLButtonElement>(null);
  const known = useRef(action);
  const textId = useId();

  useEffect(() => {
    // The button that was pressed is gone; this one says what it has done.
    if (action && action !== known.current) button.current?.focus({ preventScroll: true });
    known.current = action;
  }, [action]);

  const undo = () => {
    action?.undo();
    lastAction.set(null);
  };
  if (!action) return null;
  return (
    <p className="undo-line">
      <span id={textId}>{words.done[action.kind](dates.number(action.count))}</span>{' '}
      <button ref={button} type="button" aria-describedby={textId} onClick={undo}>
        {words.undo}
      </button>
    </p>
  );
}
