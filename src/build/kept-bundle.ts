import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { touchFolder } from './cache-folders.ts';
import { contentSum } from './file-stamp.ts';
import type { Bundle } from './read-bundle.ts';
import { quietly } from './sharded-store.ts';

/** The compiled app and press, as an earlier build of the same program left them. */
export interface KeptBundle {
  readonly bundle: Bundle;
  /** Where the compiled press lies. */
  readonly tools: string;
}

/** What a build without Vite has to know. */
interface Compiled {
  readonly bundle: Bundle;
  /** Files the site serves as they are; '' where there are none. */
  readonly publicDir: string;
}

interface Manifest extends Compiled {
  /** Sums by path below the folder. */
  readonly files: readonly (readonly [string, string])[];
}

const MANIFEST = 'bundle.json';

/** Puts the app into `site` as it was compiled before; null where it must be compiled. */
export function placeKeptBundle(folder: string, site: string): KeptBundle | null {
  const manifest = readManifest(folder);
  if (manifest === null) return null;
  const { publicDir } = manifest;
  touchFolder(folder);
  if (publicDir !== '' && existsSync(publicDir)) cpSync(publicDir, site, { recursive: true });
  for (const file of manifest.bundle.files) {
    mkdirSync(dirname(join(site, file)), { recursive: true });
    cpSync(join(folder, 'site', file), join(site, file));
  }
  return { bundle: manifest.bundle, tools: join(folder, 'tools') };
}

/** Keeps what was compiled: the app's files from `site`, everything in `tools`. */
export function keepBundle(
  folder: string,
  compiled: Compiled,
  { site, tools, toolFiles }: { readonly site: string; readonly tools: string; readonly toolFiles: readonly string[] },
): void {
  quietly(() => {
    const temporary = `${folder}.${process.pid}.tmp`;
    const copy = (from: string, to: string): readonly [string, string] => {
      mkdirSync(dirname(join(temporary, to)), { recursive: true });
      cpSync(from, join(temporary, to));
      return [to, contentSum(readFileSync(from))];
    };
    const files = [
      ...compiled.bundle.files.map((file) => copy(join(site, file), `site/${file}`)),
      ...toolFiles.map((file) => copy(join(tools, file), `tools/${file}`)),
    ];
    const manifest: Manifest = { ...compiled, files };
    writeFileSync(join(temporary, MANIFEST), JSON.stringify(manifest));
    rmSync(folder, { recursive: true, force: true });
    renameSync(temporary, folder);
    touchFolder(folder);
  });
}

/** Null where there is none, or not all of it. */
function readManifest(folder: string): Manifest | null {
  try {
    const manifest: Manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
    const whole = manifest.files.every(([file, sum]) => contentSum(readFileSync(join(folder, file))) === sum);
    return whole ? manifest : null;
  } catch {
    return null;
  }
}
