import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes a file of the site, making the folders above it. `path` is relative to `folder`. */
export function writeSiteFile(folder: string, path: string, content: string | Uint8Array): void {
  makeSiteFolder(folder, dirname(path));
  writeAnew(join(folder, path), content);
}

/** Writes a new file. What stands there may be another name of a file in the cache: it must go, not be written into. */
export function writeAnew(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content, { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    rmSync(file, { recursive: true, force: true });
    writeFileSync(file, content);
  }
}

/**
 * Makes a folder of the site, `path` below it, and those between. Never the site's own: where that is gone, the build
 * was killed and the next has tidied up, and a press that doesn't know yet must not begin anew.
 */
export function makeSiteFolder(folder: string, path: string): void {
  if (path === '.') return;
  try {
    mkdirSync(join(folder, path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(path) === '.') throw error;
    makeSiteFolder(folder, dirname(path));
    makeSiteFolder(folder, path);
  }
}
