import type { Language } from '../edition/interface-language.ts';

const DAY = 86_400_000;

/** Ranges of days as a language writes them. Days count from 1970-01-01. */
export interface DateRange {
  /** Both ends included; whole months and years are named as such. */
  readonly between: (from: number, to: number) => string;
  readonly firstOfYear: (day: number) => number;
}

const ranges = new Map<Language, DateRange>();

const isFirstOfMonth = (day: number): boolean => new Date(day * DAY).getUTCDate() === 1;
const isFirstOfYear = (day: number): boolean => isFirstOfMonth(day) && new Date(day * DAY).getUTCMonth() === 0;

function makeRange(language: Language): DateRange {
  const make = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', year: 'numeric', ...options });
  const forms = {
    day: make({ month: 'long', day: 'numeric' }),
    month: make({ month: 'long' }),
    year: make({}),
  };
  const format = (from: number, to: number) => {
    const isWhole = (isFirst: (day: number) => boolean) => isFirst(from) && isFirst(to + 1);
    const form = isWhole(isFirstOfYear) ? 'year' : isWhole(isFirstOfMonth) ? 'month' : 'day';
    const [start, end] = [forms[form].format(from * DAY), forms[form].format(to * DAY)];
    // Intl's own ranges fall back to 2026/2 – 2026/3 in Chinese.
    return start === end ? start : `${start} – ${end}`;
  };
  // A histogram says dozens of them with every change of the list.
  const texts = new Map<string, string>();
  return {
    between(from, to) {
      const key = `${from} ${to}`;
      const text = texts.get(key) ?? format(from, to);
      texts.set(key, text);
      return text;
    },
    firstOfYear: (day) => Date.UTC(new Date(day * DAY).getUTCFullYear(), 0) / DAY,
  };
}

/** Made once a language: formats take long to make. */
export function dateRange(language: Language): DateRange {
  const range = ranges.get(language) ?? makeRange(language);
  ranges.set(language, range);
  return range;
}
