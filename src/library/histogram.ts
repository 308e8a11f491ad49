import { UNKNOWN_DAY } from '../edition/day-number.ts';
import type { DayCount } from './facets.ts';

/** A month or a year, by its first and last day, and how many articles it has. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface Histogram {
  readonly unit: 'month' | 'year';
  /** Oldest first, without gaps. */
  readonly bars: readonly Bar[];
}

const DAY = 86_400_000;
/** With more, bars are years, and months are those of the year that is chosen. */
const MOST_MONTHS = 60;

const yearOf = (day: number): number => new Date(day * DAY).getUTCFullYear();

/** Months since the year 0. */
function monthOf(day: number): number {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

const firstOfMonth = (month: number): number => Date.UTC(Math.floor(month / 12), month % 12) / DAY;
const firstOfYear = (year: number): number => Date.UTC(year, 0) / DAY;

function countBars(
  days: readonly DayCount[],
  unitOf: (day: number) => number,
  firstOf: (unit: number) => number,
): readonly Bar[] {
  const [oldest, newest] = [days[0], days.at(-1)];
  if (!oldest || !newest) return [];
  const start = unitOf(oldest.day);
  const counts = new Uint32Array(unitOf(newest.day) - start + 1);
  for (const { day, count } of days) counts[unitOf(day) - start] = (counts[unitOf(day) - start] ?? 0) + count;
  return Array.from(counts, (count, place) => {
    return { from: firstOf(start + place), to: firstOf(start + place + 1) - 1, count };
  });
}

/** How an edition's articles lie in time. `range`: the days that are chosen. */
export function histogram(
  counted: readonly DayCount[],
  { from, to }: { readonly from: number | null; readonly to: number | null },
): Histogram {
  const days = counted.filter(({ day }) => day !== UNKNOWN_DAY);
  const [oldest, newest] = [days[0], days.at(-1)];
  if (!oldest || !newest) return { unit: 'month', bars: [] };
  if (monthOf(newest.day) - monthOf(oldest.day) < MOST_MONTHS) {
    return { unit: 'month', bars: countBars(days, monthOf, firstOfMonth) };
  }
  const year = from !== null && to !== null && yearOf(from) === yearOf(to) ? yearOf(from) : null;
  const inYear = days.filter(({ day }) => yearOf(day) === year);
  if (inYear.length > 0) return { unit: 'month', bars: countBars(inYear, monthOf, firstOfMonth) };
  return { unit: 'year', bars: countBars(days, yearOf, firstOfYear) };
}
