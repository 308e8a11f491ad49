// @ts-check
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

const PARTS = ['index.html', 'package.json', 'public', 'src', 'tsconfig.json', 'vite.config.ts'];

/**
 * A copy of the project to build in: what it caches is its own, so that a first build is a cold one, and editing the project
 * meanwhile changes nothing. Packages are linked.
 * @param {string} folder that does not exist yet
 */
export function copyProject(folder) {
  for (const part of PARTS) cpSync(join(projectRoot, part), join(folder, part), { recursive: true });
  const [packages, links] = [join(projectRoot, 'node_modules'), join(folder, 'node_modules')];
  mkdirSync(links);
  for (const name of readdirSync(packages)) {
    if (!name.startsWith('.')) symlinkSync(join(packages, name), join(links, name));
  }
}
