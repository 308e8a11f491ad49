import type { Columns } from './columns.ts';

/** A list's articles as its rows: near-identical ones stand in one. */
export interface FoldedList {
  /** Positions of the articles that have a row of their own, in the list's order. */
  readonly shown: Int32Array;
  /** By the position of a row's article: the others of the list that tell the same story, in the list's order. */
  readonly copies: ReadonlyMap<number, readonly number[]>;
}

const known = new WeakMap<Columns, ReadonlyMap<number, number>>();

/** The first article that told the same story, for every article that is told more than once. */
function storiesOf(columns: Columns): ReadonlyMap<number, number> {
  const found = known.get(columns);
  if (found !== undefined) return found;
  const stories = new Map<number, number>();
  for (let index = 0; index < columns.copies.length; index += 2) {
    const [copy = 0, first = 0] = columns.copies.subarray(index, index + 2);
    stories.set(copy, first);
    stories.set(first, first);
  }
  known.set(columns, stories);
  return stories;
}

/** Every article that tells the story of the one at `position`, itself among them, oldest first; empty where it is alone. */
export function sameStory(columns: Columns, position: number): readonly number[] {
  const stories = storiesOf(columns);
  const story = stories.get(position);
  if (story === undefined) return [];
  return [...stories].flatMap(([at, first]) => (first === story ? at : [])).toSorted((a, b) => a - b);
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
  const shown = positions.filter((position) => {
    const story = stories.get(position);
    if (story === undefined) return true;
    const row = rowOf.get(story);
    if (row === undefined) {
      rowOf.set(story, position);
      return true;
    }
    const others = copies.get(row);
    if (others === undefined) copies.set(row, [position]);
    else others.push(position);
    return false;
  });
  return { shown, copies };
}
