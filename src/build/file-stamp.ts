import { hash } from 'node:crypto';
import { type Stats, statSync } from 'node:fs';

/** A file changed this shortly ago may change again without its times telling: clocks of file systems tick slowly. */
const UNSETTLED_MS = 2000;

/**
 * What tells a source file that was changed from one that wasn't, without reading it. Null where nothing can tell: the
 * file is gone, or too fresh.
 */
export function sourceStamp(path: string | Buffer, now: number = Date.now()): string | null {
  const found = statOf(path);
  if (found === null || now - Math.max(found.mtimeMs, found.ctimeMs) < UNSETTLED_MS) return null;
  return `${found.size} ${found.mtimeMs} ${found.ctimeMs}`;
}

/** Null where there is nothing, or nothing this program may see: a folder may be listed and yet not be entered. */
function statOf(path: string | Buffer): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

/** The same for a file this program wrote; being linked to from elsewhere does not change it. Null where it is gone. */
export function outputStamp(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? null : `${found.size} ${found.mtimeMs}`;
}

/** Tells two contents apart: 128 bits, which two files of one edition never share. */
export function contentSum(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex').slice(0, 32);
}
