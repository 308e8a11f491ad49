import { useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, startTransition, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { ListShape } from '../library/list-shape.ts';
import { whenIdle } from '../library/when-idle.ts';

const OVERSCAN = 8;

/** Where lists stand, mostly: the next one is drawn once, and not again because it has been measured. */
let lastTop = 0;

export function measureTop(list: HTMLElement): number {
  lastTop = list.getBoundingClientRect().top + window.scrollY;
  return lastTop;
}

/** How far the list stands below the top of the document. */
export function useListTop(list: { readonly current: HTMLElement | null }, live: boolean): number {
  const [top, setTop] = useState(lastTop);
  useEffect(() => {
    if (live) return;
    let left = false;
    // Before the edition arrives, in slices: measured when it has, all would be drawn twice at once.
    void whenIdle().then(() => {
      if (left || !list.current) return;
      const now = measureTop(list.current);
      startTransition(() => setTop(now));
    });
    return () => {
      left = true;
    };
  }, [list, live]);
  useLayoutEffect(() => {
    const measure = () => {
      if (list.current) setTop(measureTop(list.current));
    };
    if (live) measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [list, live]);
  return top;
}

const startAt = () => (typeof window === 'undefined' ? 0 : window.scrollY);
const windowRect = () =>
  typeof window === 'undefined' ? { width: 0, height: 0 } : { width: window.innerWidth, height: window.innerHeight };

export function useVirtualRows(shape: ListShape, live: boolean, top: number): Virtualizer<Window, HTMLLIElement> {
  // Once: asking makes the browser lay the page out.
  const [initialRect] = useState(windowRect);
  // The library keeps what it has computed until it is given another function: then, in the same drawing, all goes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` is what the sizes come from
  const getItemKey = useMemo(() => (index: number) => index, [shape]);
  return useWindowVirtualizer<HTMLLIElement>({
    count: shape.count,
    enabled: live,
    estimateSize: shape.height,
    getItemKey,
    overscan: OVERSCAN,
    scrollMargin: top,
    initialOffset: startAt,
    initialRect,
  });
}

export interface DrawnRows {
  readonly indexes: readonly number[];
  /** Room for the rows that are not drawn; printed pages have none, and no style. */
  readonly style: CSSProperties | undefined;
}

export function drawnRows(
  shape: ListShape,
  virtualizer: Virtualizer<Window, HTMLLIElement>,
  live: boolean,
  top: number,
): DrawnRows {
  if (!live) return { indexes: Array.from({ length: shape.count }, (_, index) => index), style: undefined };
  const items = virtualizer.getVirtualItems();
  const before = (items[0]?.start ?? top) - top;
  const after = virtualizer.getTotalSize() + top - (items.at(-1)?.end ?? top);
  return { indexes: items.map((item) => item.index), style: { paddingTop: before, paddingBottom: after } };
}
