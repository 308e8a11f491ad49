import { useSyncExternalStore } from 'react';
import type { RowHeights } from '../library/list-shape.ts';

/** Those of lists, and of a row in the lists of marks. */
export interface PageHeights extends RowHeights {
  readonly mark: number;
}

const names = ['--lead', '--row', '--day', '--copies', '--copy', '--mark'] as const;
/** Asked for with every drawing; measuring is for when they may have changed. */
let known: { readonly heights: PageHeights; readonly rows: string | undefined } | null = null;

function pixels(value: string, rem: number): number {
  const number = Number.parseFloat(value);
  return value.trim().endsWith('rem') ? number * rem : number;
}

function readHeights(): PageHeights {
  const style = getComputedStyle(document.documentElement);
  const rem = Number.parseFloat(style.fontSize) || 16;
  const [lead = 0, row = 0, day = 0, copies = 0, copy = 0, mark = 0] = names.map(
    (name) => pixels(style.getPropertyValue(name), rem) || 0,
  );
  return { lead, row, day, copies, copy, mark };
}

/** The same object as long as the heights are the same, as `useSyncExternalStore` wants it. */
function currentHeights(): PageHeights | null {
  const { rows } = document.documentElement.dataset;
  if (known && known.rows === rows) return known.heights;
  const heights = readHeights();
  if (heights.row === 0) return null;
  known = { heights, rows };
  return heights;
}

function onResize(listener: () => void): () => void {
  const remeasure = () => {
    const last = known?.heights;
    known = null;
    const now = currentHeights();
    const isSame = last && now && last.row === now.row && last.day === now.day && last.lead === now.lead;
    // An equal object is another one.
    if (isSame) known = { heights: last, rows: document.documentElement.dataset.rows };
    else listener();
  };
  window.addEventListener('resize', remeasure);
  return () => window.removeEventListener('resize', remeasure);
}

/**
 * Heights of rows in this window, from the style sheet's custom properties; null in printed pages, and as long as they are not
 * wanted: measuring makes the browser work out every style.
 */
export function useRowHeights(wanted: boolean): PageHeights | null {
  return useSyncExternalStore(
    onResize,
    () => (wanted ? currentHeights() : null),
    () => null,
  );
}
