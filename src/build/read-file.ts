import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { binaryKind, isNoise } from '../article/binary-kind.ts';
import { type DecodedText, decodeText, LARGEST_FILE } from '../article/decode-text.ts';
import type { Problem } from '../article/problem.ts';
import { contentSum } from './file-stamp.ts';
import type { FoundFile } from './find-files.ts';

/** Beyond this, not even the part that is thrown away is read into memory. */
const GIANT = 32 * LARGEST_FILE;

/** An article file's text, and what tells its bytes from any others. */
export interface ReadFile extends DecodedText {
  readonly sum: string;
}

/**
 * The decoded text of an article file, or the problem that keeps it out.
 * Never throws: one unreadable file must not stop the edition.
 */
export function readFile(found: FoundFile): ReadFile | Problem {
  const { file, obstacle } = found;
  if (obstacle !== null) return leftOut(file, obstacle, 'only ordinary files inside the articles folder are read');
  try {
    const bytes = readBytes(found.path);
    const kind = binaryKind(bytes);
    if (kind !== null) return leftOut(file, `is ${kind}`, 'call it what it is, or save it as text');
    const decoded = decodeText(bytes);
    if (isNoise(decoded.text)) return leftOut(file, 'is no text', 'save it as UTF-8');
    if (decoded.text.trim() !== '') return { ...decoded, sum: contentSum(bytes) };
    return leftOut(file, 'is empty', 'write an article into it or delete it');
  } catch (error) {
    return leftOut(file, `cannot be read: ${reasonOf(error)}`, 'check that it exists and may be read');
  }
}

export function isProblem(read: object): read is Problem {
  return 'level' in read;
}

function leftOut(file: string, reason: string, hint: string): Problem {
  return { file, line: 1, level: 'error', reason, hint };
}

/** A pipe or a device would block for ever, so the open file is asked what it is. */
function readBytes(path: string | Buffer): Uint8Array {
  const handle = openSync(path, 'r');
  try {
    const found = fstatSync(handle);
    if (!found.isFile()) throw new Error('not an ordinary file');
    if (found.size <= GIANT) return readFileSync(handle);
    const bytes = Buffer.alloc(LARGEST_FILE + 1);
    return bytes.subarray(0, readSync(handle, bytes));
  } finally {
    closeSync(handle);
  }
}

/** `EACCES: permission denied`: Node's message without the path, which the problem names already. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/, \w+(?: '.*')?$/s, '') : String(error);
}
