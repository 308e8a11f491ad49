import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ListFilter } from '../../src/edition/edition-data.ts';
import {
  everything,
  isPlainQuery,
  type ListQuery,
  listAddress,
  listPlace,
  listQuery,
  listSearch,
  sharedQuery,
  tidyQuery,
  withWords,
} from '../../src/edition/list-query.ts';

const home: ListFilter = { kind: 'all' };
const read = (address: string): ListQuery => {
  const { pathname, search } = new URL(address, 'https://paper.example');
  const parts = pathname.split('/').slice(1, -1).map(decodeURIComponent);
  if (parts[0] === 'c') return listQuery({ kind: 'category', path: parts.slice(1).join('/') }, search);
  return listQuery(parts[0] === 's' ? { kind: 'source', slug: parts[1] ?? '' } : home, search);
};

const slug = fc.oneof(fc.stringMatching(/^[a-z0-9-]{1,8}$/), fc.string({ unit: 'binary', maxLength: 6 }));
const path = fc.array(slug, { minLength: 1, maxLength: 3 }).map((levels) => levels.join('/'));
const day = fc.option(fc.integer({ min: 0, max: 40_000 }));
const query: fc.Arbitrary<ListQuery> = fc.record({
  include: fc.array(path, { maxLength: 3 }),
  exclude: fc.array(path, { maxLength: 3 }),
  sources: fc.array(slug, { maxLength: 3 }),
  words: fc.string({ unit: 'binary', maxLength: 300 }),
  from: day,
  to: day,
  own: fc.subarray(['unread', 'saved'] as const),
  sort: fc.constantFrom('new', 'old', 'relevance'),
});

describe('the address of a list', () => {
  test('says all of a query: what is read back is the same', () => {
    fc.assert(
      fc.property(query, (any) => {
        const tidied = tidyQuery(any);
        expect(read(listAddress(tidied))).toEqual(tidied);
        expect(listAddress(read(listAddress(tidied)))).toBe(listAddress(tidied));
      }),
      { numRuns: 500 },
    );
  });

  test('is read from any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const query = listQuery(home, `?${text}`);
        expect(listQuery(listPlace(query), listSearch(query))).toEqual(query);
      }),
    );
  });

  test.each([
    ['everything', everything, '/'],
    ['one category', { ...everything, include: ['finance/markets'] }, '/c/finance/markets/'],
    ['one source', { ...everything, sources: ['hai-an'] }, '/s/hai-an/'],
    ['one category of one source', { ...everything, include: ['hai'], sources: ['hai-an'] }, '/c/hai/?src=hai-an'],
    ['two categories', { ...everything, include: ['a', 'b/c'] }, '/?c=a&c=b/c'],
    ['a category without a part of it', { ...everything, include: ['a'], exclude: ['a/b'] }, '/c/a/?-c=a/b'],
    ['words', { ...everything, words: 'AI 裁判', sort: 'relevance' as const }, '/?q=AI+%E8%A3%81%E5%88%A4'],
    ['words, newest first', { ...everything, words: 'x', sort: 'new' as const }, '/?q=x&sort=new'],
    [
      'days and marks',
      { ...everything, from: 20_776, to: 20_780, own: ['unread', 'saved'] as const },
      '/?from=2026-11-19&to=2026-11-23&is=unread,saved',
    ],
    ['oldest first', { ...everything, sort: 'old' as const }, '/?sort=old'],
  ] satisfies [string, ListQuery, string][])('of %s', (_, query, address) => {
    expect(listAddress(query)).toBe(address);
  });

  test.each([
    ['a day that is none', '?from=2026-02-30&to=yesterday'],
    ['a range that ends before it begins', '?to=0999-01-01'],
    ['an order by relevance of nothing', '?sort=relevance'],
    ['an unknown order and an unknown mark', '?sort=best&is=liked'],
    ['empty and climbing categories', '?c=&c=/&c=..&c=a/../b&-c=./a'],
    ['a foreign parameter', '?utm_source=x&__proto__=1'],
    ['blank words', '?q=%20%E3%80%80'],
  ])('ignores %s', (_, search) => {
    expect(listQuery(home, search)).toEqual(everything);
  });

  test('ignores an end before the beginning, and an exclusion of what is included', () => {
    expect(listQuery(home, '?from=2026-11-20&to=2026-11-19').to).toBeNull();
    expect(listQuery({ kind: 'category', path: 'a' }, '?-c=a')).toEqual({ ...everything, include: ['a'] });
  });

  test('adds what the query says to what the place says', () => {
    expect(listQuery({ kind: 'category', path: 'b' }, '?c=a').include).toEqual(['a', 'b']);
    expect(listQuery({ kind: 'source', slug: 'b' }, '?src=a').sources).toEqual(['a', 'b']);
  });

  test('is plain where a printed page shows the same', () => {
    expect(isPlainQuery({ ...everything, include: ['a'] })).toBe(true);
    expect(isPlainQuery({ ...everything, include: ['a'], sort: 'old' })).toBe(false);
  });

  test('carries nothing personal when it is handed on', () => {
    expect(listAddress(sharedQuery(listQuery(home, '?is=saved,unread&sort=old')))).toBe('/?sort=old');
  });
});

test('an order nobody chose follows the words', () => {
  expect(withWords(everything, '灯塔').sort).toBe('relevance');
  expect(withWords(withWords(everything, '灯塔'), ' ').sort).toBe('new');
  expect(withWords({ ...everything, sort: 'old' }, '灯塔').sort).toBe('old');
});
