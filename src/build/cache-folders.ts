import { mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { contentSum } from './file-stamp.ts';
import type { ProgramVersion } from './program-version.ts';
import type { Settings } from './settings.ts';
import { quietly } from './sharded-store.ts';

/** What one edition's builds leave for the next: folders, and the stamps of what they depend on. */
export interface CacheFolders {
  /** Front matter, by file. */
  readonly scans: string;
  readonly scansStamp: string;
  /** Printed pages and packs. */
  readonly edition: string;
  readonly editionStamp: string;
  /** The compiled app and press. */
  readonly bundle: string;
}

/** Editions and bundles that are remembered; the ones used longest ago go. */
const MOST = 4;

/** Folders for what is remembered of the articles and settings, inside `node_modules`, where tools look for caches. */
export function cacheFolders(root: string, settings: Settings, version: ProgramVersion): CacheFolders {
  const cache = join(root, 'node_modules', '.cache', 'broadsheet');
  const { articlesDir, base, siteUrl } = settings;
  const name = (...parts: readonly string[]) => contentSum(JSON.stringify(parts)).slice(0, 16);
  return {
    scans: join(cache, 'scans', name(articlesDir)),
    scansStamp: version.reading,
    edition: join(cache, 'editions', name(articlesDir, base, siteUrl)),
    editionStamp: name(version.everything, base, siteUrl),
    bundle: join(cache, 'bundles', name(version.everything, base)),
  };
}

/** Makes a folder the one used last, and removes those beside it that nobody has used for long. */
export function touchFolder(folder: string): void {
  quietly(() => {
    mkdirSync(folder, { recursive: true });
    const now = new Date();
    utimesSync(folder, now, now);
    const used = (name: string) => statSync(join(dirname(folder), name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const others = readdirSync(dirname(folder)).filter((name) => name !== basename(folder));
    const oldest = others.toSorted((one, other) => used(other) - used(one)).slice(MOST - 1);
    for (const name of oldest) rmSync(join(dirname(folder), name), { recursive: true, force: true });
  });
}
