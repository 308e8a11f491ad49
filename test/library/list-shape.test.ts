import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listShape, positionsAhead } from '../../src/library/list-shape.ts';

const heights = { row: 100, day: 40, lead: 300, copies: 30, copy: 20 };

describe('listShape', () => {
  const days = Int32Array.of(1, 1, 2, 3, 3);
  const positions = Int32Array.of(4, 3, 2, 1, 0);

  test('opens a day with the first article of it', () => {
    const shape = listShape(positions, days, heights, { leads: false, byDay: true });
    expect([0, 1, 2, 3, 4].map(shape.opensDay)).toEqual([true, false, true, true, false]);
    expect([0, 1, 2, 3, 4].map(shape.height)).toEqual([140, 100, 140, 140, 100]);
  });

  test('makes room for the lead story', () => {
    expect(listShape(positions, days, heights, { leads: true, byDay: true }).height(0)).toBe(340);
  });

  test('makes room for the line of a row with copies, and for the copies of an open one', () => {
    const below = [null, 0, 3];
    const shownBelow = (index: number) => below[index] ?? null;
    const shape = listShape(Int32Array.of(2, 1, 0), Int32Array.of(5, 5, 5), heights, {
      ...{ leads: false, byDay: false, shownBelow },
    });
    expect([0, 1, 2].map(shape.height)).toEqual([100, 130, 190]);
  });
});

describe('positionsAhead', () => {
  const newestFirst = Int32Array.from({ length: 320 }, (_, index) => 319 - index);

  test('asks for what is on screen first', () => {
    expect(positionsAhead(newestFirst, { first: 0, last: 10, isBackward: false }, 32, 1)).toEqual([319]);
  });

  test('asks for a sheet of which only a part is here', () => {
    const wanted = positionsAhead(newestFirst, { first: 0, last: 10, isBackward: false }, 32, 1, (at) => at > 315);
    expect(wanted).toEqual([315]);
  });

  test('asks for what comes in the direction of the scroll', () => {
    const range = { first: 160, last: 170, isBackward: true };
    const sheets = positionsAhead(newestFirst, range, 32, 9).map((position) => Math.floor(position / 32));
    expect(sheets).toEqual([4, 5, 6]);
  });

  test('asks for each sheet once', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(60), fc.integer({ min: 1, max: 9 }), (first, rows, most) => {
        const wanted = positionsAhead(newestFirst, { first, last: first + rows, isBackward: false }, 32, most);
        const sheets = wanted.map((position) => Math.floor(position / 32));
        expect(new Set(sheets).size).toBe(sheets.length);
        expect(sheets.length).toBeLessThanOrEqual(most);
      }),
    );
  });
});
