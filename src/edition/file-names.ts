import { PACK_SIZE, SHEET_SIZE } from './edition-data.ts';

/**
 * Articles whose sheets and packs are named in one table. Names change with what is in the files, so they can stand neither
 * in the pages, which would change with them, nor in `edition.json`, which would grow with the edition.
 */
export const NAMES_SPAN = 2048;

/** `data/names-k.json`: what tells the versions of files apart, for the articles from 2048k on; oldest first. */
export interface FileNames {
  readonly sheets: readonly string[];
  readonly packs: readonly string[];
}

/** Files of each kind that one table names. */
export const SHEETS_NAMED = NAMES_SPAN / SHEET_SIZE;
export const PACKS_NAMED = NAMES_SPAN / PACK_SIZE;

/** The table that names the files of the article at `position`. */
export function namesIndex(position: number): number {
  return Math.floor(position / NAMES_SPAN);
}

export function namesFile(index: number): string {
  return `names-${index}.json`;
}

export function sheetFile(index: number, version: string): string {
  return `sheet-${index}-${version}.json`;
}

export function packFile(index: number, version: string): string {
  return `${index}-${version}.js`;
}

/** The file, below `data/`, of the sheet that holds `position`; null where the table has none. */
export function sheetAt(names: FileNames, position: number): string | null {
  const index = Math.floor(position / SHEET_SIZE);
  const version = names.sheets[index % SHEETS_NAMED];
  return version === undefined ? null : sheetFile(index, version);
}

/** The file, below `articles/`, of the pack that holds `position`; null where the table has none. */
export function packAt(names: FileNames, position: number): string | null {
  const index = Math.floor(position / PACK_SIZE);
  const version = names.packs[index % PACKS_NAMED];
  return version === undefined ? null : packFile(index, version);
}

/** All tables of an edition, from the versions of all its sheets and packs. */
export function nameTables({ sheets, packs }: FileNames): readonly FileNames[] {
  return Array.from({ length: Math.ceil(sheets.length / SHEETS_NAMED) }, (_, index) => ({
    sheets: sheets.slice(index * SHEETS_NAMED, (index + 1) * SHEETS_NAMED),
    packs: packs.slice(index * PACKS_NAMED, (index + 1) * PACKS_NAMED),
  }));
}
