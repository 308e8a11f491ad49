import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { characterOf, FOLLOWERS, PLACES, spread } from '../../src/edition/search-grams.ts';
import { decodeShard, encodeShard, type Postings } from '../../src/edition/search-shard.ts';
import { ANYWHERE, spotAt, withSpot } from '../../src/edition/search-spots.ts';
import { detailOf, TITLE } from '../../src/edition/search-terms.ts';

const COUNT = 500;
const everything = Array.from({ length: COUNT }, (_, position) => position);

/** What an article may know of a gram: where it stood, one place after another. */
const detail = fc
  .tuple(
    fc.nat(TITLE),
    fc.array(fc.tuple(fc.nat(PLACES - 1), fc.oneof(fc.nat(5), fc.nat(FOLLOWERS - 1))), { minLength: 1, maxLength: 8 }),
  )
  .map(([field, places]) => {
    const [[place, follower] = [0, 0], ...others] = places;
    return detailOf(
      field,
      others.reduce((spots, [at, before]) => withSpot(spots, at, before), spotAt(place, follower)),
    );
  });

const postings = (key: number): fc.Arbitrary<Postings> =>
  fc
    .oneof(
      fc.uniqueArray(fc.nat(COUNT - 1), { minLength: 1, maxLength: 80 }),
      // Grams that most articles hold are written by those that don't.
      fc.uniqueArray(fc.nat(COUNT - 1), { maxLength: 60 }).map((gone) => everything.filter((at) => !gone.includes(at))),
    )
    .chain((positions) =>
      fc.record({
        key: fc.constant(key),
        positions: fc.constant(positions.toSorted((one, other) => one - other)),
        details: fc.array(
          characterOf(key) === null ? detail : fc.nat(TITLE).map((field) => detailOf(field, ANYWHERE)),
          { minLength: positions.length, maxLength: positions.length },
        ),
      }),
    );

const shard = fc
  .uniqueArray(fc.oneof(fc.nat(0xffff_ffff), fc.constant(spread(0x4e00))), { maxLength: 20 })
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
    const details = [1, 2, 3].map((place) => detailOf(0, spotAt(place, 9)));
    const terms = [{ key: 7, positions: [1, 40, 300], details }];
    expect(encodeShard(terms, COUNT + 1)).toEqual(encodeShard(terms, COUNT));
  });

  test('that is broken is refused or read, and never waited for', () => {
    const whole = encodeShard([{ key: 7, positions: everything, details: everything.map(() => ANYWHERE) }], COUNT);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(whole.length), (bytes, place) => {
        const broken = Uint8Array.from([...whole.subarray(0, place), ...bytes]);
        try {
          decodeShard(broken);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
    );
    expect(() => decodeShard(new Uint8Array(40))).toThrow('version');
    expect(() => decodeShard(Uint8Array.from([2, 9, 9]))).toThrow('too early');
  });
});
