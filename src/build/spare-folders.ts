import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { outputStamp } from './file-stamp.ts';
import { quietly } from './sharded-store.ts';

/**
 * The folders of the site before last, which the next site grows on: making and removing ten thousand folders takes longer
 * than everything else in a build where little has changed. Nothing in them is trusted.
 */

/** Pages of articles, and all other folders that hold what builds write and little else. */
const PAGES = 'a';
const OTHERS = ['articles', 'c', 'data', 'page', 's'];

function spareFolder(cache: string, name: string): string {
  return join(cache, 'spare', name);
}

function hasMoved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/** Moves the spare pages into a site that has none yet; false where there are none. */
export function borrowPages(cache: string, site: string): boolean {
  return hasMoved(spareFolder(cache, PAGES), join(site, PAGES));
}

/** Moves the other spare folders into a site, as far as the owner has none of the same name. Returns which. */
export function borrowFolders(cache: string, site: string): readonly string[] {
  return OTHERS.filter((name) => hasMoved(spareFolder(cache, name), join(site, name)));
}

/** Moves the folders out of a site that nobody serves any more. On another disk they stay, and are removed with it. */
export function leaveFolders(site: string, cache: string): void {
  quietly(() => {
    rmSync(join(cache, 'spare'), { recursive: true, force: true });
    mkdirSync(join(cache, 'spare'));
    for (const name of [PAGES, ...OTHERS]) hasMoved(join(site, name), spareFolder(cache, name));
  });
}

/**
 * Removes from borrowed folders what this build has not written.
 * @param written paths below the site
 */
export function removeUnwritten(site: string, names: readonly string[], written: ReadonlySet<string>): void {
  const folders = new Set<string>(names);
  for (const path of written) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) folders.add(path.slice(0, at));
  }
  const clear = (folder: string): void => {
    for (const entry of readdirSync(join(site, folder), { withFileTypes: true })) {
      const inside = `${folder}/${entry.name}`;
      if (entry.isDirectory() && folders.has(inside)) clear(inside);
      else if (!written.has(inside)) rmSync(join(site, inside), { recursive: true, force: true });
    }
  };
  for (const name of names) clear(name);
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
