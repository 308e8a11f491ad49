import { minuteOfDay, UNKNOWN_DAY } from '../edition/day-number.ts';
import type { Language } from '../edition/interface-language.ts';

const DAY = 86_400_000;

/** Dates, in one time zone, numbers and lists as one language writes them. */
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
  /** `5分钟前` */
  readonly minutesAgo: (minutes: number) => string;
  /** `甲、乙和丙` */
  readonly all: (items: readonly string[]) => string;
  /** `甲或乙` */
  readonly either: (items: readonly string[]) => string;
}

/** Making a format takes longer than setting a page of dates with it, so each is made when it is first wanted. */
function whenWanted<Value>(make: () => { readonly format: (value: Value) => string }): (value: Value) => string {
  let made: ReturnType<typeof make> | null = null;
  return (value) => {
    made ??= make();
    return made.format(value);
  };
}

/** Intl would set the Chinese ones without a space between. */
const patterns = {
  chinese: {
    dayAndWeekday: (day: string, weekday: string) => `${day} ${weekday}`,
    dayAndTime: (day: string, time: string) => `${day} ${time}`,
  },
  english: {
    dayAndWeekday: (day: string, weekday: string) => `${weekday}, ${day}`,
    dayAndTime: (day: string, time: string) => `${day}, ${time}`,
  },
};

export function dateFormat(language: Language, timeZone: string): DateFormat {
  const format = (options: Intl.DateTimeFormatOptions) =>
    whenWanted<number>(() => new Intl.DateTimeFormat(language, options));
  const weekday = format({ timeZone: 'UTC', weekday: 'long' });
  const dayOfYear = format({ timeZone: 'UTC', month: 'long', day: 'numeric' });
  const dayAndYear = format({ timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' });
  const localDay = format({ timeZone, month: 'short', day: 'numeric' });
  const localDayAndYear = format({ timeZone, year: 'numeric', month: 'short', day: 'numeric' });
  const time = format({ timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const moment = format({ timeZone, dateStyle: 'full', timeStyle: 'long' });
  const number = whenWanted<number>(() => new Intl.NumberFormat(language));
  const list = (type: 'conjunction' | 'disjunction') =>
    whenWanted<readonly string[]>(() => new Intl.ListFormat(language, { type }));
  const ago = whenWanted<number>(() => {
    const relative = new Intl.RelativeTimeFormat(language);
    return { format: (minutes) => relative.format(-minutes, 'minute') };
  });
  const { dayAndWeekday, dayAndTime } = patterns[language === 'en' ? 'english' : 'chinese'];
  const headings = new Map<string, string>();
  const dayHeading = (day: number, withYear: boolean) => {
    const key = `${day} ${withYear}`;
    const heading =
      headings.get(key) ?? dayAndWeekday((withYear ? dayAndYear : dayOfYear)(day * DAY), weekday(day * DAY));
    headings.set(key, heading);
    return heading;
  };
  return {
    dayHeading,
    clock: (date) => (minuteOfDay(date, timeZone) === 0 ? localDay : time)(date),
    dayAndClock: (date) =>
      minuteOfDay(date, timeZone) === 0 ? localDayAndYear(date) : dayAndTime(localDayAndYear(date), time(date)),
    moment,
    number,
    minutesAgo: ago,
    all: list('conjunction'),
    either: list('disjunction'),
  };
}

/** The calendar year of a day, for saying the year only where it changes. */
export function yearOfDay(day: number): number | null {
  return day === UNKNOWN_DAY ? null : new Date(day * DAY).getUTCFullYear();
}
