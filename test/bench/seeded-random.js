// @ts-check

/**
 * Numbers that look random and are the same for the same seed, on every machine.
 * @typedef {object} Random
 * @property {() => number} next from 0 to below 1
 * @property {(from: number, to: number) => number} whole a whole number, both ends included
 * @property {(chance: number) => boolean} chance true that often; 0.25 is once in four
 * @property {<Item>(items: readonly Item[]) => Item} pick any of them
 * @property {<Item>(items: readonly Item[]) => Item} favour one of them, the first ones far more often, as words are used
 */

/**
 * @param {string} seed
 * @returns {Random}
 */
export function seededRandom(seed) {
  const next = mulberry(hash(seed));
  /** @param {number} from @param {number} to */
  const whole = (from, to) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    chance: (chance) => next() < chance,
    pick: (items) => itemAt(items, next()),
    favour: (items) => itemAt(items, next() ** 1.6),
  };
}

/** @template Item @param {readonly Item[]} items @param {number} place from 0 to below 1 @returns {Item} */
function itemAt(items, place) {
  const item = items[Math.floor(place * items.length)];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}

/** FNV-1a, 32 bits. @param {string} text */
function hash(text) {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** Mulberry32. @param {number} state */
function mulberry(state) {
  let now = state;
  return () => {
    now = (now + 0x6d2b79f5) | 0;
    let mixed = Math.imul(now ^ (now >>> 15), now | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
