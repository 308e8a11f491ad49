import { minuteOfDay, UNKNOWN_DAY } from '../edition/day-number.ts';
import { languageOf } from './messages.ts';

const DAY = 86_400_000;

/** Dates as one language and one time zone write them. */
export interface DateFormat {
  /** `11月23日 星期二`; with the year where `withYear`. `day` counts from 1970-01-01 on the zone's calendar. */
  readonly dayHeading: (day: number, withYear: boolean) => string;
  /** `09:30`, or the day where the time is midnight: such dates come from files that give only a day. */
  readonly clock: (date: number) => string;
  /** `2021年11月23日 09:30` */
  readonly dayAndClock: (date: number) => string;
  /** The whole moment, with weekday, seconds and zone, for `title`. */
  readonly moment: (date: number) => string;
  readonly number: (value: number) => string;
}

/** Making a format takes longer than setting a page of dates with it, so each is made when it is first wanted. */
function whenWanted<Value>(make: () => { readonly format: (value: Value) => string }): (value: Value) => string {
  let made: ReturnType<typeof make> | null = null;
  return (value) => {
    made ??= make();
    return made.format(value);
  };
}

export function dateFormat(tag: string, timeZone: string): DateFormat {
  const language = languageOf(tag);
  const format = (options: Intl.DateTimeFormatOptions) =>
    whenWanted<number>(() => new Intl.DateTimeFormat(language, options));
  const weekday = format({ timeZone: 'UTC', weekday: 'long' });
  const dayOfYear = format({ timeZone: 'UTC', month: 'long', day: 'numeric' });
  const dayAndYear = format({ timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' });
  const localDay = format({ timeZone, month: 'long', day: 'numeric' });
  const localDayAndYear = format({ timeZone, year: 'numeric', month: 'long', day: 'numeric' });
  const time = format({ timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const moment = format({ timeZone, dateStyle: 'full', timeStyle: 'long' });
  const number = whenWanted<number>(() => new Intl.NumberFormat(language));
  const headings = new Map<string, string>();
  const dayHeading = (day: number, withYear: boolean) => {
    const key = `${day} ${withYear}`;
    const heading = headings.get(key) ?? `${(withYear ? dayAndYear : dayOfYear)(day * DAY)} ${weekday(day * DAY)}`;
    headings.set(key, heading);
    return heading;
  };
  return {
    dayHeading,
    clock: (date) => (minuteOfDay(date, timeZone) === 0 ? localDay : time)(date),
    dayAndClock: (date) =>
      minuteOfDay(date, timeZone) === 0 ? localDayAndYear(date) : `${localDayAndYear(date)} ${time(date)}`,
    moment,
    number,
  };
}

/** The calendar year of a day, for saying the year only where it changes. */
export function yearOfDay(day: number): number | null {
  return day === UNKNOWN_DAY ? null : new Date(day * DAY).getUTCFullYear();
}
