/** What the order depends on. */
export interface Dated {
  /** Milliseconds since 1970, or null where unknown. */
  readonly date: number | null;
  /** The file's path inside the articles folder; no two articles share one. */
  readonly file: string;
}

/**
 * Negative, zero or positive as `a` stands before, with or after `b` by code points: the same on every machine, whatever
 * its locale. (`<` compares UTF-16 units, which puts emoji before some ideographs.)
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    if (a.charCodeAt(index) !== b.charCodeAt(index)) return unitRank(a, index) - unitRank(b, index);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above all other units. */
function unitRank(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/**
 * Oldest first; unknown dates before everything, so that a newest-first list ends with them; many articles share an
 * instant, and their file paths decide.
 */
export function compareOldestFirst(a: Dated, b: Dated): number {
  if (a.date === b.date) return compareCodePoints(a.file, b.file);
  if (a.date === null) return -1;
  return b.date === null ? 1 : a.date - b.date;
}

/** A sorted copy, oldest first. */
export function sortOldestFirst<T extends Dated>(articles: readonly T[]): T[] {
  return articles.toSorted(compareOldestFirst);
}
