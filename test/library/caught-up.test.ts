// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import { decodeColumns, encodeColumns } from '../../src/edition/columns.ts';
import { everything, type ListQuery } from '../../src/edition/list-query.ts';
import {
  caughtUpPositions,
  caughtUpWith,
  isCaughtUp,
  keepCaughtUp,
  MOST_CAUGHT_UP,
  withCaughtUp,
  withoutCaughtUp,
} from '../../src/library/caught-up.ts';
import type { Edition } from '../../src/library/edition-store.ts';

const MINUTE = 60_000;

/** Articles by minute and category, oldest first. */
type Stories = readonly (readonly [minute: number | null, category: number])[];

function editionOf(stories: Stories, slugs: readonly string[] = ['sea', 'land']): Edition {
  const dates = stories.map(([minute]) => (minute === null ? null : minute * MINUTE));
  const categories = stories.map(([, category]) => category);
  const columns = decodeColumns(encodeColumns({ dates, categories, sources: dates.map(() => -1) }).buffer);
  const nodes = slugs.map((slug) => ({ name: slug, slug, path: slug, parent: -1, count: 1 }));
  const days = Int32Array.from(stories, ([minute]) => (minute === null ? -1_000_000 : Math.floor(minute / 1440)));
  return { index: { count: dates.length, categories: nodes, sources: [], columns: '', stamp: '' }, columns, days };
}

const all = (edition: Edition) => Array.from({ length: edition.columns.count }, (_, position) => position);
const found = (edition: Edition, ...lists: Parameters<typeof caughtUpPositions>[1]) => [
  ...caughtUpPositions(edition, lists),
];
const sea: ListQuery = { ...everything, include: ['sea'] };

beforeEach(() => localStorage.clear());

describe('a list one has caught up with', () => {
  const edition = editionOf([
    [null, 0],
    [10, 0],
    [10, 1],
    [30, 0],
  ]);

  test('is read, and nothing else is', () => {
    expect(found(edition, caughtUpWith(edition, everything, all(edition))).toSorted()).toEqual([0, 1, 2, 3]);
    expect(found(edition, caughtUpWith(edition, sea, [0, 1, 3])).toSorted()).toEqual([0, 1, 3]);
  });

  test('leaves unread what comes later, though it be older', () => {
    const list = caughtUpWith(edition, sea, [0, 1, 3]);
    const next = editionOf([
      [null, 0],
      [5, 0],
      [10, 0],
      [10, 1],
      [20, 0],
      [30, 0],
      [40, 0],
    ]);
    expect(found(next, list).toSorted()).toEqual([0, 2, 5]);
  });

  test('is nothing where its category is gone: not the whole paper', () => {
    const list = caughtUpWith(edition, sea, [0, 1, 3]);
    expect(found(editionOf([[10, 0]], ['land']), list)).toEqual([]);
  });

  test('is as long as it may be, and reads as whole below that', () => {
    const many = editionOf(Array.from({ length: 6000 }, (_, minute) => [minute * 2, 0] as const));
    const list = caughtUpWith(many, everything, all(many));
    expect(list.minutes).toHaveLength(4000);
    expect(found(many, list)).toHaveLength(6000);
    const later = editionOf([
      [3, 0],
      [11_001, 0],
    ]);
    expect(found(later, list)).toEqual([0]);
  });
});

describe('lists one has caught up with', () => {
  const edition = editionOf([[10, 0]]);
  const list = (at: number, query = everything) => ({ ...caughtUpWith(edition, query, [0]), at });

  test('are kept, one of a kind, and can be taken back', () => {
    const kept = keepCaughtUp();
    kept.update(withCaughtUp([list(1)]));
    kept.update(withCaughtUp([list(3, sea), list(2)]));
    expect(keepCaughtUp().get()).toEqual([list(2), list(3, sea)]);
    kept.update(withoutCaughtUp([list(3, sea)]));
    expect(keepCaughtUp().get()).toEqual([list(2)]);
  });

  test('are no more than are looked through in a moment', () => {
    const many = Array.from({ length: MOST_CAUGHT_UP + 3 }, (_, at) => list(at, { ...everything, from: at }));
    expect(withCaughtUp(many)([]).map(({ at }) => at)).toEqual(many.slice(3).map(({ at }) => at));
  });

  test.each([
    null,
    {},
    { at: 1e300, query: list(1).query, minutes: [] },
    { at: 1, query: { ...list(1).query, include: [7] }, minutes: [] },
    { at: 1, query: { ...list(1).query, from: 'x' }, minutes: [] },
    { at: 1, query: list(1).query, minutes: [0.5] },
  ])('%o is none', (value) => {
    expect(isCaughtUp(value)).toBe(false);
  });
});
