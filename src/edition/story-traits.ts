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

/** Takes an article's traits into the table, but for its numbers: returns those. Loops, no function a byte: builds are short. */
function readTraits(bytes: string, index: number, table: Omit<TraitTable, 'numbers'>): Uint16Array {
  const { lengths, sketches, numberCounts, terms, weights } = table;
  lengths[index] = (bytes.charCodeAt(0) << 8) | bytes.charCodeAt(1);
  let at = 2;
  const sketch = index * SKETCH_BYTES;
  for (let byte = 0; byte < SKETCH_BYTES; byte++) sketches[sketch + byte] = bytes.charCodeAt(at + byte);
  at += SKETCH_BYTES;
  numberCounts[index] = bytes.charCodeAt(at);
  const kept = bytes.charCodeAt(at + 1) || 0;
  at += 2;
  const numbers = kept === 0 ? NONE : new Uint16Array(kept);
  for (let n = 0; n < kept; n++, at += 2) numbers[n] = (bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1);
  const count = Math.min(bytes.charCodeAt(at) || 0, MOST_TERMS);
  at += 1;
  for (let term = index * MOST_TERMS, end = term + count; term < end; term++, at += 4) {
    terms[term] = (bytes.charCodeAt(at) << 16) | (bytes.charCodeAt(at + 1) << 8) | bytes.charCodeAt(at + 2);
    weights[term] = bytes.charCodeAt(at + 3);
  }
  return numbers;
}

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
  for (let index = 0; index < count; index++) numbers[index] = readTraits(atob(traits[index] ?? ''), index, table);
  return table;
}
