import { UNKNOWN_MINUTE } from '../edition/columns.ts';
import { knownQuery } from '../edition/known-query.ts';
import { everything, type ListQuery, listAddress, tidyQuery } from '../edition/list-query.ts';
import type { Edition } from './edition-store.ts';
import { createFacetCounter } from './facets.ts';
import { isMoment } from './marks.ts';
import { type Change, type Kept, type KeptOptions, keepValue } from './storage.ts';

/** What a list shows, as far as a whole list can be marked as read by it: words are found anew each time. */
export type CaughtUpQuery = Pick<ListQuery, 'include' | 'exclude' | 'sources' | 'from' | 'to'>;

/**
 * A whole list that was marked as read. Of its articles only those near the window are known by id, so it is kept by what the
 * list was and when its articles appeared: what comes later stays unread, even with an older date. Without a date nobody can
 * tell, and it counts as read.
 */
export interface CaughtUp {
  /** When, in milliseconds since 1970. */
  readonly at: number;
  readonly query: CaughtUpQuery;
  /** Minutes since 1970 in which articles of the list appeared: the newest, and how much older each next is. */
  readonly minutes: readonly number[];
}

/** Minutes that are kept of a list: of more the oldest are taken to have been there whole. */
const MOST_MINUTES = 4000;
/** Lists that are kept; the oldest are forgotten first. */
export const MOST_CAUGHT_UP = 20;
export const CAUGHT_UP_VERSION = 1;

const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every((text) => typeof text === 'string');
const isDay = (value: unknown): boolean => value === null || Number.isSafeInteger(value);

function isQuery(value: unknown): value is CaughtUpQuery {
  if (typeof value !== 'object' || value === null) return false;
  const { include, exclude, sources, from, to }: Partial<Record<string, unknown>> = { ...value };
  return areTexts(include) && areTexts(exclude) && areTexts(sources) && isDay(from) && isDay(to);
}

export function isCaughtUp(value: unknown): value is CaughtUp {
  if (typeof value !== 'object' || value === null) return false;
  const { at, query, minutes }: Partial<Record<string, unknown>> = { ...value };
  const areMinutes = Array.isArray(minutes) && minutes.every((minute) => Number.isSafeInteger(minute));
  return isMoment(at) && isQuery(query) && areMinutes;
}

function readCaughtUp(data: unknown): readonly CaughtUp[] {
  return Array.isArray(data) ? data.filter(isCaughtUp) : [];
}

export function keepCaughtUp(area?: NonNullable<KeptOptions<unknown>['area']>): Kept<readonly CaughtUp[]> {
  const options = { key: 'broadsheet.caught-up', version: CAUGHT_UP_VERSION, initial: [], parse: readCaughtUp };
  return keepValue<readonly CaughtUp[]>(area ? { ...options, area } : options);
}

/** This browser's. */
export const caughtUp = keepCaughtUp();

const wholeQuery = ({ include, exclude, sources, from, to }: CaughtUpQuery): ListQuery => {
  return tidyQuery({ ...everything, include, exclude, sources, from, to });
};
/** Two that say the same of a list are of one list. */
const keyOf = ({ query }: CaughtUp): string => listAddress(wholeQuery(query));

/** A list as it is now. `positions` are those of its articles. */
export function caughtUpWith({ columns }: Edition, query: ListQuery, positions: Iterable<number>): CaughtUp {
  const known = new Set<number>();
  for (const position of positions) {
    const minute = columns.dates[position] ?? UNKNOWN_MINUTE;
    if (minute !== UNKNOWN_MINUTE) known.add(minute);
  }
  const newest = Uint32Array.from(known).sort().reverse().subarray(0, MOST_MINUTES);
  const { include, exclude, sources, from, to } = query;
  return {
    at: Date.now(),
    query: { include, exclude, sources, from, to },
    minutes: Array.from(newest, (minute, place) => (place === 0 ? minute : (newest[place - 1] ?? 0) - minute)),
  };
}

/** Adds lists; of one list the newer stays. */
export function withCaughtUp(others: readonly CaughtUp[]): Change<readonly CaughtUp[]> {
  return (own) => {
    const newest = new Map<string, CaughtUp>();
    for (const each of [...own, ...others]) {
      const known = newest.get(keyOf(each));
      if (!known || known.at < each.at) newest.set(keyOf(each), each);
    }
    return [...newest.values()].sort((one, other) => one.at - other.at).slice(-MOST_CAUGHT_UP);
  };
}

/** Takes out the very lists that are named. */
export function withoutCaughtUp(others: readonly CaughtUp[]): Change<readonly CaughtUp[]> {
  const named = new Set(others.map((each) => `${each.at} ${keyOf(each)}`));
  return (own) => own.filter((each) => !named.has(`${each.at} ${keyOf(each)}`));
}

/** The list in this edition; null where what it was made of is gone: without that it would be a larger one. */
function queryIn({ index }: Edition, { query }: CaughtUp): ListQuery | null {
  const whole = wholeQuery(query);
  const known = knownQuery(index, whole);
  const isLarger = (['include', 'sources'] as const).some((part) => whole[part].length > 0 && known[part].length === 0);
  return isLarger ? null : known;
}

function positionsIn(edition: Edition, each: CaughtUp): readonly number[] {
  const query = queryIn(edition, each);
  if (!query) return [];
  const known = new Set<number>();
  let oldest = 0;
  for (const [place, gap] of each.minutes.entries()) {
    oldest = place === 0 ? gap : oldest - gap;
    known.add(oldest);
  }
  const isCut = each.minutes.length >= MOST_MINUTES;
  const own = { read: new Set<number>(), saved: new Set<number>() };
  const { positions } = createFacetCounter(edition)({ query, matches: null, own });
  return Array.from(positions).filter((position) => {
    const minute = edition.columns.dates[position] ?? UNKNOWN_MINUTE;
    return minute === UNKNOWN_MINUTE || known.has(minute) || (isCut && minute < oldest);
  });
}

let last: {
  readonly edition: Edition;
  readonly lists: readonly CaughtUp[];
  readonly found: ReadonlySet<number>;
} | null = null;

/** Where the articles stand that were marked as read with their lists. */
export function caughtUpPositions(edition: Edition, lists: readonly CaughtUp[]): ReadonlySet<number> {
  if (last?.edition !== edition || last.lists !== lists) {
    last = { edition, lists, found: new Set(lists.flatMap((each) => positionsIn(edition, each))) };
  }
  return last.found;
}
