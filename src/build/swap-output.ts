import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { quietly } from './sharded-store.ts';
import { UserError } from './user-error.ts';

/** Where the next output grows, out of everyone's sight. */
export interface Workshop {
  /** Beside OUT_DIR, whose place it takes. */
  readonly site: string;
  /** For compiled code that only the build runs; inside the project, so that it finds the project's packages. */
  readonly tools: string;
  /** Where the old output is, once it has been replaced. */
  readonly old: string;
  /** Puts `site` in OUT_DIR's place. */
  readonly publish: () => void;
  /** Removes everything that was not published, and the old output; safe to call twice. */
  readonly close: () => void;
}

/** How folders begin in which a site grows. */
export const SITE_PREFIX = '.edition-';
const TOOLS_PREFIX = '.broadsheet-';

/**
 * Opens a workshop on the same disk as `outDir`, so that publishing is a rename: nobody ever meets half a site.
 * However the process ends, Ctrl+C included, nothing of it stays; what a killed one left is removed by the next.
 * @throws UserError where the folder can't be written to.
 */
export function openWorkshop(outDir: string, root: string): Workshop {
  const folder = makeFolder(dirname(outDir), SITE_PREFIX, (orphan) => rescue(oldOutput(orphan, outDir), outDir));
  const tools = makeFolder(join(root, 'node_modules'), TOOLS_PREFIX);
  const [site, old] = [join(folder, 'site'), oldOutput(folder, outDir)];
  for (const each of [site, dirname(old)]) mkdirSync(each);
  const remove = () => {
    for (const each of [folder, tools]) rmSync(each, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
  };
  const stop = (signal: NodeJS.Signals) => process.exit(signal === 'SIGINT' ? 130 : 143);
  process.once('exit', remove).once('SIGINT', stop).once('SIGTERM', stop);
  return {
    site,
    tools,
    old,
    publish: () => swap(site, outDir, old),
    close: () => {
      process.off('exit', remove).off('SIGINT', stop).off('SIGTERM', stop);
      remove();
    },
  };
}

/** Where the old output waits, under its own name, until the new one has its place. */
function oldOutput(folder: string, outDir: string): string {
  return join(folder, 'old', basename(outDir));
}

/** A build was killed in the instant between the two renames. */
function rescue(old: string, outDir: string): void {
  if (existsSync(old) && !existsSync(outDir)) renameSync(old, outDir);
}

function makeFolder(parent: string, prefix: string, beforeRemoval: (orphan: string) => void = () => {}): string {
  try {
    mkdirSync(parent, { recursive: true });
    removeOrphans(parent, prefix, beforeRemoval);
    return mkdtempSync(join(parent, `${prefix}${process.pid}-`));
  } catch (error) {
    throw new UserError(`cannot write in ${parent}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Folders whose process is gone: nobody tidied up after it. */
function removeOrphans(parent: string, prefix: string, beforeRemoval: (orphan: string) => void): void {
  for (const name of readdirSync(parent)) {
    const owner = name.startsWith(prefix) ? /^(\d+)-\w{6}$/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (owner === undefined || isAlive(Number(owner))) continue;
    beforeRemoval(join(parent, name));
    // On a busy machine the press of a killed build may still be writing there: the next build finds it gone.
    quietly(() => rmSync(join(parent, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 20 }));
  }
}

/** A folder of this very process number was made by one that had it before: in a container every build has the same. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
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
