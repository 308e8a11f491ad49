import type { Steps } from '../article/steps.ts';
import { UNKNOWN_MINUTE } from '../edition/columns.ts';
import { dayNumber } from '../edition/day-number.ts';

const MINUTE = 60_000;

/** Articles at a time: a few milliseconds on a slow phone. */
const STEP = 1024;

/** The calendar day of every article. `dates` are minutes since 1970. */
export function* dayNumbers(dates: Uint32Array, timeZone: string): Steps<Int32Array> {
  const days = new Int32Array(dates.length);
  for (const [place, minute] of dates.entries()) {
    if (place % STEP === STEP - 1) yield;
    days[place] = dayNumber(minute === UNKNOWN_MINUTE ? null : minute * MINUTE, timeZone);
  }
  return days;
}
