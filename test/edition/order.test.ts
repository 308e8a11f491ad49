import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareCodePoints, compareOldestFirst, type Dated, sortOldestFirst } from '../../src/edition/order.ts';

const dated = fc.record({
  date: fc.option(fc.integer({ min: -5, max: 5 }), { nil: null }),
  file: fc.string({ unit: 'binary', maxLength: 3 }),
});
const article = (date: number | null, file: string): Dated => ({ date, file });

describe('compareCodePoints', () => {
  test('puts an emoji after every other character, as UTF-16 does not', () => {
    expect(compareCodePoints('\uff5e', '😀')).toBeLessThan(0);
  });

  test('agrees with the order of code points', () => {
    const text = fc.string({ unit: 'binary', maxLength: 4 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const points = (value: string) => [...value].map((character) => character.codePointAt(0) ?? 0);
        const [left, right] = [points(a), points(b)];
        const at = left.findIndex((point, index) => point !== right[index]);
        const expected = at < 0 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1);
        expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(expected));
      }),
    );
  });
});

describe('compareOldestFirst', () => {
  test('oldest first, unknown dates before everything, ties by file path', () => {
    const sorted = sortOldestFirst([
      article(2, 'a'),
      article(null, 'c'),
      article(1, 'b'),
      article(1, 'a'),
      article(null, 'b'),
    ]);
    expect(sorted.map(({ date, file }) => `${date}${file}`)).toEqual(['nullb', 'nullc', '1a', '1b', '2a']);
  });

  test('is a total order: opposite both ways, transitive, equal only for one file at one date', () => {
    fc.assert(
      fc.property(dated, dated, dated, (a, b, c) => {
        expect(Math.sign(compareOldestFirst(a, b)) + Math.sign(compareOldestFirst(b, a))).toBe(0);
        if (compareOldestFirst(a, b) <= 0 && compareOldestFirst(b, c) <= 0)
          expect(compareOldestFirst(a, c)).toBeLessThanOrEqual(0);
        expect(compareOldestFirst(a, b) === 0).toBe(a.date === b.date && a.file === b.file);
      }),
    );
  });

  test('sorts alike whatever order the files were found in', () => {
    fc.assert(
      fc.property(fc.array(dated), (articles) => {
        expect(sortOldestFirst(articles.toReversed())).toEqual(sortOldestFirst(articles));
      }),
    );
  });
});
