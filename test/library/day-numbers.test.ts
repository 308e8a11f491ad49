import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runThrough } from '../../src/article/steps.ts';
import { UNKNOWN_MINUTE } from '../../src/edition/columns.ts';
import { dayNumber, minuteOfDay, UNKNOWN_DAY } from '../../src/edition/day-number.ts';
import { dayNumbers } from '../../src/library/day-numbers.ts';

test('a day begins at midnight in its zone', () => {
  const midnight = Date.UTC(2026, 10, 19, 16);
  expect(dayNumber(midnight, 'Asia/Shanghai') - dayNumber(midnight - 1, 'Asia/Shanghai')).toBe(1);
  expect(minuteOfDay(midnight, 'Asia/Shanghai')).toBe(0);
});

test('unknown dates have a day of their own', () => {
  expect(dayNumber(null, 'Asia/Shanghai')).toBe(UNKNOWN_DAY);
  expect([...runThrough(dayNumbers(Uint32Array.of(UNKNOWN_MINUTE, UNKNOWN_MINUTE, 30_000_000), 'UTC'))]).toEqual([
    UNKNOWN_DAY,
    UNKNOWN_DAY,
    20_833,
  ]);
});

test.each(['Asia/Shanghai', 'America/New_York', 'Asia/Kolkata', 'America/St_Johns', 'Africa/Cairo', 'Pacific/Apia'])(
  'days of many dates are the days of each, also where clocks change: %s',
  (timeZone) => {
    const calendar = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    const minutes = fc.integer({ min: 20_000_000, max: 31_000_000 });
    fc.assert(
      fc.property(minutes, fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 40 }), (start, steps) => {
        const dates = [start];
        for (const step of steps) dates.push((dates.at(-1) ?? start) + step);
        const days = [...runThrough(dayNumbers(Uint32Array.from(dates), timeZone))];
        expect(days.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))).toEqual(
          dates.map((minute) => calendar.format(minute * 60_000)),
        );
      }),
      { numRuns: 60 },
    );
  },
);
