// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PLACES_KEY, SOME_PLACE } from '../../src/edition/before-paint.ts';
import { hasStarted } from '../../src/library/has-started.ts';
import {
  keepPlaces,
  MOST_PLACES,
  type Place,
  withoutPlaces,
  withPlaceNames,
  withPlaces,
} from '../../src/library/places.ts';

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

function place(id: string, at: number, changes: Partial<Place> = {}): Place {
  return { id, at, progress: 400, title: id, source: '海岸', block: 'abc123', index: 4, fraction: 250, ...changes };
}

describe('places', () => {
  test('outlive the page, the last left last', () => {
    keepPlaces().update(withPlaces([place('a', 2), place('b', 1)]));
    expect(keepPlaces().get()).toEqual([place('b', 1), place('a', 2)]);
  });

  test('are one an article: the newer', () => {
    const own = [place('a', 5)];
    expect(withPlaces([place('a', 3, { progress: 900 })])(own)).toEqual(own);
    expect(withPlaces([place('a', 7, { progress: 900 })])(own)).toEqual([place('a', 7, { progress: 900 })]);
  });

  test('keep a title that a newer one lacks', () => {
    const handed = place('a', 7, { title: '', source: '' });
    expect(withPlaces([handed])([place('a', 5)])).toEqual([place('a', 7)]);
  });

  test('are as many as anyone returns to', () => {
    const many = Array.from({ length: MOST_PLACES + 5 }, (_, at) => place(`p${at}`, at));
    expect(withPlaces(many)([]).map(({ id }) => id)).toEqual(many.slice(5).map(({ id }) => id));
  });

  test('can be taken out, and given names', () => {
    const all = [place('a', 1), place('b', 2, { title: '' })];
    expect(withoutPlaces(new Set(['a']))(all)).toEqual([all[1]]);
    expect(withoutPlaces(null)(all)).toEqual([]);
    const names = new Map([
      ['a', { title: '别名', source: '' }],
      ['b', { title: '灯塔', source: '海岸' }],
    ]);
    expect(withPlaceNames(names)(all).map(({ title }) => title)).toEqual(['a', '灯塔']);
  });

  test.each(['{"version":1,"data":{"a":1}}', '{"version":1,"data":[{"id":"a"},null,7,[]]}', '{', 'null'])(
    'are none where what is stored is %s',
    (text) => {
      localStorage.setItem(PLACES_KEY, text);
      expect(keepPlaces().get()).toEqual([]);
    },
  );

  test.each([{ at: 1e300 }, { progress: 1001 }, { fraction: -1 }, { index: 0.5 }, { block: 5 }])(
    'that say %o are left out',
    (changes) => {
      const data = [{ ...place('a', 1), ...changes }, place('b', 2)];
      localStorage.setItem(PLACES_KEY, JSON.stringify({ version: 1, data }));
      expect(keepPlaces().get()).toEqual([place('b', 2)]);
    },
  );
});

describe('whether there are any', () => {
  test('is seen by the letters they are stored with', () => {
    expect(hasStarted()).toBe(false);
    const places = keepPlaces();
    places.update(withPlaces([place('[{', 1)]));
    expect(hasStarted()).toBe(true);
    places.update(withoutPlaces(null));
    expect(localStorage.getItem(PLACES_KEY)).not.toMatch(SOME_PLACE);
    expect(hasStarted()).toBe(false);
  });

  test('is no where nothing may be read', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    expect(hasStarted()).toBe(false);
  });
});
