import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeShard, encodeShard, type Postings } from '../../src/edition/search-shard.ts';
import { SPOT_SETS } from '../../src/edition/search-terms.ts';

const COUNT = 500;

const postings = (key: number): fc.Arbitrary<Postings> =>
  fc.uniqueArray(fc.nat(COUNT - 1), { minLength: 1, maxLength: 80 }).chain((positions) =>
    fc.record({
      key: fc.constant(key),
      positions: fc.constant(positions.toSorted((one, other) => one - other)),
      details: fc.array(fc.nat(3 * SPOT_SETS - 1), { minLength: positions.length, maxLength: positions.length }),
    }),
  );

const shard = fc
  .uniqueArray(fc.nat(0xffff_ffff), { maxLength: 20 })
  .chain((keys) => fc.tuple(...keys.toSorted((one, other) => one - other).map(postings)));

describe('a shard', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(shard, (terms) => {
        const read = [...decodeShard(encodeShard(terms, COUNT)).values()];
        expect(read.map(({ key }) => key)).toEqual(terms.map(({ key }) => key));
        expect(read.map(({ positions }) => [...Array.from(positions)])).toEqual(
          terms.map(({ positions }) => positions),
        );
        expect(read.map(({ details }) => [...Array.from(details)])).toEqual(terms.map(({ details }) => details));
      }),
    );
  });

  test('keeps its bytes while the edition grows, if none of its grams is in the news', () => {
    const terms = [{ key: 7, positions: [1, 40, 300], details: [1, 2, 3] }];
    expect(encodeShard(terms, COUNT + 1)).toEqual(encodeShard(terms, COUNT));
  });

  test('that is broken is refused or read, and never waited for', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          decodeShard(Uint8Array.from([1, 6, ...bytes]));
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
    );
    expect(() => decodeShard(Uint8Array.from([9, 9, 9]))).toThrow('version');
  });
});
