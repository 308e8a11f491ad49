import { listPath } from './addresses.ts';
import { dayOfText, textOfDay } from './day-text.ts';
import type { ListFilter } from './edition-data.ts';
import { compareCodePoints } from './order.ts';

export type ListSort = 'new' | 'old' | 'relevance';

/** What only the reader's own marks know. */
export type OwnMark = 'unread' | 'saved';

/** What a list shows: the whole of it stands in the address. Lists are in a fixed order and say nothing twice. */
export interface ListQuery {
  /** Category paths, sorted. None: all categories. Of two that hold an article the inner one decides. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Slugs, sorted. None: all sources. */
  readonly sources: readonly string[];
  /** What is searched for; empty for nothing. */
  readonly words: string;
  /** First and last day, counted from 1970-01-01 on the site's calendar. */
  readonly from: number | null;
  readonly to: number | null;
  readonly own: readonly OwnMark[];
  readonly sort: ListSort;
}

/** All articles, newest first. */
export const everything: ListQuery = {
  include: [],
  exclude: [],
  sources: [],
  words: '',
  from: null,
  to: null,
  own: [],
  sort: 'new',
};

const OWN_MARKS: readonly OwnMark[] = ['unread', 'saved'];
/** Bounds for addresses nobody made by hand. */
const MOST_VALUES = 64;
const MOST_LETTERS = 200;

/** The order of a list for which none was chosen. */
export function defaultSort(words: string): ListSort {
  return words === '' ? 'new' : 'relevance';
}

function tidy(text: string): string {
  return (
    text
      .slice(0, MOST_LETTERS)
      // Half of a pair of units has no address.
      .replace(/\p{Cs}/gu, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

function isSlug(text: string): boolean {
  return text !== '' && text !== '.' && text !== '..' && text === tidy(text);
}

function isPath(text: string): boolean {
  return text.split('/').every(isSlug);
}

function distinct(values: readonly string[], isGood: (value: string) => boolean): string[] {
  return [...new Set(values.filter(isGood))].toSorted(compareCodePoints).slice(0, MOST_VALUES);
}

function readSort(value: string | null, words: string): ListSort {
  if (value === 'new' || value === 'old') return value;
  return value === 'relevance' && words !== '' ? value : defaultSort(words);
}

/** The query as it is read back from its own address: in order, without what contradicts itself. */
export function tidyQuery(query: ListQuery): ListQuery {
  const include = distinct(query.include, isPath);
  const words = tidy(query.words);
  const to = query.to !== null && query.from !== null && query.to < query.from ? null : query.to;
  return {
    include,
    exclude: distinct(query.exclude, isPath).filter((path) => !include.includes(path)),
    sources: distinct(query.sources, isSlug),
    words,
    from: query.from,
    to,
    own: OWN_MARKS.filter((mark) => query.own.includes(mark)),
    sort: readSort(query.sort, words),
  };
}

/**
 * What a list's address says: its place (`/c/…/`, `/s/…/` or home) and its query string. Values that mean nothing are
 * ignored; whether a category or source exists is not known here.
 */
export function listQuery(place: ListFilter, search: string): ListQuery {
  const values = new URLSearchParams(search);
  const words = tidy(values.get('q') ?? '');
  return tidyQuery({
    include: [...(place.kind === 'category' ? [place.path] : []), ...values.getAll('c')],
    exclude: values.getAll('-c'),
    sources: [...(place.kind === 'source' ? [place.slug] : []), ...values.getAll('src')],
    words,
    from: dayOfText(values.get('from') ?? ''),
    to: dayOfText(values.get('to') ?? ''),
    own: OWN_MARKS.filter((mark) => values.getAll('is').some((value) => value.split(',').includes(mark))),
    sort: readSort(values.get('sort'), words),
  });
}

/** The page a query's list lives on: a category's or a source's own where it names one, else home. */
export function listPlace({ include, sources }: ListQuery): ListFilter {
  const [path, otherPath] = include;
  if (path !== undefined) return otherPath === undefined ? { kind: 'category', path } : { kind: 'all' };
  const [slug, otherSlug] = sources;
  return slug !== undefined && otherSlug === undefined ? { kind: 'source', slug } : { kind: 'all' };
}

function pairs(name: string, values: readonly string[]): string[] {
  // A slash means nothing in a query and reads better as it is.
  return values.map((value) => `${name}=${encodeURIComponent(value).replace(/%2F/g, '/').replace(/%20/g, '+')}`);
}

/** `?c=…&src=…`, or empty: what the query's place doesn't say. Defaults are left out, the order is fixed. */
export function listSearch(query: ListQuery): string {
  const place = listPlace(query);
  const day = (value: number | null) => (value === null ? [] : [textOfDay(value)]);
  const parts = [
    ...pairs('c', place.kind === 'category' ? [] : query.include),
    ...pairs('-c', query.exclude),
    ...pairs('src', place.kind === 'source' ? [] : query.sources),
    ...pairs('q', query.words === '' ? [] : [query.words]),
    ...pairs('from', day(query.from)),
    ...pairs('to', day(query.to)),
    ...(query.own.length > 0 ? [`is=${query.own.join(',')}`] : []),
    ...(query.sort === defaultSort(query.words) ? [] : [`sort=${query.sort}`]),
  ];
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** The root-relative address of a list, without the base path. `query` must be tidy. */
export function listAddress(query: ListQuery): string {
  return listPath(listPlace(query)) + listSearch(query);
}

/** Whether the query is a printed list: everything, one category or one source, newest first. */
export function isPlainQuery(query: ListQuery): boolean {
  return listSearch(query) === '';
}

/** The query with other words; an order nobody chose follows them. */
export function withWords(query: ListQuery, words: string): ListQuery {
  const isDefault = query.sort === defaultSort(query.words);
  return tidyQuery({ ...query, words, sort: isDefault ? defaultSort(tidy(words)) : query.sort });
}

/** The query as it is handed to others: without what only this reader's marks know. */
export function sharedQuery(query: ListQuery): ListQuery {
  return { ...query, own: [] };
}
