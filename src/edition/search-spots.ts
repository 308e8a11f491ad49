import { FOLLOWERS, PLACES } from './search-grams.ts';

/**
 * Where a gram stands in an article, in 30 bits. Where it stands but once, its place and its follower; where it stands more
 * often, up to four followers; with more of them it may stand anywhere.
 *
 * A follower makes a gram nearly as telling as the one that is a character longer, for a bit or two.
 */
export const ANYWHERE = 0;

const ONCE = 2 ** 28;
const OFTEN = 2 ** 29;
const KINDS = ONCE | OFTEN;

const FOLLOWER_BITS = Math.log2(FOLLOWERS);
const FOLLOWER = FOLLOWERS - 1;
const MOST_FOLLOWERS = 4;
/** The same in all lanes. */
const LANES = 1 + FOLLOWERS + FOLLOWERS ** 2 + FOLLOWERS ** 3;

/** Every place, a bit each. */
export const ALL_PLACES = 2 ** PLACES - 1;

export function spotAt(place: number, follower: number): number {
  return ONCE | (place << FOLLOWER_BITS) | follower;
}

/** One of the followers. The first fills the lanes that nothing else does. */
export function followerAt(spots: number, index: number): number {
  return (spots >>> (index * FOLLOWER_BITS)) & FOLLOWER;
}

/** Anywhere before this one. */
export function spotsBefore(follower: number): number {
  return OFTEN | (follower * LANES);
}

/** With another follower in one of the lanes 1 to 3. */
export function withFollower(spots: number, index: number, follower: number): number {
  return spots ^ ((followerAt(spots, 0) ^ follower) << (index * FOLLOWER_BITS));
}

/** Another occurrence of a gram. */
export function withSpot(spots: number, place: number, follower: number): number {
  if (spots === ANYWHERE || spots === spotAt(place, follower)) return spots;
  const first = followerAt(spots, 0);
  if ((spots & ONCE) !== 0)
    return first === follower ? spotsBefore(first) : withFollower(spotsBefore(first), 1, follower);
  if (first === follower) return spots;
  for (let index = 1; index < MOST_FOLLOWERS; index++) {
    const other = followerAt(spots, index);
    if (other === follower) return spots;
    if (other === first) return withFollower(spots, index, follower);
  }
  return ANYWHERE;
}

/** What is known of where a gram stands: nothing, its only spot, or 1 to 4 followers. */
export function spotKind(spots: number): number {
  if ((spots & KINDS) === 0) return ANY_KIND;
  if ((spots & ONCE) !== 0) return ONE_KIND;
  const first = followerAt(spots, 0);
  let count = 1;
  while (count < MOST_FOLLOWERS && followerAt(spots, count) !== first) count += 1;
  return ONE_KIND + count;
}

export const ONE_KIND = 0;
export const ANY_KIND = MOST_FOLLOWERS + 1;

export function onlyPlace(spots: number): number {
  return (spots >>> FOLLOWER_BITS) & (PLACES - 1);
}

/** The places where the gram may stand, a bit each. @param follower what must come behind it; null: whatever */
export function placesOf(spots: number, follower: number | null): number {
  if (spots === ANYWHERE) return ALL_PLACES;
  if ((spots & ONCE) !== 0) {
    return follower === null || followerAt(spots, 0) === follower ? 1 << onlyPlace(spots) : 0;
  }
  if (follower === null) return ALL_PLACES;
  for (let index = 0; index < MOST_FOLLOWERS; index++) if (followerAt(spots, index) === follower) return ALL_PLACES;
  return 0;
}
