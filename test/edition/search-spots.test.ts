import { describe, expect, test } from 'vitest';
import { PLACES } from '../../src/edition/search-grams.ts';
import { ALL_PLACES, ANYWHERE, placesOf, spotAt, spotKind, withSpot } from '../../src/edition/search-spots.ts';

/** The spots of a gram that stands there, in this order. */
const spotsAt = (...places: readonly (readonly [place: number, follower: number])[]) => {
  const [[place, follower] = [0, 0], ...others] = places;
  return others.reduce((spots, other) => withSpot(spots, ...other), spotAt(place, follower));
};

describe('where a gram stands', () => {
  test('once: at its place, and nowhere with another behind it', () => {
    const once = spotsAt([3, 100], [3, 100]);
    expect(placesOf(once, null)).toBe(1 << 3);
    expect(placesOf(once, 100)).toBe(1 << 3);
    expect(placesOf(once, 101)).toBe(0);
  });

  test.each([1, 2, 3, 4])('often, before %s others: anywhere, but before nothing else', (count) => {
    const followers = Array.from({ length: count }, (_, index) => 100 + index);
    const often = spotsAt([0, 100], [1, 100], ...followers.map((follower) => [2, follower] as const));
    for (const follower of followers) expect(placesOf(often, follower)).toBe(ALL_PLACES);
    expect(placesOf(often, 99)).toBe(0);
    expect(placesOf(often, null)).toBe(ALL_PLACES);
    expect(spotKind(often)).toBe(count);
  });

  test('before more others than are kept: anywhere, before anything', () => {
    const many = spotsAt([0, 1], [1, 2], [2, 3], [3, 4], [4, 5]);
    expect(many).toBe(ANYWHERE);
    expect(placesOf(many, 77)).toBe(ALL_PLACES);
    expect(withSpot(many, 0, 1)).toBe(ANYWHERE);
  });

  test('is never said to be where it is not needed: a follower of no class is one as others', () => {
    expect(placesOf(spotsAt([PLACES - 1, 0], [0, 0]), 0)).toBe(ALL_PLACES);
  });
});
