import { copyFileSync, existsSync, linkSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { contentSum, outputStamp } from './file-stamp.ts';
import { quietly } from './sharded-store.ts';

/** What a file in the cache must be like to be used again. */
export interface KeptFile {
  /** Null where it could not be kept. */
  readonly stamp: string | null;
  /** Of its content, for caches that were carried here by something that doesn't keep times. */
  readonly sum: string;
}

/**
 * Keeps a file of the site in the cache, as another name of the same file. Nothing is ever written into either of them:
 * what replaces it is a new file.
 */
export function keepFile(file: string, kept: string, content: string | Uint8Array): KeptFile {
  quietly(() => {
    if (!hasLinked(file, kept)) replace(file, kept);
  });
  return { stamp: outputStamp(kept), sum: contentSum(content) };
}

/** The way of nearly all: what is kept has a name nobody had before. */
function hasLinked(file: string, kept: string): boolean {
  try {
    linkSync(file, kept);
    return true;
  } catch {
    return false;
  }
}

/** At every moment there is the old file or the new one, whole. */
function replace(file: string, kept: string): void {
  const temporary = `${kept}.${process.pid}.tmp`;
  linkOrCopy(file, temporary);
  renameSync(temporary, kept);
}

/** The stamp of a kept file that is still what was kept; null where it isn't. */
export function intactStamp(kept: string, { stamp, sum }: KeptFile): string | null {
  const found = outputStamp(kept);
  if (found === null || stamp === null || found === stamp) return stamp && found;
  return contentSum(readFileSync(kept)) === sum ? found : null;
}

/**
 * Gives a kept file its place in the site, where another name of it may stand since the build before last.
 * @returns false where it isn't what was kept
 */
export function placeKept(kept: string, file: string, as: KeptFile): boolean {
  const standing = outputStamp(file);
  if (standing !== null && standing === as.stamp) return true;
  if (intactStamp(kept, as) === null) return false;
  if (standing !== null) rmSync(file, { recursive: true, force: true });
  return linkOrCopy(kept, file);
}

/**
 * Gives a file a second name; between disks, and where there are no such names, makes a copy.
 * @returns false where the file is gone: another build of the same edition had no use for it.
 */
export function linkOrCopy(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    if (!existsSync(from)) return false;
    copyFileSync(from, to);
    return true;
  }
}

/** Removes from a folder of kept files all that nobody wanted, and what killed builds left half done. */
export function removeOthers(folder: string, wanted: ReadonlySet<string>): void {
  quietly(() => {
    for (const name of readdirSync(folder))
      if (!wanted.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
  });
}
