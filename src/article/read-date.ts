import { instantOfLocal } from './zone-offset.ts';

const MONTHS: readonly string[] = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONGEST_DATE = 100;

const CLOCK =
  /^(?<half>上午|下午|早上|晚上|中午|凌晨|am|pm)?\s?(?<hour>\d{1,2})\s?[:：时時點点]\s?(?<minute>\d{1,2})\s?(?:[:：分]\s?(?:(?<second>\d{1,2})(?:[.,](?<fraction>\d{1,9}))?\s?秒?)?)?\s?(?<late>am|pm)?\s?(?<zone>.{0,60})$/;
const YEAR_FIRST = /^(\d{4})\s?(?:[-/.]|年)\s?(\d{1,2})\s?(?:[-/.]|月)\s?(\d{1,2})\s?[日号]?(?:\s*t|,)?\s*(?=\D|\d|$)/;
const DAY_FIRST =
  /^(?:[a-z]{3,9}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]([a-z]{3,9})\.?,?[\s-](\d{4}|\d{2})(?:[\s,]+(?:at\s)?|$)/;
const MONTH_FIRST =
  /^(?:[a-z]{3,9}\.?,?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:[\s,]+(?:at\s)?|$)/;
/** `29.12.2021`, `12/29/2021, 4:42 PM`: two numbers, then the year. */
const YEAR_BEHIND = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[\s,]+|$)/;
/** Reigns and the Republic of China count years of their own. */
const ERA = /^(中华民国|中華民國|民国|民國|令和|平成|昭和)\s?(\d{1,3}|元)年/;
const YEAR_BEFORE_ERA: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };
const REPUBLIC = 1911;
/** `发布时间：`, `Published on`: what pages write before a date. */
const LABEL =
  /^(?:[^\d:]{1,20}:\s?(?=\d{4})|(?:first |last )?(?:published|posted|updated|modified)(?:\s(?:on|at))?\s?:?\s)/;
