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
 * After a reload a list is short until its edition arrives, so the router could not return to a place far below. Does
 * so when the list has become long, unless the reader has scrolled away from the end meanwhile.
 */
export function useRestoredScroll(live: boolean): void {
  const { key } = useLocation();
  const shortHeight = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (!live) {
      shortHeight.current = document.documentElement.scrollHeight;
      return;
    }
    if (shortHeight.current === null) return;
    const end = shortHeight.current - window.innerHeight;
    shortHeight.current = null;
    const place = savedPlace(key);
    if (place > end && window.scrollY >= end - 4) window.scrollTo(0, place);
  }, [live, key]);
}
