import { fold } from './fold.ts';

/** Latin letters with accents, as one unit each. */
const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]/g;

/** A text as searching sees it: folded, and without accents. It keeps its length, unit for unit, as `fold` does. */
export function foldForSearch(text: string): string {
  return fold(text).replace(ACCENTED, (letter) => letter.normalize('NFD').charAt(0));
}
