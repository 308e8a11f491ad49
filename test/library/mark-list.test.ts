import { describe, expect, test } from 'vitest';
import { markedEntries, markedShape } from '../../src/library/mark-list.ts';
import type { Mark } from '../../src/library/marks.ts';

const HOUR = 3_600_000;
const mark = (at: number): Mark => ({ at, date: null, position: 0, title: '', source: '' });
const marks = (...times: readonly number[]) => new Map(times.map((at) => [`m${at}`, mark(at)]));

describe('the list of marks', () => {
  test('has the last marked first', () => {
    expect(markedEntries(marks(1, 2, 3), new Map()).map(({ id }) => id)).toEqual(['m3', 'm2', 'm1']);
  });

  test('keeps what was taken out in its place', () => {
    const entries = markedEntries(marks(1, 3), marks(4, 0, 2));
    expect(entries.map(({ id, isRemoved }) => (isRemoved ? `(${id})` : id))).toEqual([
      ...['(m4)', 'm3', '(m2)', 'm1', '(m0)'],
    ]);
  });

  test('has what was put back once', () => {
    expect(markedEntries(marks(1, 2), marks(2)).map(({ isRemoved }) => isRemoved)).toEqual([false, false]);
  });
});

describe('its shape', () => {
  // 20:30 and 23:30 of one day in Shanghai, 00:30 of the next.
  const entries = markedEntries(marks(12.5 * HOUR, 15.5 * HOUR, 16.5 * HOUR), new Map());

  test('is parted by the reader’s days', () => {
    const shape = markedShape(entries, { mark: 90, day: 50 }, 'Asia/Shanghai');
    expect([0, 1, 2].map(shape.opensDay)).toEqual([true, true, false]);
    expect([0, 1, 2].map(shape.height)).toEqual([140, 140, 90]);
    expect([0, 1, 2].map(shape.day)).toEqual([1, 0, 0]);
    const utc = markedShape(entries, { mark: 90, day: 50 }, 'UTC');
    expect([0, 1, 2].map(utc.opensDay)).toEqual([true, false, false]);
  });

  test('is not parted where no days are wanted', () => {
    const shape = markedShape(entries, { mark: 90, day: null }, 'UTC');
    expect([0, 1, 2].map(shape.height)).toEqual([90, 90, 90]);
  });
});
