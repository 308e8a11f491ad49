import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from './user-error.ts';

/** Where the next output grows, out of everyone's sight. */
export interface Workshop {
  /** Beside OUT_DIR, whose place it takes. */
  readonly site: string;
  /** For compiled code that only the build runs; inside the project, so that it finds the project's packages. */
  readonly tools: string;
  /** Puts `site` in OUT_DIR's place; the old output is gone afterwards. */
  readonly publish: () => void;
  /** Removes everything that was not published; safe to call twice. */
  readonly close: () => void;
}

/**
 * Opens a workshop on the same disk as `outDir`, so that publishing is a rename: nobody ever meets half a site.
 * However the process ends, Ctrl+C included, nothing of it stays.
 * @throws UserError where the folder can't be written to.
 */
export function openWorkshop(outDir: string, root: string): Workshop {
  const folder = makeFolder(dirname(outDir), '.edition-');
  const tools = makeFolder(join(root, 'node_modules'), '.broadsheet-');
  const [site, old] = [join(folder, 'site'), join(folder, 'old')];
  mkdirSync(site);
  const remove = () => {
    for (const each of [folder, tools]) rmSync(each, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
  };
  const stop = (signal: NodeJS.Signals) => process.exit(signal === 'SIGINT' ? 130 : 143);
  process.once('exit', remove).once('SIGINT', stop).once('SIGTERM', stop);
  return {
    site,
    tools,
    publish: () => swap(site, outDir, old),
    close: () => {
      process.off('exit', remove).off('SIGINT', stop).off('SIGTERM', stop);
      remove();
    },
  };
}

function makeFolder(parent: string, prefix: string): string {
  try {
    mkdirSync(parent, { recursive: true });
    return mkdtempSync(join(parent, prefix));
  } catch (error) {
    throw new UserError(`cannot write in ${parent}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Two renames; where the second fails the first is undone. */
function swap(site: string, outDir: string, old: string): void {
  const replaces = existsSync(outDir);
  if (replaces) renameSync(outDir, old);
  try {
    renameSync(site, outDir);
  } catch (error) {
    if (replaces) renameSync(old, outDir);
    throw error;
  }
}
