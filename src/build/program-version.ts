import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentSum } from './file-stamp.ts';

/** What tells this program from every other version of it. */
export interface ProgramVersion {
  /** Of everything a page is made by. */
  readonly everything: string;
  /** Of what reads an article's front matter. */
  readonly reading: string;
}

/** Vite's mode, unless it is told another. */
export const BUILD_MODE = 'production';

const SETTING = [
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'index.html',
  'node_modules/.package-lock.json',
];
const READERS = /^src\/(?:article|edition|build)\/|^src\/site\.ts$|^package/;

/**
 * Sums over the program's own files and the versions of its packages; a hundred files, read in a few milliseconds.
 * @param mode Vite's
 */
export function programVersion(root: string, mode: string): ProgramVersion {
  const files = [...SETTING, ...filesBelow(root, 'src')].flatMap((file) => {
    const path = join(root, file);
    return statSync(path, { throwIfNoEntry: false })?.isFile() ? `${file} ${contentSum(readFileSync(path))}` : [];
  });
  // Dates are written as Node's calendar data has them.
  const runtime = `${process.version} ${process.versions.icu ?? ''} ${process.versions.tz ?? ''}`;
  return {
    everything: contentSum([runtime, mode, ...files].join('\n')),
    reading: contentSum([runtime, ...files.filter((file) => READERS.test(file))].join('\n')),
  };
}

function filesBelow(root: string, folder: string): readonly string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return names.map((name) => `${folder}/${name.replaceAll('\\', '/')}`).toSorted();
}
