import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber, minuteOfDay } from '../../src/edition/day-number.ts';

const ZONES = ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Apia', 'UTC'];

/** Day and minute as the calendar itself says them. */
function asked(date: number, timeZone: string): string {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return clock.format(date);
}

test.each(ZONES)('every moment has the day and minute its calendar says: %s', (timeZone) => {
  const moments = fc.integer({ min: Date.UTC(2005, 0), max: Date.UTC(2030, 0) });
  fc.assert(
    fc.property(moments, (date) => {
      const wall = dayNumber(date, timeZone) * 86_400_000 + minuteOfDay(date, timeZone) * 60_000;
      expect(asked(wall, 'UTC')).toBe(asked(date, timeZone));
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['America/New_York', '2024-03-10T06:59:59.999Z', 119],
  ['America/New_York', '2024-03-10T07:00:00.000Z', 180],
  ['America/New_York', '2024-11-03T05:59:00.000Z', 119],
  ['America/New_York', '2024-11-03T06:00:00.000Z', 60],
])('the minute is right where clocks are changed: %s %s', (timeZone, moment, minute) => {
  expect(minuteOfDay(Date.parse(moment), timeZone)).toBe(minute);
});
