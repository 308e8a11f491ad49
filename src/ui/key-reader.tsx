import { useEffect, useRef, useState } from 'react';
import { readKey } from '../library/key-table.ts';
import { addStyles } from './add-styles.ts';
import { isForKeys } from './is-for-keys.ts';
import { KeyHelp } from './key-help.tsx';
import keysCss from './keys.css?inline';
import { useKeyActions } from './use-key-actions.ts';

addStyles(keysCss);

/** How long `g` waits for its second key, and a note stays. */
const PAIR_MS = 1500;
const NOTE_MS = 2500;

export interface KeyReaderProps {
  /** The key it came for. */
  readonly first: KeyboardEvent;
  /** Off, it stays: the help, in which keys are switched off, is its. */
  readonly isOn: boolean;
}

/** Does what keys ask for, and says what can't be seen. */
export function KeyReader({ first, isOn }: KeyReaderProps) {
  const [help, setHelp] = useState(false);
  const [note, setNote] = useState('');
  const act = useKeyActions({ say: setNote, showHelp: () => setHelp(true) });
  const latest = useRef(act);
  latest.current = act;

  useEffect(() => {
    if (note === '') return;
    const timer = setTimeout(() => setNote(''), NOTE_MS);
    return () => clearTimeout(timer);
  }, [note]);

  const isNew = useRef(true);
  useEffect(() => {
    if (!isOn) return;
    let paired = Number.NEGATIVE_INFINITY;
    const press = (event: KeyboardEvent) => {
      if (!isForKeys(event)) return;
      const action = readKey(event, event.timeStamp - paired < PAIR_MS);
      paired = action === 'pair' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (action !== null && action !== 'pair' && latest.current(action, event)) event.preventDefault();
    };
    if (isNew.current) press(first);
    isNew.current = false;
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [first, isOn]);

  return (
    <>
      <p className="key-note" role="status">
        {note}
      </p>
      {help && <KeyHelp onClose={() => setHelp(false)} />}
    </>
  );
}
