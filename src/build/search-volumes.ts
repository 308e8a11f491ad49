import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleTerms } from '../edition/search-terms.ts';
import { contentSum } from './file-stamp.ts';
import { quietly } from './sharded-store.ts';

/** Where an article's search terms lie; plain data, kept with its page. */
export interface TermsPlace {
  readonly volume: string;
  /** Bytes from the volume's beginning; a multiple of four. */
  readonly start: number;
  readonly count: number;
  /** Tells them from the terms of any other text. */
  readonly sum: string;
}

/**
 * The search terms of articles, some 11 KB each, too much for the records of pages: in volumes, of which each process that reads
 * articles in a build writes one. Nothing in a volume is ever changed.
 */
export interface SearchVolumes {
  /** Whether they are still there. */
  readonly has: (place: TermsPlace) => boolean;
  readonly add: (terms: ArticleTerms) => TermsPlace;
  /** The terms at some places, one after another; what is given holds only until the next. */
  readonly read: (places: readonly TermsPlace[]) => Generator<ArticleTerms>;
  /** The terms at one place, checked; null where they aren't there any more. */
  readonly find: (place: TermsPlace) => ArticleTerms | null;
  /** Whether so many builds have left volumes that they are better written anew. */
  readonly areMany: () => boolean;
  /** Removes volumes in which there is none of these. */
  readonly keep: (places: Iterable<TermsPlace>) => void;
}

const MANY = 96;
/** Read at a time: articles lie in order, nearly. */
const WINDOW = 1 << 20;
const BYTES_A_TERM = 8;

function sizeOf(count: number): number {
  return count * BYTES_A_TERM;
}

/** A file that is read mostly front to back. */
function openWindow(file: string) {
  const handle = openSync(file, 'r');
  let bytes = new Uint8Array(WINDOW);
  let [start, end] = [0, 0];
  return {
    read(from: number, length: number): Uint8Array {
      if (from < start || from + length > end) {
        if (length > bytes.length) bytes = new Uint8Array(length);
        start = from;
        end = from + readSync(handle, bytes, 0, bytes.length, from);
        if (from + length > end) throw new Error(`${file} is shorter than it was`);
      }
      return bytes.subarray(from - start, from - start + length);
    },
    close: () => closeSync(handle),
  };
}

function termsIn(bytes: Uint8Array, count: number): ArticleTerms {
  return {
    keys: new Uint32Array(bytes.buffer, bytes.byteOffset, count),
    details: new Uint32Array(bytes.buffer, bytes.byteOffset + 4 * count, count),
  };
}

function sumOf(bytes: Uint8Array): string {
  return contentSum(bytes).slice(0, 16);
}

/** Null where the file is gone or shorter. */
function readPart(file: string, start: number, length: number): Uint8Array | null {
  try {
    const handle = openSync(file, 'r');
    try {
      const bytes = new Uint8Array(length);
      return readSync(handle, bytes, 0, length, start) === length ? bytes : null;
    } finally {
      closeSync(handle);
    }
  } catch {
    return null;
  }
}

function bytesOf({ keys, details }: ArticleTerms): Uint8Array {
  const bytes = new Uint8Array(sizeOf(keys.length));
  bytes.set(new Uint8Array(keys.buffer, keys.byteOffset, keys.byteLength));
  bytes.set(new Uint8Array(details.buffer, details.byteOffset, details.byteLength), keys.byteLength);
  return bytes;
}

/** @param cache the folder of an edition's cache */
export function openSearchVolumes(cache: string): SearchVolumes {
  const folder = join(cache, 'terms');
  mkdirSync(folder, { recursive: true });
  const own = `${process.pid}-${randomBytes(6).toString('hex')}.bin`;
  let writing: number | null = null;
  let written = 0;
  const sizes = new Map<string, number>();
  const fileOf = (volume: string) => join(folder, volume);

  function sizeOfVolume(volume: string): number {
    if (volume === own) return written;
    const size = sizes.get(volume) ?? statSync(fileOf(volume), { throwIfNoEntry: false })?.size ?? 0;
    sizes.set(volume, size);
    return size;
  }

  return {
    has: ({ volume, start, count }) => start + sizeOf(count) <= sizeOfVolume(volume),
    add(terms) {
      writing ??= openSync(fileOf(own), 'w');
      const bytes = bytesOf(terms);
      writeSync(writing, bytes);
      const place = { volume: own, start: written, count: terms.keys.length, sum: sumOf(bytes) };
      written += bytes.length;
      return place;
    },
    *read(places) {
      const windows = new Map<string, ReturnType<typeof openWindow>>();
      try {
        for (const { volume, start, count } of places) {
          const window = windows.get(volume) ?? openWindow(fileOf(volume));
          windows.set(volume, window);
          yield termsIn(window.read(start, sizeOf(count)), count);
        }
      } finally {
        for (const window of windows.values()) window.close();
      }
    },
    find({ volume, start, count, sum }) {
      const bytes = readPart(fileOf(volume), start, sizeOf(count));
      return bytes !== null && sumOf(bytes) === sum ? termsIn(bytes, count) : null;
    },
    areMany: () => sizes.size > MANY,
    keep(places) {
      const used = new Set<string>();
      for (const { volume } of places) used.add(volume);
      if (writing !== null) closeSync(writing);
      writing = null;
      quietly(() => {
        for (const name of readdirSync(folder)) if (!used.has(name)) rmSync(fileOf(name), { force: true });
      });
    },
  };
}
