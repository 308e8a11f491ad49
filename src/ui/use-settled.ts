import { useEffect, useState } from 'react';
import type { Found } from './use-search.ts';

/** Shorter searches end before anybody could read that they are under way. */
const SLOW_MS = 400;

/** What was last true of a list whose search was settled; null once the next one takes a while, or has failed. */
export function useSettled(said: string, search: Found['status']): string | null {
  const [kept, setKept] = useState(said);
  const [isSlow, setSlow] = useState(false);
  if (search === 'settled' && kept !== said) setKept(said);
  useEffect(() => {
    if (search !== 'searching') return;
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [search]);
  return search === 'failed' || isSlow ? null : kept;
}
