import { dayNumber } from '../edition/day-number.ts';
import type { ListShape } from './list-shape.ts';
import type { Mark } from './marks.ts';

/** A row of the reader's own lists. */
export interface MarkedEntry {
  readonly id: string;
  readonly mark: Mark;
  /** Taken out of the list, and still in its place: it can be put back. */
  readonly isRemoved: boolean;
}

/**
 * The last marked first, and among them what was just taken out, where it stood.
 * @param marks the last marked last
 */
export function markedEntries(
  marks: ReadonlyMap<string, Mark>,
  removed: ReadonlyMap<string, Mark>,
): readonly MarkedEntry[] {
  const gone = [...removed].filter(([id]) => !marks.has(id)).sort(([, one], [, other]) => other.at - one.at);
  const entries: MarkedEntry[] = [];
  let next = 0;
  for (const [id, mark] of [...marks].reverse()) {
    for (let other = gone[next]; other && other[1].at > mark.at; other = gone[++next]) {
      entries.push({ id: other[0], mark: other[1], isRemoved: true });
    }
    entries.push({ id, mark, isRemoved: false });
  }
  return [...entries, ...gone.slice(next).map(([id, mark]) => ({ id, mark, isRemoved: true }))];
}

/** Heights in CSS pixels; null for a list that is not parted by days. */
export interface MarkHeights {
  readonly mark: number;
  readonly day: number | null;
}

/** The shape of a list of marks. Its days are those on which the marks were made, on the calendar of `timeZone`. */
export function markedShape(entries: readonly MarkedEntry[], heights: MarkHeights, timeZone: string): ListShape {
  const days = heights.day === null ? [] : entries.map(({ mark }) => dayNumber(mark.at, timeZone));
  const opensDay = (index: number) => heights.day !== null && (index === 0 || days[index] !== days[index - 1]);
  return {
    count: entries.length,
    day: (index) => days[index] ?? 0,
    opensDay,
    height: (index) => heights.mark + (opensDay(index) ? (heights.day ?? 0) : 0),
  };
}
