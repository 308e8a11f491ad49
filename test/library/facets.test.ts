import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runThrough } from '../../src/article/steps.ts';
import { decodeColumns, encodeColumns } from '../../src/edition/columns.ts';
import { UNKNOWN_DAY } from '../../src/edition/day-number.ts';
import type { EditionIndex } from '../../src/edition/edition-data.ts';
import { knownQuery } from '../../src/edition/known-query.ts';
import { everything, type ListQuery, listQuery, tidyQuery } from '../../src/edition/list-query.ts';
import { dayNumbers } from '../../src/library/day-numbers.ts';
import type { Edition } from '../../src/library/edition-store.ts';
import { createFacetCounter, type FacetRequest } from '../../src/library/facets.ts';

const DAY = 86_400_000;
const nobody = { read: new Set<number>(), saved: new Set<number>() };
const paths = ['a', 'a/b', 'a/b/c', 'a/d', 'e', 'e/f', 'a2'];
const parents = [-1, 0, 1, 0, -1, 4, -1];
const index: EditionIndex = {
  count: 0,
  categories: paths.map((path, place) => ({ name: path, slug: path, path, parent: parents[place] ?? -1, count: 1 })),
  sources: ['s', 't', 'u'].map((slug) => ({ name: slug, slug, count: 1 })),
  columns: '',
  stamp: 'today',
};

interface Article {
  readonly date: number | null;
  readonly category: number;
  readonly source: number;
}

function editionOf(articles: readonly Article[]): Edition {
  const columns = decodeColumns(
    encodeColumns({
      dates: articles.map(({ date }) => date),
      categories: articles.map(({ category }) => category),
      sources: articles.map(({ source }) => source),
    }).buffer,
  );
  return { index, columns, days: runThrough(dayNumbers(columns.dates, 'UTC')) };
}

const date = fc.option(fc.integer({ min: 0, max: 60 }).map((day) => (20_000 + day) * DAY));
const article = fc.record({
  date,
  category: fc.integer({ min: 0, max: paths.length - 1 }),
  source: fc.integer({ min: -1, max: 2 }),
});
const articles = fc
  .array(article, { maxLength: 60 })
  .map((list) => list.toSorted((one, other) => (one.date ?? -1) - (other.date ?? -1)));
const day = fc.option(fc.integer({ min: 19_990, max: 20_070 }));
const query = fc
  .record({
    include: fc.subarray(paths, { maxLength: 3 }),
    exclude: fc.subarray(paths, { maxLength: 3 }),
    sources: fc.subarray(['s', 't', 'u'], { maxLength: 2 }),
    words: fc.constantFrom('', 'x'),
    from: day,
    to: day,
    own: fc.subarray(['unread', 'saved'] as const),
    sort: fc.constantFrom('new' as const, 'old' as const, 'relevance' as const),
  })
  .map(tidyQuery);
const positionSet = fc.uniqueArray(fc.integer({ min: 0, max: 59 })).map((list) => new Set(list));
const found = fc.uniqueArray(fc.integer({ min: 0, max: 59 }));

/** Whether the innermost mark on the way down to a category includes it. */
function inCategories({ include, exclude }: ListQuery, path: string): boolean {
  const levels = path.split('/').map((_, depth, all) => all.slice(0, depth + 1).join('/'));
  return levels.reduce(
    (shown, level) => (include.includes(level) ? true : exclude.includes(level) ? false : shown),
    include.length === 0,
  );
}

/** Each facet's own test, written as one would say it. */
function plainTests(edition: Edition, { query, matches, own }: FacetRequest) {
  const dayAt = (position: number) => edition.days[position] ?? UNKNOWN_DAY;
  const pathAt = (position: number) => paths[edition.columns.categories[position] ?? 0] ?? '';
  const sourceAt = (position: number) => index.sources[edition.columns.sources[position] ?? 99]?.slug;
  const hits = matches && new Set(Array.from(matches.positions));
  return {
    dayAt,
    pathAt,
    sourceAt,
    category: (position: number) => inCategories(query, pathAt(position)),
    source: (position: number) => query.sources.length === 0 || query.sources.includes(sourceAt(position) ?? ''),
    days: (position: number) =>
      (query.from === null || dayAt(position) >= query.from) &&
      (query.to === null || (dayAt(position) !== UNKNOWN_DAY && dayAt(position) <= query.to)),
    unread: (position: number) => !query.own.includes('unread') || !own.read.has(position),
    saved: (position: number) => !query.own.includes('saved') || own.saved.has(position),
    words: (position: number) => hits === null || hits.has(position),
  };
}

type Facet = 'category' | 'source' | 'days' | 'unread' | 'saved' | 'words';

