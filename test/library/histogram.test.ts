import { describe, expect, test } from 'vitest';
import { UNKNOWN_DAY } from '../../src/edition/day-number.ts';
import { dayOfText, textOfDay } from '../../src/edition/day-text.ts';
import { histogram } from '../../src/library/histogram.ts';

const days = (...counts: readonly (readonly [string, number])[]) =>
  counts.map(([text, count]) => ({ day: dayOfText(text) ?? UNKNOWN_DAY, count }));
const all = { from: null, to: null };
const texts = ({ from, to, count }: { from: number; to: number; count: number }) => [
  textOfDay(from),
  textOfDay(to),
  count,
];

describe('a histogram', () => {
  test('has a bar for every month between the first and the last, empty ones too', () => {
    const { unit, bars } = histogram(days(['', 5], ['2024-01-31', 1], ['2024-03-01', 2], ['2024-03-31', 3]), all);
    expect(unit).toBe('month');
    expect(bars.map(texts)).toEqual([
      ['2024-01-01', '2024-01-31', 1],
      ['2024-02-01', '2024-02-29', 0],
      ['2024-03-01', '2024-03-31', 5],
    ]);
  });

  const decades = days(['1971-05-05', 1], ['2024-01-31', 2], ['2024-12-01', 4]);

  test('has years where there are many months', () => {
    const { unit, bars } = histogram(decades, all);
    expect(unit).toBe('year');
    expect(bars).toHaveLength(54);
    expect(bars.at(-1)).toMatchObject({ count: 6 });
  });

  test('has the months of the year that is chosen', () => {
    const range = { from: dayOfText('2024-02-01'), to: dayOfText('2024-12-31') };
    const { unit, bars } = histogram(decades, range);
    expect(unit).toBe('month');
    expect(bars.map(({ count }) => count)).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4]);
  });

  test('is empty where no date is known', () => {
    expect(histogram([{ day: UNKNOWN_DAY, count: 3 }], all).bars).toEqual([]);
    expect(histogram([], all).bars).toEqual([]);
  });
});
