import { GAP, unitKinds } from './word-units.ts';

/** Bytes of a sketch. Two sketches agree in about as many of them as their texts share of three-character runs. */
export const SKETCH_BYTES = 128;
const BIN_SHIFT = 25;
const EMPTY = 0xffffffff;

/** Murmur3's finish: near values land far apart. */
export function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

export interface Sketch {
  readonly bytes: Uint8Array;
  /** Letters, digits and characters the text has. */
  readonly length: number;
}

/** The least hash of every 128th part of all hashes, of all runs of three characters; what is between words doesn't count. */
function leastHashes(text: string): { readonly least: Uint32Array; readonly length: number } {
  const kinds = unitKinds();
  const least = new Uint32Array(SKETCH_BYTES).fill(EMPTY);
  let [first, second, length] = [0, 0, 0];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (kinds[unit] === GAP) continue;
    length += 1;
    if (length > 2) {
      const hash = mix(Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x7feb352d) ^ unit);
      const bin = hash >>> BIN_SHIFT;
      if (hash < (least[bin] ?? 0)) least[bin] = hash;
    }
    first = second;
    second = unit;
  }
  return { least, length };
}

/** A text has fewer runs than there are bins: an empty bin takes what another holds, the same one in every text. */
function fillEmpty(least: Uint32Array): Uint32Array {
  if (least.every((hash) => hash === EMPTY)) return least;
  return least.map((hash, bin) => {
    let filled = hash;
    for (let attempt = 1; filled === EMPTY; attempt++) {
      filled = least[mix(Math.imul(bin + 1, 0x9e3779b1) + attempt) >>> BIN_SHIFT] ?? EMPTY;
    }
    return filled;
  });
}

/** What is left of a folded text so that its likeness to others can be told: linear, a tenth of a millisecond an article. */
export function sketchText(text: string): Sketch {
  const { least, length } = leastHashes(text);
  // The high bits name the bin, so the low ones are what tells texts apart.
  return { bytes: Uint8Array.from(fillEmpty(least), (hash) => hash & 0xff), length };
}

/** How many of the four bytes of a number are zero. */
function zeroBytes(value: number): number {
  const low = (value & 0x7f7f7f7f) + 0x7f7f7f7f;
  const zero = ~(low | value | 0x7f7f7f7f) >>> 7;
  return Math.imul(zero, 0x01010101) >>> 24;
}

/**
 * How much of all their runs two texts share, from 0 to 1, by their sketches: `bytes` holds sketches one after another, of which
 * numbers `a` and `b` are compared. One byte of 256 agrees by chance.
 */
export function likeness(bytes: Uint8Array, a: number, b: number): number {
  const length = SKETCH_BYTES / 4;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  let same = 0;
  for (let index = 0; index < length; index++) {
    same += zeroBytes((words[a * length + index] ?? 0) ^ (words[b * length + index] ?? 0));
  }
  return Math.max(0, (same / SKETCH_BYTES - 1 / 256) / (1 - 1 / 256));
}
