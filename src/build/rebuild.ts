/** Builds again with what an earlier build has compiled; compiled itself beside the press. Vite's own start would be a tenth of it. */
import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolders } from './cache-folders.ts';
import { placeKeptBundle } from './kept-bundle.ts';
import { BUILD_MODE, programVersion } from './program-version.ts';
import { orExit, publishSite } from './publish-site.ts';
import { readSettings } from './settings.ts';
import { openWorkshop } from './swap-output.ts';

/**
 * Builds the site of the project in `root`.
 * @returns false where this file is not of the program as it is now: it must be compiled
 */
export async function rebuild(root: string): Promise<boolean> {
  const start = Date.now();
  const own = dirname(dirname(fileURLToPath(import.meta.url)));
  const settings = orExit(() => readSettings(process.env, root));
  const cache = cacheFolders(root, settings, programVersion(root, BUILD_MODE));
  if (realpathSync(own) !== realPathOf(cache.bundle)) return false;
  process.env.NODE_ENV = 'production';
  const workshop = orExit(() => openWorkshop(settings.outDir, root));
  return publishSite({ root, settings, cache, workshop, start }, async () =>
    placeKeptBundle(cache.bundle, workshop.site),
  );
}

function realPathOf(folder: string): string | null {
  try {
    return realpathSync(folder);
  } catch {
    return null;
  }
}
