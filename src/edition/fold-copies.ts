import type { Columns } from './columns.ts';

/** A list's articles as its rows: near-identical ones stand in one. */
export interface FoldedList {
  /** Positions of the articles that have a row of their own, in the list's order. */
  readonly shown: Int32Array;
  /** By the position of a row's article: the others of the list that tell the same story, in the list's order. */
  readonly copies: ReadonlyMap<number, readonly number[]>;
}

/** Told once. */
const ALONE = -1;

const known = new WeakMap<Columns, Int32Array>();

/** By position the first article that told the same story, `ALONE` where no other does. A table: it is asked for every article of a list. */
function storiesOf(columns: Columns): Int32Array {
  const found = known.get(columns);
  if (found !== undefined) return found;
  const { count, copies } = columns;
  const stories = new Int32Array(count).fill(ALONE);
  for (let index = 0; index < copies.length; index += 2) {
    const first = copies[index + 1] ?? ALONE;
    stories[copies[index] ?? ALONE] = first;
    stories[first] = first;
  }
  known.set(columns, stories);
  return stories;
}

/**
 * Turns the positions of a list, in any order and filtered in any way, into rows. A story stands where the list meets it
 * first, and nothing is lost: `shown` and `copies` together are the positions.
 */
export function foldCopies(positions: Int32Array, columns: Columns): FoldedList {
  const copies = new Map<number, number[]>();
  if (columns.copies.length === 0) return { shown: positions, copies };
  const stories = storiesOf(columns);
  const rowOf = new Map<number, number>();
  const shown = new Int32Array(positions.length);
  let rows = 0;
  for (const position of positions) {
    const story = stories[position] ?? ALONE;
    const row = story === ALONE ? undefined : rowOf.get(story);
    if (row === undefined) {
      shown[rows++] = position;
      if (story !== ALONE) rowOf.set(story, position);
      continue;
    }
    const others = copies.get(row);
    if (others === undefined) copies.set(row, [position]);
    else others.push(position);
  }
  return { shown: shown.slice(0, rows), copies };
}
