import { useEffect, useRef } from 'react';
import { useBeside, useOpenArticle } from './use-beside.ts';

/** A swipe is long, flat and quick; the window's edges belong to the browser's own gestures. */
const LEAST_X = 80;
const FLATNESS = 2.5;
const MOST_MS = 600;
const EDGE = 24;

/** Whether something below the finger moves sideways itself. */
function scrollsSideways(target: EventTarget | null): boolean {
  for (let box = target instanceof Element ? target : null; box; box = box.parentElement) {
    if (box !== document.documentElement && box.scrollWidth > box.clientWidth + 1) {
      if (/auto|scroll/.test(getComputedStyle(box).overflowX)) return true;
    }
  }
  return false;
}

/** In an article a finger that swipes left turns to the next one, right to the one before. */
export function SwipeReader() {
  const leadOn = useBeside();
  const isArticle = useOpenArticle() !== null;
  const latest = useRef(leadOn);
  latest.current = leadOn;
  useEffect(() => {
    if (!isArticle) return;
    let start: { readonly x: number; readonly y: number; readonly at: number } | null = null;
    const touch = (event: TouchEvent) => {
      const [finger] = event.touches;
      const isFree =
        event.touches.length === 1 && finger && !document.querySelector('dialog[open], [aria-modal="true"]');
      const isInside = finger && finger.clientX > EDGE && finger.clientX < window.innerWidth - EDGE;
      start =
        isFree && isInside && !scrollsSideways(event.target)
          ? { x: finger.clientX, y: finger.clientY, at: event.timeStamp }
          : null;
    };
    const lift = (event: TouchEvent) => {
      const [finger] = event.changedTouches;
      if (!start || !finger || event.timeStamp - start.at > MOST_MS) return;
      const [x, y] = [finger.clientX - start.x, finger.clientY - start.y];
      start = null;
      // Zoomed in, a finger moves the page.
      if (Math.abs(x) < LEAST_X || Math.abs(x) < FLATNESS * Math.abs(y) || (window.visualViewport?.scale ?? 1) > 1)
        return;
      if (window.getSelection()?.isCollapsed !== false) void latest.current(x < 0 ? 1 : -1);
    };
    const options = { passive: true };
    document.addEventListener('touchstart', touch, options);
    document.addEventListener('touchend', lift, options);
    return () => {
      document.removeEventListener('touchstart', touch);
      document.removeEventListener('touchend', lift);
    };
  }, [isArticle]);
  return null;
}
