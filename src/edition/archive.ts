import { type ListFilter, SHEET_SIZE } from './edition-data.ts';
import type { Named } from './row.ts';

/**
 * Pages of a list's older articles, for reading without script: plain titles by day, numbered from the oldest, so that
 * news added at the new end never changes a page that is full. The app shows whole lists and has no use for them.
 */
export interface ArchiveData {
  readonly kind: 'archive';
  readonly filter: ListFilter;
  /** The category's or source's names, outermost first; empty for the home list. */
  readonly names: readonly Named[];
  /** From 1, the page of the oldest articles. */
  readonly number: number;
  /** The next newer page, or the list's own. */
  readonly newer: string;
  readonly older: string | null;
  /** Newest first. */
  readonly rows: readonly ArchiveRow[];
}

export interface ArchiveRow {
  readonly id: string;
  readonly title: string;
  /** On the site's calendar, see day-number.ts. */
  readonly day: number;
  readonly source: string | null;
}

/**
 * Articles on an archive page. A title takes a tenth of the room a row does; with pages of 32, ten thousand articles of
 * three categories each would need 1,600 of them, a sixth of all files.
 */
export const ARCHIVE_SIZE = 256;

/**
 * How many of a list's articles are on its archive pages, counted from the oldest: all that its own page doesn't show.
 * Whole sheets, so that the newest page changes once in 32 articles; up to 31 are therefore on both.
 */
export function archivedCount(total: number): number {
  return Math.max(0, Math.ceil((total - SHEET_SIZE) / SHEET_SIZE)) * SHEET_SIZE;
}

/** The archive page that holds the article at `index`, counted from the list's oldest. */
export function archivePageOf(index: number): number {
  return Math.floor(index / ARCHIVE_SIZE) + 1;
}
