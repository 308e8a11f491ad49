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

function promising(count: number): ArrayBuffer {
  const buffer = bufferOf([1], [0], [0]);
  new DataView(buffer).setUint32(8, count, true);
  return buffer;
}

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

  test('take less than 4 bytes an article where news come several an hour, from many sources in many categories', () => {
    const articles = Array.from({ length: 10_000 }, (_, index) => index);
    const dates = articles.map((index) => 1_700_000_000_000 + (index * 11 + (index % 7)) * MINUTE);
    const categories = articles.map((index) => (index * 37) % 300);
    const sources = articles.map((index) => (index * 13) % 120);
    expect(bufferOf(dates, categories, sources).byteLength).toBeLessThan(16 + 4 * articles.length);
  });

  test('widen where there are more categories than two bytes can say', () => {
    const columns = decodeColumns(bufferOf([0, 0], [65_535, 1], [-1, 3]));
    expect([...columns.categories]).toEqual([65_535, 1]);
    expect(sourceAt(columns, 0)).toBe(-1);
  });

  test('say which articles repeat others', () => {
    const values = { dates: [1, 2, 3], categories: [0, 1, 2], sources: [0, -1, 1] };
    const bytes = encodeColumns({ ...values, copies: [[2, 0]] });
    expect([...decodeColumns(bytes.buffer).copies]).toEqual([2, 0]);
    const many = encodeColumns({
      ...values,
      copies: [
        [70_001, 9],
        [3, 2],
        [4_000_000_000, 1],
      ],
    });
    expect([...decodeColumns(many.buffer).copies]).toEqual([70_001, 9, 3, 2, 4_000_000_000, 1]);
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
    ['a file cut short', bufferOf([1, 2], [0, 0], [0, 0]).slice(0, 20), 'cut short'],
    ['a file cut within a number', bufferOf([1e12, 2e12], [0, 0], [0, 0]).slice(0, -1), 'cut short'],
    ['a file that promises a billion articles', promising(1e9), 'cut short'],
    ['a file with more in it', new Uint8Array([...new Uint8Array(bufferOf([1], [0], [0])), 1]).buffer, 'after its end'],
  ])('refuse %s', (_, buffer, message) => {
    expect(() => decodeColumns(buffer)).toThrow(message);
  });

  test('refuse another version by its number', () => {
    const buffer = bufferOf([1], [0], [0]);
    new DataView(buffer).setUint16(4, 9, true);
    expect(() => decodeColumns(buffer)).toThrow('columns: version 9, expected 3');
  });
});
