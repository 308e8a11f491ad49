import { UNKNOWN_DAY } from '../edition/day-number.ts';

/** Heights in CSS pixels, as the style sheet sets them for this width of window. */
export interface RowHeights {
  readonly row: number;
  /** The heading that opens a day. */
  readonly day: number;
  /** The story that leads the home list. */
  readonly lead: number;
  /** The line that says how many copies a row holds, and each of them once it is open. */
  readonly copies: number;
  readonly copy: number;
}

/** Where every row of a list stands is known before any of them is drawn. */
export interface ListShape {
  readonly count: number;
  readonly opensDay: (index: number) => boolean;
  readonly day: (index: number) => number;
  readonly height: (index: number) => number;
}

export interface ListSetting {
  /** The first row is the lead story. */
  readonly leads: boolean;
  /** Days have headings: where the list is in their order. */
  readonly byDay: boolean;
  /** How many copies show below the row at an index; null where it has none. */
  readonly shownBelow?: (index: number) => number | null;
}

/** `positions` in the list's order; `days` by position. */
export function listShape(
  positions: Int32Array,
  days: Int32Array,
  heights: RowHeights,
  { leads, byDay, shownBelow = () => null }: ListSetting,
): ListShape {
  const day = (index: number) => days[positions[index] ?? -1] ?? 0;
  const opensDay = (index: number) => byDay && (index === 0 || day(index) !== day(index - 1));
  return {
    count: positions.length,
    day,
    opensDay,
    height: (index) => {
      const below = shownBelow(index);
      const row = leads && index === 0 ? heights.lead : heights.row;
      const copies = below === null ? 0 : heights.copies + below * heights.copy;
      return row + copies + (opensDay(index) ? heights.day : 0);
    },
  };
}

/** The index of a day's first article, or of the next one in the list's order; the last where there is none. */
export function firstIndexOfDay({ count, day }: ListShape, wanted: number, oldestFirst: boolean): number {
  const isBefore = (index: number) => {
    const at = day(index);
    // What has no date stands last in both orders.
    if (at === UNKNOWN_DAY) return false;
    return oldestFirst ? at < wanted : at > wanted;
  };
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, Math.max(0, count - 1));
}

/** The rows on screen, and which way they move. */
export interface ShownRange {
  readonly first: number;
  readonly last: number;
  readonly isBackward: boolean;
}

/** Rows a scrolling reader is about to reach, and those just left. */
const COMING = 64;
const LEFT = 8;

/**
 * The positions whose sheets should be asked for when a range of rows is on screen: those rows, then the ones a reader is
 * about to reach. At most one position a sheet, at most `most`, nearest first; none that is here, because a page brings a
 * part of a sheet along.
 */
export function positionsAhead(
  positions: Int32Array,
  { first, last, isBackward }: ShownRange,
  sheetSize: number,
  most: number,
  isHere: (position: number) => boolean = () => false,
): number[] {
  const bySheet = new Map<number, number>();
  const ask = (start: number, length: number, step: 1 | -1) => {
    for (let index = start; length > 0 && bySheet.size < most; index += step, length--) {
      const position = positions[index];
      if (position === undefined || isHere(position)) continue;
      const sheet = Math.floor(position / sheetSize);
      if (!bySheet.has(sheet)) bySheet.set(sheet, position);
    }
  };
  ask(first, last - first + 1, 1);
  ask(last + 1, isBackward ? 0 : COMING, 1);
  ask(first - 1, isBackward ? COMING : LEFT, -1);
  ask(last + 1, isBackward ? LEFT : 0, 1);
  return [...bySheet.values()];
}
