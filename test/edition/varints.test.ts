import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { varintReader, varintWriter } from '../../src/edition/varints.ts';

describe('numbers of few bytes', () => {
  test('come back as they were written', () => {
    const whole = fc.integer({ min: 0, max: 2 ** 49 - 1 });
    const signed = fc.integer({ min: -(2 ** 47), max: 2 ** 47 });
    fc.assert(
      fc.property(fc.array(fc.tuple(whole, signed)), (pairs) => {
        const writer = varintWriter();
        for (const [one, other] of pairs) {
          writer.write(one);
          writer.writeSigned(other);
        }
        const reader = varintReader(writer.bytes());
        expect(pairs.map(() => [reader.read(), reader.readSigned()])).toEqual(pairs);
        expect(reader.atEnd()).toBe(true);
      }),
    );
  });

  test.each([
    [0, 1],
    [127, 1],
    [128, 2],
    [16_383, 2],
    [16_384, 3],
    [2 ** 49 - 1, 7],
  ])('%d takes %d', (value, bytes) => {
    const writer = varintWriter();
    writer.write(value);
    expect(writer.bytes()).toHaveLength(bytes);
  });

  test.each([
    ['nothing', []],
    ['half a number', [200]],
    ['a number that never ends', Array.from({ length: 40 }, () => 255)],
  ])('%s is none', (_, bytes) => {
    expect(() => varintReader(Uint8Array.from(bytes)).read()).toThrow(RangeError);
  });
});
