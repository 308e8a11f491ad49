import { useSyncExternalStore } from 'react';
import type { RowHeights } from '../library/list-shape.ts';

const names = ['--lead', '--row', '--day'] as const;
let known: RowHeights | null = null;

function pixels(value: string, rem: number): number {
  const number = Number.parseFloat(value);
  return value.trim().endsWith('rem') ? number * rem : number;
}

function readHeights(): RowHeights {
  const style = getComputedStyle(document.documentElement);
  const rem = Number.parseFloat(style.fontSize) || 16;
  const [lead, row, day] = names.map((name) => pixels(style.getPropertyValue(name), rem) || 0);
  return { lead: lead ?? 0, row: row ?? 0, day: day ?? 0 };
}

function sameHeights(one: RowHeights, other: RowHeights): boolean {
  return one.row === other.row && one.day === other.day && one.lead === other.lead;
}

/** The same object as long as the heights are the same, as `useSyncExternalStore` wants it. */
function currentHeights(): RowHeights | null {
  const heights = readHeights();
  if (heights.row === 0) return null;
  if (!known || !sameHeights(known, heights)) known = heights;
  return known;
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

/**
 * Heights of rows in this window, from the style sheet's custom properties; null in printed pages, and as long as they are not
 * wanted: measuring makes the browser work out every style.
 */
export function useRowHeights(wanted: boolean): RowHeights | null {
  return useSyncExternalStore(
    onResize,
    () => (wanted ? currentHeights() : null),
    () => null,
  );
}
