import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

function findProgram(name: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/usr/bin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

function installPackage(name: string): void {
  if (process.getuid?.() !== 0) return;
  console.log(`no ${name} found: installing it`);
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', name]]) {
    try {
      execFileSync('apt-get', args, { stdio: 'ignore', timeout: 5 * 60_000 });
    } catch {
      // Whether it is there now is what counts.
    }
  }
}

/** The path of a web server that Debian has a package of. @throws Error, one line, where it isn't there and can't be installed */
export function webServerProgram(name: 'nginx' | 'caddy'): string {
  const found = findProgram(name);
  if (found !== null) return found;
  installPackage(name);
  const installed = findProgram(name);
  if (installed !== null) return installed;
  throw new Error(`The tests of docs/publish need ${name}: install its package.`);
}
