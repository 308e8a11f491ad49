import { useLayoutEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** Where the router keeps the places of pages between loads of the document. */
export const SCROLL_STORAGE = 'broadsheet-scroll';

function savedPlace(key: string): number {
  try {
    const saved: unknown = JSON.parse(sessionStorage.getItem(SCROLL_STORAGE) ?? '{}');
    const place: unknown = Object.entries(saved ?? {}).find(([name]) => name === key)?.[1];
    return typeof place === 'number' ? place : 0;
  } catch {
    return 0;
  }
}

/**
 * After a reload a list is short until its edition arrives, and one that is filtered is another until then, so the browser
 * could not return to a place far below. Does so when the list is whole, unless the reader has scrolled meanwhile.
 */
export function useRestoredScroll(live: boolean): void {
  const { key } = useLocation();
  const short = useRef<{ readonly end: number; readonly place: number } | null>(null);
  useLayoutEffect(() => {
    if (!live) {
      short.current = {
        end: document.documentElement.scrollHeight - window.innerHeight,
        place: window.scrollY,
      };
      return;
    }
    if (short.current === null) return;
    const { end, place: first } = short.current;
    short.current = null;
    const place = savedPlace(key);
    const isAtEnd = place > end && window.scrollY >= end - 4;
    if (place > 0 && (isAtEnd || window.scrollY === first)) window.scrollTo(0, place);
  }, [live, key]);
}
