// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMarkStore } from '../../src/library/marks.ts';
import { putHistoryBack, takeHistory } from '../../src/library/own-history.ts';
import { type Place, places, withPlaces } from '../../src/library/places.ts';
import { inventedRow } from '../ui/invented.ts';

afterEach(() => vi.useRealTimers());
beforeEach(() => {
  vi.useFakeTimers();
  places.update(() => []);
  localStorage.clear();
});

const place = (id: string, at: number): Place => {
  return { id, at, progress: 400, title: id, source: '', block: 'abc123', index: 4, fraction: 250 };
};

test('a history is taken with the places in it, and put back among what came meanwhile', () => {
  const marks = createMarkStore();
  vi.setSystemTime(1000);
  marks.setRead(inventedRow(1), 1);
  vi.setSystemTime(2000);
  marks.setRead(inventedRow(2), 2);
  marks.setSaved(inventedRow(1), 1, true);
  places.update(withPlaces([place('row1', 5)]));
  const before = [marks.stored().read, places.get()];

  const one = takeHistory(marks, new Set(['row1']));
  expect([...marks.get().read.keys()]).toEqual(['row2']);
  expect(places.get()).toEqual([]);
  putHistoryBack(marks, one);
  expect([marks.stored().read, places.get()]).toEqual(before);

  const all = takeHistory(marks, null);
  expect([marks.get().read.size, places.get().length, marks.get().saved.size]).toEqual([0, 0, 1]);
  places.update(withPlaces([place('row1', 9)]));
  putHistoryBack(marks, all);
  expect([...marks.get().read.keys()]).toEqual(['row1', 'row2']);
  expect(places.get()).toEqual([place('row1', 9)]);
});
