import { join } from 'node:path';
import type { CacheFolders } from './cache-folders.ts';
import type { KeptBundle } from './kept-bundle.ts';
import { packageNotices } from './package-notices.ts';
import { DEFAULT_SITE_URL, type Settings } from './settings.ts';
import { leaveFolders } from './spare-folders.ts';
import { startPress } from './start-press.ts';
import type { Workshop } from './swap-output.ts';
import { UserError } from './user-error.ts';

/** One build, whoever has compiled what prints it. */
export interface Publication {
  /** The project's folder. */
  readonly root: string;
  readonly settings: Settings;
  readonly cache: CacheFolders;
  readonly workshop: Workshop;
  /** When the build began, in milliseconds since 1970. */
  readonly start: number;
}

/**
 * Prints the site and puts it in the place of the old one. Problems the owner must put right are told, and end the process with 1.
 * @param makeApp puts the compiled app into the site; null where it can't
 * @returns false where there was no app
 */
export async function publishSite(
  publication: Publication,
  makeApp: () => Promise<KeptBundle | null>,
): Promise<boolean> {
  const { root, settings, cache, workshop, start } = publication;
  try {
    const app = await makeApp();
    if (app === null) return false;
    const tool = (name: string) => join(app.tools, `${name}.js`);
    const { frame, modulePreloads } = app.bundle;
    const summary = await startPress(tool('press'), {
      ...{ settings, cache, start, modulePreloads },
      frame: { ...frame, siteUrl: settings.siteUrl },
      notices: packageNotices(root),
      folder: workshop.site,
      printer: tool('print'),
      worker: tool('press-worker'),
    });
    workshop.publish();
    leaveFolders(workshop.old, cache.edition);
    process.stdout.write(`${summary}\n`);
    warnOfAddress(settings);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    tellError(error);
    process.exitCode = 1;
  } finally {
    workshop.close();
  }
  return true;
}

/** A forgotten address makes every shared link and preview point at the builder's own machine. */
function warnOfAddress({ siteUrlGiven }: Settings): void {
  if (siteUrlGiven) return;
  const bold = process.stdout.isTTY ? ['\u001B[1;33m', '\u001B[0m'] : ['', ''];
  const text = `SITE_URL is not set: shared links, previews, feeds and the sitemap name ${DEFAULT_SITE_URL}`;
  process.stdout.write(
    `${bold[0]}warning: ${text}\n         Before publishing: SITE_URL=https://your.host npm run build${bold[1]}\n`,
  );
}

/** A stack trace helps nobody whose folder is misspelt. */
export function orExit<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    tellError(error);
    process.exit(1);
  }
}

function tellError(error: UserError): void {
  process.stderr.write(`error: ${error.message}\n`);
}
