import { mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../build/user-error.ts';

/**
 * Writes a file so that it is there whole or not at all, and leaves one alone that is so already.
 * @throws UserError where it can't be written.
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const bytes = Buffer.from(content);
  if (readIfThere(path)?.equals(bytes)) return;
  // A dotfile: a build that runs meanwhile doesn't take it for an article.
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, bytes);
    renameSync(draft, path);
  } catch (error) {
    removeIfThere(draft);
    throw new UserError(`${path}: cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It isn't, or lies where nothing can be changed.
  }
}

/** Null where there is no such file. */
export function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
