import { fold } from './fold.ts';
import { SKETCH_BYTES, sketchText } from './minhash.ts';
import { textNumbers } from './text-numbers.ts';
import { textTerms } from './text-terms.ts';

/** Units of a text that are looked at: what follows changes neither what it is about nor whose copy it is. */
export const MOST_UNITS = 8000;
const MOST_NUMBERS = 24;
export const MOST_TERMS = 24;

/**
 * What is kept of an article's words so that others like it are found without reading it again: about 300 bytes in
 * Base64. A sketch, its length, some of its numbers, its heaviest terms.
 * @param text folded, at most `MOST_UNITS` of it
 */
export function storyTraits(title: string, text: string): string {
  const folded = fold(title);
  const sketch = sketchText(text);
  const numbers = textNumbers(text);
  const kept = numbers.slice(0, MOST_NUMBERS);
  const terms = textTerms(folded, text, MOST_TERMS);
  const bytes = [
    ...[sketch.length >>> 8, sketch.length & 0xff],
    ...sketch.bytes,
    ...[Math.min(255, numbers.length), kept.length],
    ...kept.flatMap((number) => [number >>> 8, number & 0xff]),
    terms.length,
    ...terms.flatMap(({ hash, weight }) => [hash >>> 16, (hash >>> 8) & 0xff, hash & 0xff, weight]),
  ];
  return btoa(String.fromCharCode(...bytes));
}

/** The traits of many articles, one after another in a few arrays: a hundred thousand objects would weigh ten times as much. */
export interface TraitTable {
  readonly count: number;
  /** Letters, digits and characters of each text. */
  readonly lengths: Uint16Array;
  /** `SKETCH_BYTES` each. */
  readonly sketches: Uint8Array;
  /** How many numbers each text says; the least `MOST_NUMBERS` hashes of them, in order. */
  readonly numberCounts: Uint8Array;
  readonly numbers: readonly Uint16Array[];
  /** `MOST_TERMS` each, the heaviest first; 0 where there is none. */
  readonly terms: Uint32Array;
  readonly weights: Uint8Array;
}

const NONE = new Uint16Array();

/** Reads what `storyTraits` has written, article by article. What is not whole has no traits. */
export function traitTable(traits: readonly string[]): TraitTable {
  const count = traits.length;
  const numbers = new Array<Uint16Array>(count).fill(NONE);
  const table = {
    ...{ count, numbers, lengths: new Uint16Array(count), numberCounts: new Uint8Array(count) },
    sketches: new Uint8Array(count * SKETCH_BYTES),
    terms: new Uint32Array(count * MOST_TERMS),
    weights: new Uint8Array(count * MOST_TERMS),
  };
  traits.forEach((each, index) => {
    const bytes = atob(each);
    const byte = (at: number): number => bytes.charCodeAt(at) || 0;
    table.lengths[index] = (byte(0) << 8) | byte(1);
    for (let at = 0; at < SKETCH_BYTES; at++) table.sketches[index * SKETCH_BYTES + at] = byte(2 + at);
    let at = 2 + SKETCH_BYTES;
    table.numberCounts[index] = byte(at);
    const kept = byte(at + 1);
    at += 2;
    if (kept > 0)
      numbers[index] = Uint16Array.from({ length: kept }, (_, n) => (byte(at + 2 * n) << 8) | byte(at + 2 * n + 1));
    at += 2 * kept;
    const terms = Math.min(byte(at), MOST_TERMS);
    for (let term = 0; term < terms; term++) {
      const from = at + 1 + 4 * term;
      table.terms[index * MOST_TERMS + term] = (byte(from) << 16) | (byte(from + 1) << 8) | byte(from + 2);
      table.weights[index * MOST_TERMS + term] = byte(from + 3);
    }
  });
  return table;
}