/** `来源：新华网`: and what they write after it. */
const AFTERWORD = /\s(?:来源|來源|作者|编辑|編輯|责编|阅读|閱讀|浏览|瀏覽|评论)\s?[:(\d].*$/;
/** `Date.prototype.toString` and C's `ctime` put the year last or fourth: `sat jan 29 10:00:00 2022`. */
const YEAR_LAST = /^[a-z]{3,9},?\s+([a-z]{3,9})\s+(\d{1,2})\s+(\d{1,2}:\d{2}:\d{2})\s+(\d{4})$/;

interface Day {
  readonly year: number;
  /** 1–12, if the text is right. */
  readonly month: number;
  readonly day: number;
  /** What follows it: a clock time and a zone. */
  readonly rest: string;
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function readDay(text: string): Day | null {
  const numeric = YEAR_FIRST.exec(text);
  if (numeric !== null) {
    const [whole, year, month, day] = numeric;
    return { year: Number(year), month: Number(month), day: Number(day), rest: text.slice(whole.length) };
  }
  if (YEAR_BEHIND.test(text)) return readYearBehind(text);
  const last = YEAR_LAST.exec(text);
  if (last !== null) {
    const [, month = '', day, clock = '', year] = last;
    return { year: Number(year), month: monthNumber(month), day: Number(day), rest: clock };
  }
  return readNamedDay(text);
}

/** Dots are European, a clock of twelve hours is American; where neither tells, a number over twelve is the day. */
function readYearBehind(text: string): Day | null {
  const [whole = '', one, separator, other, year] = YEAR_BEHIND.exec(text) ?? [];
  const [first, second] = [Number(one), Number(other)];
  const rest = text.slice(whole.length);
  const isDayFirst = separator === '.' || first > 12;
  if (!isDayFirst && second <= 12 && first !== second && !/[ap]m\b/.test(rest)) return null;
  const [day, month] = isDayFirst ? [first, second] : [second, first];
  return { year: Number(year), month, day, rest };
}

function readNamedDay(text: string): Day | null {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) {
    const [whole, day, month = '', year = ''] = dayFirst;
    return { year: fullYear(year), month: monthNumber(month), day: Number(day), rest: text.slice(whole.length) };
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst === null) return null;
  const [whole, month = '', day, year] = monthFirst;
  return { year: Number(year), month: monthNumber(month), day: Number(day), rest: text.slice(whole.length) };
}

const ZONES: ReadonlyMap<string, number> = new Map([
  ['z', 0],
  ['ut', 0],
  ['utc', 0],
  ['gmt', 0],
  ['est', -5],
  ['edt', -4],
  ['cdt', -5],
  ['mst', -7],
  ['mdt', -6],
  ['pst', -8],
  ['pdt', -7],
  ['jst', 9],
  ['kst', 9],
  ['hkt', 8],
  ['cet', 1],
  ['cest', 2],
  ['bst', 1],
]);
const HOUR = 3_600_000;

/** Zones whose offset depends on the day. */
const SEASONAL_ZONES: ReadonlyMap<string, string> = new Map([
  ['et', 'America/New_York'],
  ['ct', 'America/Chicago'],
  ['mt', 'America/Denver'],
  ['pt', 'America/Los_Angeles'],
]);

/** A zone's offset in milliseconds, or its IANA name; `local` where none is written; null for what is no zone. */
function readZone(text: string): number | string | null {
  // `[Asia/Shanghai]`, `(中国标准时间)`, Go's `+0800 CST m=+0.1`: a name beside the offset.
  const zone = text
    .replace(/\s?[[(].*$|\sm=\S+$/, '')
    .replace(/^([+\-−]\d{2}:?\d{2})\s[a-z]{3,4}$/, '$1')
    .trim();
  const seasonal = SEASONAL_ZONES.get(zone);
  if (seasonal !== undefined) return seasonal;
  // CST is Chinese time in these files and American elsewhere; the site's own zone is the better guess.
  if (zone === '' || zone === 'cst') return 'local';
  const named = ZONES.get(zone);
  if (named !== undefined) return named * HOUR;
  const match = /^(?:utc|gmt)?\s?([+\-−])(\d{1,2})(?::?(\d{2}))?$/.exec(zone);
  if (match === null) return null;
  const [, sign, hours, minutes = '0'] = match;
  if (Number(hours) > 15 || Number(minutes) > 59) return null;
  return (sign === '+' ? 1 : -1) * (Number(hours) * HOUR + Number(minutes) * 60_000);
}

interface Clock {
  /** Milliseconds since midnight. */
  readonly time: number;
  /** An offset in milliseconds, an IANA name, or `local`. */
  readonly zone: number | string;
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  const isLate = /^(?:pm|下午|晚上)$/.test(half) || (half === '中午' && hour < 11);
  return (hour % 12) + (isLate || (half === '中午' && hour === 12) ? 12 : 0);
}

function readClock(text: string): Clock | null {
  const rest = text.replace(/^(?:\(?(?:星期|周|週)[一二三四五六日天]\)?|\([月火水木金土日](?:曜日)?\))\s*/, '').trim();
  if (rest === '') return { time: 0, zone: 'local' };
  const groups = CLOCK.exec(rest)?.groups;
  if (groups === undefined) {
    const zone = readZone(rest);
    return zone === null ? null : { time: 0, zone };
  }
  const hour = hourOf(Number(groups.hour), groups.half ?? groups.late);
  const minute = Number(groups.minute);
  const second = Number(groups.second ?? 0);
  const zone = readZone(groups.zone ?? '');
  if (hour > 23 || minute > 59 || second > 59 || zone === null) return null;
  const thousandths = Number((groups.fraction ?? '').padEnd(3, '0').slice(0, 3));
  return { time: hour * HOUR + minute * 60_000 + second * 1000 + thousandths, zone };
}

/** Midnight of a day as if it were UTC; null for a day no calendar has, or one no newspaper can mean. */
function midnight({ year, month, day }: Day): number | null {
  if (year < 1900 || year > 2200 || month < 1) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null;
}

function readEpoch(text: string): number | null {
  if (/^\d{9,10}(?:\.\d{1,9})?$/.test(text)) return Math.floor(Number(text) * 1000);
  return /^\d{12,13}(?:\.\d{1,9})?$/.test(text) ? Math.floor(Number(text)) : null;
}

/** The date alone, in years of our own count. */
function inOurYears(text: string): string {
  const date = text
    .replace(LABEL, '')
    .replace(AFTERWORD, '')
    .replace(/\b([ap])\.\s?m\.?/, '$1m');
  return date.replace(ERA, (_, era: string, year: string) => {
    const count = year === '元' ? 1 : Number(year);
    return `${(YEAR_BEFORE_ERA[era] ?? REPUBLIC) + count}年`;
  });
}

/** `20211229`, `20211229T164251Z`, `20211229164251` with the separators other dates have. */
function spreadCompact(text: string): string {
  const match = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:[t ]?(\d{2})(\d{2})(\d{2})?(z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  if (match === null) return text;
  const [, year, month, day, hour, minute, second = '00', zone = ''] = match;
  return hour === undefined ? `${year}-${month}-${day}` : `${year}-${month}-${day} ${hour}:${minute}:${second}${zone}`;
}

/**
 * Reads a date as news files write it: RFC 1123, ISO 8601, `2021-12-29 16:42`, `2021/12/29`, `2021年12月29日 16:42`,
 * `Dec 29, 2021`, `29.12.2021`, `12/29/2021 4:42 PM`, `令和3年12月29日`, after `发布时间：` and before `来源：…` too, seconds or milliseconds since 1970. A time without a zone, or a bare day, is in `timeZone` (an IANA
 * name; an unknown one throws a RangeError).
 * Returns milliseconds since 1970, or null for what is no date between 1900 and 2200. Never looks at the machine's zone.
 */
export function readDate(raw: string, timeZone: string): number | null {
  if (raw.length > LONGEST_DATE * 2) return null;
  // Full-width digits and dashes are what a Chinese keyboard writes.
  const text = raw.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  if (text === '' || text.length > LONGEST_DATE) return null;
  const epoch = readEpoch(text);
  if (epoch !== null) return epoch;
  const day = readDay(spreadCompact(inOurYears(text)));
  const start = day === null ? null : midnight(day);
  const clock = day === null ? null : readClock(day.rest);
  if (start === null || clock === null) return null;
  const local = start + clock.time;
  if (typeof clock.zone === 'number') return local - clock.zone;
  return instantOfLocal(local, clock.zone === 'local' ? timeZone : clock.zone);
}
