import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PackageNotices } from '../edition/edition-figures.ts';

interface Manifest {
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/**
 * The program's version, and what the packages it depends on are called and licensed as.
 * @param root the project's folder
 */
export function packageNotices(root: string): PackageNotices {
  const { version = '', dependencies = {} } = readManifest(root);
  const packages = Object.keys(dependencies).map((name) => {
    const manifest = readManifest(resolve(root, 'node_modules', name));
    return { name, version: manifest.version ?? '', licence: manifest.license ?? '' };
  });
  return { version, packages };
}
