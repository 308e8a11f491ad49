/** The day of a date nobody knows. */
export const UNKNOWN_DAY = -1_000_000;

const DAY = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  clocks.set(timeZone, clock);
  return clock;
}

/** Days that are looked at together. In none of 418 zones is a clock changed and changed back within so few, from 1970 to 2038. */
const SPAN = 8;

/** By zone and span or day of UTC: how far the zone's clock is from it, in milliseconds; null where it is changed meanwhile. */
const spans = new Map<string, Map<number, number | null>>();
const offsets = new Map<string, Map<number, number | null>>();

/** By zone and the moment a day of UTC begins: where one day ends the next begins, and is asked for only once. */
const beginnings = new Map<string, Map<number, number>>();

function offsetAt(start: number, timeZone: string): number {
  const zone = beginnings.get(timeZone) ?? new Map<number, number>();
  beginnings.set(timeZone, zone);
  const offset = zone.get(start) ?? askWallTime(start, timeZone) - start;
  zone.set(start, offset);
  return offset;
}

/** The offset of all moments from one day to another; null where they have several. */
function steadyOffset(
  known: Map<string, Map<number, number | null>>,
  first: number,
  days: number,
  timeZone: string,
): number | null {
  const zone = known.get(timeZone) ?? new Map<number, number | null>();
  known.set(timeZone, zone);
  const remembered = zone.get(first);
  if (remembered !== undefined) return remembered;
  const offset = offsetAt(first * DAY, timeZone);
  const steady = offsetAt((first + days) * DAY, timeZone) === offset ? offset : null;
  zone.set(first, steady);
  return steady;
}

/** Asking the calendar takes longer than all the rest of a date; in nearly every week all moments have one answer. */
function offsetOfDay(day: number, timeZone: string): number | null {
  const week = Math.floor(day / SPAN) * SPAN;
  return steadyOffset(spans, week, SPAN, timeZone) ?? steadyOffset(offsets, day, 1, timeZone);
}

/** What a wall clock in `timeZone` shows, as if it were UTC: milliseconds since 1970, to the minute. */
function wallTime(date: number, timeZone: string): number {
  const offset = offsetOfDay(Math.floor(date / DAY), timeZone);
  return offset === null ? askWallTime(date, timeZone) : Math.floor((date + offset) / 60_000) * 60_000;
}

function askWallTime(date: number, timeZone: string): number {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(date)
      .map((part) => [part.type, Number(part.value)]),
  );
  const number = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(number('year'), number('month') - 1, number('day'), number('hour'), number('minute'));
}

/** Whole days since 1970-01-01 on the calendar of `timeZone`. */
export function dayNumber(date: number | null, timeZone: string): number {
  return date === null ? UNKNOWN_DAY : Math.floor(wallTime(date, timeZone) / DAY);
}

/** Minutes since midnight in `timeZone`. */
export function minuteOfDay(date: number, timeZone: string): number {
  const wall = wallTime(date, timeZone);
  return Math.floor((wall - Math.floor(wall / DAY) * DAY) / 60_000);
}
