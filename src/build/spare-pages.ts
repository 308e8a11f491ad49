import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { outputStamp } from './file-stamp.ts';
import { quietly } from './sharded-store.ts';

/**
 * The pages of the site before last, which the next site grows on: making and removing ten thousand folders takes longer
 * than everything else in a build where little has changed. Nothing in them is trusted.
 */

function spareFolder(cache: string): string {
  return join(cache, 'spare');
}

/** Moves the spare pages into a site that has none yet; false where there are none. */
export function borrowPages(cache: string, site: string): boolean {
  try {
    renameSync(spareFolder(cache), join(site, 'a'));
    return true;
  } catch {
    return false;
  }
}

/** Moves the pages out of a site that nobody serves any more. On another disk they stay, and are removed with it. */
export function leavePages(site: string, cache: string): void {
  quietly(() => {
    rmSync(spareFolder(cache), { recursive: true, force: true });
    renameSync(join(site, 'a'), spareFolder(cache));
  });
}

/** Not joined: a build asks twenty thousand times, and there is nothing in these names to be made normal. */
function folderOf(site: string, id: string): string {
  return `${site}/a/${id}`;
}

/** What tells a page's folder from the same folder after something was put into it or taken out; null where it is gone. */
export function folderStamp(site: string, id: string): string | null {
  const found = statSync(folderOf(site, id), { throwIfNoEntry: false });
  return found === undefined ? null : `${found.ino} ${found.mtimeMs}`;
}

/**
 * The stamp of a page's folder where a page of this stamp stands in it, and nothing else does; null otherwise.
 * @param folders stamps of folders that held the page alone: those needn't be read
 */
export function folderAlone(site: string, id: string, stamp: string, folders: readonly string[]): string | null {
  const folder = folderOf(site, id);
  const found = folderStamp(site, id);
  try {
    const isAlone = found !== null && (folders.includes(found) || readdirSync(folder).length === 1);
    return isAlone && outputStamp(`${folder}/index.html`) === stamp ? found : null;
  } catch {
    return null;
  }
}

/** Makes the empty folder of a page. Not the folders above it: those are gone when a build has been ended. */
export function makePageFolder(site: string, id: string): void {
  const folder = join(site, 'a', id);
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    // What stands there may be another name of a file in the cache: it must go, not be written into.
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Removes pages of articles the site no longer has. */
export function removeStrays(site: string, ids: ReadonlySet<string>): void {
  for (const name of readdirSync(join(site, 'a'))) {
    if (!ids.has(name)) rmSync(join(site, 'a', name), { recursive: true, force: true });
  }
}
