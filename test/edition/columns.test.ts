import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateAt, decodeColumns, encodeColumns, sourceAt } from '../../src/edition/columns.ts';

const MINUTE = 60_000;
const entry = fc.record({
  date: fc.option(fc.integer({ min: 0, max: 200_000_000 }), { nil: null }),
  category: fc.nat({ max: 70_000 }),
  source: fc.integer({ min: -1, max: 70_000 }),
});
const bufferOf = (dates: (number | null)[], categories: number[], sources: number[]) =>
  encodeColumns({ dates, categories, sources }).buffer;

describe('columns', () => {
  test('come back as they were written, dates to the minute', () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const dates = entries.map(({ date }) => (date === null ? null : date * MINUTE));
        const categories = entries.map(({ category }) => category);
        const sources = entries.map(({ source }) => source);
        const columns = decodeColumns(bufferOf(dates, categories, sources));
        expect(columns.count).toBe(entries.length);
        expect(entries.map((_, position) => dateAt(columns, position))).toEqual(dates);
        expect([...columns.categories]).toEqual(categories);
        expect(entries.map((_, position) => sourceAt(columns, position))).toEqual(sources);
      }),
    );
  });

  test('take 8 bytes an article beside a header of 16', () => {
    expect(bufferOf([1, 2, null], [0, 1, 2], [0, -1, 0]).byteLength).toBe(16 + 3 * 8);
  });

  test('widen where there are more categories than two bytes can say', () => {
    const columns = decodeColumns(bufferOf([0, 0], [65_535, 1], [-1, 3]));
    expect([...columns.categories]).toEqual([65_535, 1]);
    expect(sourceAt(columns, 0)).toBe(-1);
  });

  test('say which articles repeat others, in 8 bytes a copy', () => {
    const values = { dates: [1, 2, 3], categories: [0, 1, 2], sources: [0, -1, 1] };
    const bytes = encodeColumns({ ...values, copies: [[2, 0]] });
    expect(bytes.byteLength).toBe(16 + 3 * 8 + 8);
    expect([...decodeColumns(bytes.buffer).copies]).toEqual([2, 0]);
    expect([...decodeColumns(encodeColumns(values).buffer).copies]).toEqual([]);
  });

  test('round a date down to its minute', () => {
    expect(dateAt(decodeColumns(bufferOf([119_999], [0], [0])), 0)).toBe(MINUTE);
  });

  test('show a date before 1970 as the first minute of 1970', () => {
    expect(dateAt(decodeColumns(bufferOf([-5 * MINUTE], [0], [0])), 0)).toBe(0);
  });

  test('refuse lists of different lengths', () => {
    expect(() => bufferOf([1], [], [0])).toThrow('columns: 1 dates, 0 categories, 1 sources');
  });

  test.each([
    ['an empty file', new ArrayBuffer(0), 'not a columns file'],
    ['an error page', new TextEncoder().encode('<!doctype html><p>404').buffer, 'not a columns file'],
    ['a file cut short', bufferOf([1, 2], [0, 0], [0, 0]).slice(0, 20), '20 bytes, expected 32 for 2 articles'],
  ])('refuse %s', (_, buffer, message) => {
    expect(() => decodeColumns(buffer)).toThrow(message);
  });

  test('refuse another version by its number', () => {
    const buffer = bufferOf([1], [0], [0]);
    new DataView(buffer).setUint16(4, 9, true);
    expect(() => decodeColumns(buffer)).toThrow('columns: version 9, expected 2');
  });
});
