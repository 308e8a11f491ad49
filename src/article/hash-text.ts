/** One murmur3-style lane: enough mixing that near-identical paths land far apart. */
function mixLane(text: string, seed: number, multiplier: number): number {
  let lane = seed;
  for (let index = 0; index < text.length; index++) {
    lane = Math.imul(lane ^ text.charCodeAt(index), multiplier);
    lane = (lane << 13) | (lane >>> 19);
  }
  return finalise(lane ^ text.length);
}

function finalise(lane: number): number {
  let mixed = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * A 53-bit hash of a text's UTF-16 units: the same in Node and in every browser, now and later, because
 * addresses are made of it. Not for secrets: anyone can make two texts that collide.
 */
export function hashText(text: string): number {
  const low = mixLane(text, 0x9e3779b1, 0x9e3779b1);
  const high = mixLane(text, 0x7feb352d, 0x5f356495);
  return (high & 0x1fffff) * 2 ** 32 + low;
}

/** The hash as a word of exactly `length` (at most 10) base-36 characters. */
export function hashWord(text: string, length: number): string {
  return (hashText(text) % 36 ** length).toString(36).padStart(length, '0');
}
