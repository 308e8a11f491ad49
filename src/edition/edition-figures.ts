import type { Problem } from '../article/problem.ts';
import { dayNumber, UNKNOWN_DAY } from './day-number.ts';

/** A number of articles, or of files. */
export interface Figure {
  readonly name: string;
  readonly count: number;
}

/** A package the program is made of. */
export interface PackageNotice {
  readonly name: string;
  readonly version: string;
  /** SPDX: `MIT`. */
  readonly licence: string;
}

/** The program's version, and the packages it depends on. */
export interface PackageNotices {
  readonly version: string;
  readonly packages: readonly PackageNotice[];
}

/** What `/about/` says of an edition's state. */
export interface EditionFigures extends PackageNotices {
  /** Milliseconds since 1970, of the oldest and the newest date; null where no article has one. */
  readonly first: number | null;
  readonly last: number | null;
  readonly undated: number;
  /** By BCP 47 tag, the most frequent first. */
  readonly languages: readonly Figure[];
  /** `2026-11`, or `2026` where the edition is long; without gaps, oldest first. */
  readonly periods: readonly Figure[];
  /** Files that were published with a warning, and files that could not be. */
  readonly recovered: number;
  readonly leftOut: number;
  /** Why, the most frequent first; no names of files, which are nobody's business. */
  readonly reasons: readonly Figure[];
}

const MOST_MONTHS = 36;
const MOST_REASONS = 8;

function byCount(counts: ReadonlyMap<string, number>): readonly Figure[] {
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1));
}

function countEach(names: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function* monthsBetween(first: string, last: string): Generator<string> {
  for (let [year = 0, month = 1] = first.split('-').map(Number); ; month++) {
    if (month > 12) [year, month] = [year + 1, 1];
    const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    if (name > last) return;
    yield name;
  }
}

/** Articles by month, or by year where months would be too many to see; dates of the far future or past don't stretch it. */
function periodsOf(dates: readonly number[], timeZone: string): readonly Figure[] {
  const days = dates.map((date) => dayNumber(date, timeZone)).filter((day) => day !== UNKNOWN_DAY);
  const months = countEach(days.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 7)));
  const names = [...months.keys()].filter((name) => /^\d{4}-/.test(name)).toSorted();
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all = monthsWithin(first, last);
  if (all !== null) return all.map((name) => ({ name, count: months.get(name) ?? 0 }));
  const years = countEach(days.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 4)));
  return [...years].map(([name, count]) => ({ name, count })).sort((one, other) => (one.name < other.name ? -1 : 1));
}

function monthsWithin(first: string, last: string): readonly string[] | null {
  const months: string[] = [];
  for (const name of monthsBetween(first, last)) {
    if (months.push(name) > MOST_MONTHS) return null;
  }
  return months;
}

/** What differs from file to file is left out of a reason. */
function kindOfReason({ reason }: Problem): string {
  return reason.replace(/"[^"]*"|“[^”]*”|'[^']{3,}'/g, '…').slice(0, 120);
}

/**
 * @param dates of all articles, milliseconds since 1970 or null
 * @param languages of all articles, BCP 47
 */
export function editionFigures(
  dates: readonly (number | null)[],
  languages: readonly string[],
  problems: readonly Problem[],
  timeZone: string,
): Omit<EditionFigures, keyof PackageNotices> {
  const known = dates.filter((date) => date !== null).toSorted((one, other) => one - other);
  const files = (level: Problem['level']) =>
    new Set(problems.filter((it) => it.level === level).map(({ file }) => file)).size;
  return {
    first: known[0] ?? null,
    last: known.at(-1) ?? null,
    undated: dates.length - known.length,
    languages: byCount(countEach(languages)),
    periods: periodsOf(known, timeZone),
    recovered: files('warning'),
    leftOut: files('error'),
    reasons: byCount(countEach(problems.map(kindOfReason))).slice(0, MOST_REASONS),
  };
}
