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

/** By zone and day of UTC: how far the zone's clock is from it, in milliseconds; null where it is changed that day. */
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

/** Asking the calendar takes longer than all the rest of a date; on nearly every day all moments have one answer. */
function offsetOfDay(day: number, timeZone: string): number | null {
  const zone = offsets.get(timeZone) ?? new Map<number, number | null>();
  offsets.set(timeZone, zone);
  const known = zone.get(day);
  if (known !== undefined) return known;
  const offset = offsetAt(day * DAY, timeZone);
  const steady = offsetAt((day + 1) * DAY, timeZone) === offset ? offset : null;
  zone.set(day, steady);
  return steady;
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
