import { type Columns, UNKNOWN_MINUTE } from '../edition/columns.ts';
import { type CaughtUp, caughtUpPositions } from './caught-up.ts';
import type { Edition, EditionStore } from './edition-store.ts';
import type { OwnPositions } from './facets.ts';
import type { Mark, Marks } from './marks.ts';

/** Positions of the articles of one minute. Articles stand in the order of their dates, so they are neighbours. */
function minuteRange({ dates, count }: Columns, minute: number): readonly [start: number, end: number] {
  // What has no date stands first, and says so with the greatest number.
  const valueAt = (position: number) => {
    const date = dates[position] ?? 0;
    return date === UNKNOWN_MINUTE ? -1 : date;
  };
  const firstAtLeast = (value: number) => {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (valueAt(middle) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return [firstAtLeast(minute), firstAtLeast(minute + 1)];
}

/**
 * Where a marked article stands in this edition; null where it is gone. Ids are known of rows that have arrived only: of the
 * others the article's minute tells which it is, and where several share it, where it stood.
 */
function positionOfMark(id: string, mark: Mark, { columns }: Edition, store: EditionStore): number | null {
  const known = store.positionOf(id);
  if (known !== null) return known;
  const minute = mark.date === null ? -1 : Math.max(0, Math.floor(mark.date / 60_000));
  const [start, end] = minuteRange(columns, minute);
  let nearest: number | null = null;
  for (let position = start; position < end; position++) {
    const row = store.row(position);
    if (row && row.id !== id) continue;
    if (nearest === null || Math.abs(position - mark.position) < Math.abs(nearest - mark.position)) nearest = position;
  }
  return nearest;
}

function positionsOf(marks: ReadonlyMap<string, Mark>, edition: Edition, store: EditionStore): ReadonlySet<number> {
  const positions = [...marks].map(([id, mark]) => positionOfMark(id, mark, edition, store));
  return new Set(positions.filter((position) => position !== null));
}

/** Where the articles stand that the reader has marked, one by one or with whole lists. */
export function ownPositions(
  marks: Marks,
  lists: readonly CaughtUp[],
  edition: Edition,
  store: EditionStore,
): OwnPositions {
  const read = positionsOf(marks.read, edition, store);
  const withLists = lists.length === 0 ? read : new Set([...read, ...caughtUpPositions(edition, lists)]);
  return { read: withLists, saved: positionsOf(marks.saved, edition, store) };
}

/** Which of these marked articles were read with a whole list, by id. */
export function idsCaughtUp(
  marks: ReadonlyMap<string, Mark>,
  lists: readonly CaughtUp[],
  edition: Edition,
  store: EditionStore,
): ReadonlySet<string> {
  const found = caughtUpPositions(edition, lists);
  const isCaughtUp = (id: string, mark: Mark): boolean => {
    const position = positionOfMark(id, mark, edition, store);
    return position !== null && found.has(position);
  };
  return new Set([...marks].filter(([id, mark]) => isCaughtUp(id, mark)).map(([id]) => id));
}
