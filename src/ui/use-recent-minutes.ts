import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all times on a page. */
function everyMinute(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => listeners.forEach((listen) => void listen()), MINUTE);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function recentMinutes(date: number | null): number | null {
  const minutes = date === null ? -1 : Math.floor((Date.now() - date) / MINUTE);
  return minutes >= 0 && minutes < 60 ? minutes : null;
}

/**
 * How many minutes ago it was; null for what is an hour old or lies ahead, and in printed pages, which are the same on every
 * day. Old times never change, so that nothing is drawn again for them.
 */
export function useRecentMinutes(date: number | null): number | null {
  return useSyncExternalStore(
    everyMinute,
    () => recentMinutes(date),
    () => null,
  );
}
