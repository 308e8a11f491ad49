import { useEffect, useState } from 'react';
import { isForKeys } from './is-for-keys.ts';
import { useSetting } from './use-setting.ts';

type KeyReader = typeof import('./key-reader.tsx').KeyReader;

/** Waits for the first key that might be meant for the reader; what keys do comes with it. */
export function Keys() {
  const isOn = useSetting('keys') === 'on';
  const [reader, setReader] = useState<{ readonly KeyReader: KeyReader; readonly first: KeyboardEvent } | null>(null);
  useEffect(() => {
    if (!isOn || reader) return;
    const press = (first: KeyboardEvent) => {
      if (!isForKeys(first) || /^(?:Tab|Enter|Shift|Arrow(?:Up|Down))$/.test(first.key)) return;
      // Without it keys do what browsers do with them.
      void import('./key-reader.tsx').then(
        ({ KeyReader }) => setReader((last) => last ?? { KeyReader, first }),
        () => {},
      );
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isOn, reader]);
  return reader && <reader.KeyReader first={reader.first} isOn={isOn} />;
}

type SwipeReader = typeof import('./swipe-reader.tsx').SwipeReader;

/** The same for fingers, for those who have asked for it. */
export function Swipes() {
  const isOn = useSetting('swipe') === 'on';
  const [script, setScript] = useState<{ readonly SwipeReader: SwipeReader } | null>(null);
  useEffect(() => {
    if (isOn) void import('./swipe-reader.tsx').then(setScript, () => {});
  }, [isOn]);
  return isOn && script && <script.SwipeReader />;
}
