import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { contentSum } from './file-stamp.ts';

/**
 * What is kept in a file of the cache, if it is whole and of this stamp; null otherwise.
 * @param stamp what it depends on; no line break
 */
export function readStamped(file: string, stamp: string): unknown {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf('\n');
    const body = bytes.subarray(end + 1);
    return bytes.toString('utf8', 0, end) === head(stamp, body) ? JSON.parse(body.toString()) : null;
  } catch {
    return null;
  }
}

/** Writes it so that at every moment there is the old file or the new one, whole. */
export function writeStamped(file: string, stamp: string, value: unknown): void {
  const body = JSON.stringify(value);
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, `${head(stamp, body)}\n${body}`);
  renameSync(temporary, file);
}

function head(stamp: string, body: string | Uint8Array): string {
  return `${stamp} ${contentSum(body)}`;
}
