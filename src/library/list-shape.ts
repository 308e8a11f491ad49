/** Heights in CSS pixels, as the style sheet sets them for this width of window. */
export interface RowHeights {
  readonly row: number;
  /** The heading that opens a day. */
  readonly day: number;
  /** The story that leads the home list. */
  readonly lead: number;
}

/** Where every row of a list stands is known before any of them is drawn. */
export interface ListShape {
  readonly count: number;
  readonly opensDay: (index: number) => boolean;
  readonly day: (index: number) => number;
  readonly height: (index: number) => number;
}

/**
 * `positions` newest first; `days` by position. `leads`: the first row is the lead story.
 */
export function listShape(positions: Int32Array, days: Int32Array, heights: RowHeights, leads: boolean): ListShape {
  const day = (index: number) => days[positions[index] ?? -1] ?? 0;
  const opensDay = (index: number) => index === 0 || day(index) !== day(index - 1);
  return {
    count: positions.length,
    day,
    opensDay,
    height: (index) => (leads && index === 0 ? heights.lead : heights.row) + (opensDay(index) ? heights.day : 0),
  };
}

/**
 * The positions whose sheets should be asked for when rows `first` to `last` are on screen: those rows, then the ones a
 * reader is about to reach. At most one position a sheet, at most `most`, nearest first.
 */
export function positionsAhead(
  positions: Int32Array,
  range: { readonly first: number; readonly last: number },
  sheetSize: number,
  most: number,
): number[] {
  const bySheet = new Map<number, number>();
  const from = Math.max(0, range.first - 8);
  const to = Math.min(positions.length - 1, range.last + 64);
  for (const [start, end] of [
    [range.first, range.last],
    [range.last, to],
    [from, range.first],
  ] as const) {
    for (let index = Math.max(0, start); index <= Math.min(end, positions.length - 1) && bySheet.size < most; index++) {
      const position = positions[index] ?? 0;
      const sheet = Math.floor(position / sheetSize);
      if (!bySheet.has(sheet)) bySheet.set(sheet, position);
    }
  }
  return [...bySheet.values()];
}