describe('facets', () => {
  test('are what a plain filter finds, one article at a time', () => {
    fc.assert(
      fc.property(articles, query, positionSet, positionSet, fc.option(found), (list, query, read, saved, hits) => {
        const edition = editionOf(list);
        const matches = query.words && hits ? { positions: hits, scores: hits.map((hit) => hit % 3) } : null;
        const request = { query, matches, own: { read, saved } };
        const facets = createFacetCounter(edition)(request);
        const plain = plainTests(edition, request);
        const all = list.map((_, position) => position);
        const passing = (...left: readonly Facet[]) =>
          all.filter((position) =>
            (['category', 'source', 'days', 'unread', 'saved', 'words'] as const).every(
              (facet) => left.includes(facet) || plain[facet](position),
            ),
          );
        expect(facets.positions.toSorted()).toEqual(Int32Array.from(passing()));
        for (const [place, path] of paths.entries()) {
          const inside = (position: number) => `${plain.pathAt(position)}/`.startsWith(`${path}/`);
          expect(facets.categories[place], path).toBe(passing('category').filter(inside).length);
        }
        for (const [place, { slug }] of index.sources.entries()) {
          expect(facets.sources[place]).toBe(passing('source').filter((at) => plain.sourceAt(at) === slug).length);
        }
        for (const { day, count } of facets.days) {
          expect(count).toBe(passing('days').filter((position) => plain.dayAt(position) === day).length);
        }
        expect(facets.unread).toBe(passing('unread').filter((position) => !read.has(position)).length);
        expect(facets.saved).toBe(passing('saved').filter((position) => saved.has(position)).length);
      }),
      { numRuns: 400 },
    );
  });

  test('are what a plain filter finds among 100,000 articles', () => {
    const COUNT = 100_000;
    const edition = editionOf(
      Array.from({ length: COUNT }, (_, position) => ({
        date: (20_000 + Math.floor(position / 30)) * DAY,
        category: (position * 31) % paths.length,
        source: ((position * 17) % 4) - 1,
      })),
    );
    const own = {
      read: new Set(Array.from({ length: 5000 }, (_, place) => place * 19)),
      saved: new Set([7, 70_000, 99_999]),
    };
    const count = createFacetCounter(edition);
    for (const address of [
      '',
      '?c=a&-c=a/b&c=a/b/c',
      '?-c=e&src=t&from=2026-01-01',
      '?src=s&src=u&is=unread&sort=old',
      '?c=e&from=2025-03-01&to=2030-12-31&is=unread',
    ]) {
      const request = { query: listQuery({ kind: 'all' }, address), matches: null, own };
      const plain = plainTests(edition, request);
      const passes = { shown: 0, categories: new Map<string, number>(), sources: new Map<string, number>(), unread: 0 };
      for (let position = 0; position < COUNT; position++) {
        const [category, source] = [plain.category(position), plain.source(position)];
        const others = plain.days(position) && plain.unread(position);
        const [path, slug] = [plain.pathAt(position), plain.sourceAt(position) ?? ''];
        if (category && source && others) passes.shown += 1;
        if (source && others) passes.categories.set(path, (passes.categories.get(path) ?? 0) + 1);
        if (category && others) passes.sources.set(slug, (passes.sources.get(slug) ?? 0) + 1);
        if (category && source && plain.days(position) && !own.read.has(position)) passes.unread += 1;
      }
      const facets = count(request);
      expect(facets.positions, address).toHaveLength(passes.shown);
      expect(facets.unread, address).toBe(passes.unread);
      for (const [place, path] of paths.entries()) {
        const inside = [...passes.categories].filter(([other]) => `${other}/`.startsWith(`${path}/`));
        expect(facets.categories[place], `${address} ${path}`).toBe(inside.reduce((sum, [, each]) => sum + each, 0));
      }
      for (const [place, { slug }] of index.sources.entries()) {
        expect(facets.sources[place], `${address} ${slug}`).toBe(passes.sources.get(slug) ?? 0);
      }
    }
  });

  const undatedFirst = editionOf([
    { date: null, category: 0, source: 0 },
    { date: 20_000 * DAY, category: 0, source: 0 },
    { date: 20_001 * DAY, category: 0, source: 0 },
    { date: 20_002 * DAY, category: 0, source: 0 },
  ]);
  test.each([
    ['newest first, what has no date last', 'new', [3, 2, 1, 0]],
    ['oldest first, what has no date last', 'old', [1, 2, 3, 0]],
    ['best first, of equals the newest', 'relevance', [1, 3, 0, 2]],
  ] as const)('stand %s', (_, sort, order) => {
    const matches = { positions: [2, 0, 1, 3], scores: [-1.5, 0.25, 7, 0.25] };
    const query = { ...everything, words: 'x', sort };
    expect([...createFacetCounter(undatedFirst)({ query, matches, own: nobody }).positions]).toEqual(order);
  });
});

test('what the edition doesn’t have filters nothing', () => {
  const query = listQuery({ kind: 'all' }, '?c=a&c=nowhere&-c=neither&src=nobody&sort=old');
  expect(knownQuery(index, query)).toEqual({ ...everything, include: ['a'], sort: 'old' });
});
