import { UNKNOWN_MINUTE } from '../edition/columns.ts';
import { dayNumber } from '../edition/day-number.ts';

const MINUTE = 60_000;

/** The calendar day of every article. `dates` are minutes since 1970. */
export function dayNumbers(dates: Uint32Array, timeZone: string): Int32Array {
  return Int32Array.from(dates, (minute) => dayNumber(minute === UNKNOWN_MINUTE ? null : minute * MINUTE, timeZone));
}
