import { UNKNOWN_MINUTE } from '../edition/columns.ts';
import { dayNumber, minuteOfDay, UNKNOWN_DAY } from '../edition/day-number.ts';

const MINUTE = 60_000;

/** The last midnight at or before `minute`, in minutes since 1970. */
function midnightBefore(minute: number, timeZone: string): number {
  const guess = minute - minuteOfDay(minute * MINUTE, timeZone);
  // Where the clock was changed in between, the guess is off by that change; look again from there.
  const rest = minuteOfDay(guess * MINUTE, timeZone);
  if (rest === 0) return guess;
  return rest > 720 ? guess + 1440 - rest : guess - rest;
}

/**
 * The calendar day of every article. `dates` are minutes since 1970, oldest first. The calendar is asked twice a day, not
 * once an article: formatting 100,000 dates takes a third of a second.
 */
export function dayNumbers(dates: Uint32Array, timeZone: string): Int32Array {
  const days = new Int32Array(dates.length);
  let start = Number.POSITIVE_INFINITY;
  let day = UNKNOWN_DAY;
  for (let position = dates.length - 1; position >= 0; position--) {
    const minute = dates[position] ?? UNKNOWN_MINUTE;
    if (minute === UNKNOWN_MINUTE) day = UNKNOWN_DAY;
    else if (minute < start || day === UNKNOWN_DAY) {
      day = dayNumber(minute * MINUTE, timeZone);
      start = midnightBefore(minute, timeZone);
    }
    days[position] = day;
  }
  return days;
}
