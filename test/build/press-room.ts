import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { cacheFolders } from '../../src/build/cache-folders.ts';
import type { PressJob } from '../../src/build/press-job.ts';
import { printSite } from '../../src/build/print-site.ts';
import { readSettings } from '../../src/build/settings.ts';
import { leaveFolders } from '../../src/build/spare-folders.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

/** Stands for the compiled src/print.tsx: a page is its request, and its path is noted. */
const printer = (log: string) => `import { appendFileSync } from 'node:fs';
export const articleCss = '';
export const webManifest = String;
export const printPage = (request) => {
  appendFileSync(${JSON.stringify(log)}, request.path + '\\n');
  return [JSON.stringify(request)];
};`;

/** One build of a press room. */
export interface Printed {
  readonly folder: string;
  /** Content by path. */
  readonly files: ReadonlyMap<string, string>;
  /** Paths of the pages that were printed rather than found in the cache, sorted. */
  readonly printed: readonly string[];
  readonly problems: readonly { readonly reason: string }[];
}

export interface PressRoom {
  readonly articles: string;
  readonly cache: string;
  /** Builds the articles as they are now. `version` stands for the program's, `own` for the owner's public files. */
  readonly print: (version?: string, own?: Readonly<Record<string, string>>) => Promise<Printed>;
  /** Leaves a former build's pages to the next, as a site does that has been replaced. */
  readonly retire: (printed: Printed) => void;
}

/** A project whose articles are built again and again, with one cache. */
export function openPressRoom(files: Readonly<Record<string, string | Uint8Array>>): PressRoom {
  const root = temporaryFolder();
  const [articles, log] = [join(root, 'articles'), join(root, 'printed')];
  writeFiles(root, { 'print.mjs': printer(log), 'articles/.keep': '' });
  writeFiles(articles, files);
  let builds = 0;
  const folders = (version: string) => {
    const settings = readSettings({ SITE_URL: 'https://news.example' }, root);
    return { settings, cache: cacheFolders(root, settings, { everything: version, reading: version }) };
  };
  return {
    articles,
    cache: join(root, 'node_modules/.cache/broadsheet'),
    retire: ({ folder }) => leaveFolders(folder, folders('one').cache.edition),
    async print(version = 'one', own = {}) {
      const { settings, cache } = folders(version);
      builds += 1;
      const folder = writeFiles(join(root, `site-${builds}`), { '.keep': '', ...own });
      rmSync(log, { force: true });
      const job: PressJob = {
        ...{ settings, folder, start: Date.now(), printer: join(root, 'print.mjs'), worker: null },
        frame: { base: '/', siteUrl: settings.siteUrl, css: '', cssHash: 'x', scriptHash: 'y', script: '/app.js' },
        modulePreloads: { list: [], article: [], marks: [], about: [], 'not-found': [], offline: [] },
        notices: { version: '1.0.0', packages: [] },
        cache,
      };
      const stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
      onTestFinished(() => stdout.mockRestore());
      await printSite(job);
      stdout.mockRestore();
      const { problems } = JSON.parse(readFileSync(settings.reportFile, 'utf8'));
      return { folder, files: contentsOf(folder), printed: existsSync(log) ? linesOf(log) : [], problems };
    },
  };
}

/** All files below a folder. */
export function contentsOf(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]));
}

/** Makes a file other than it was, in place. */
export function spoil(file: string): void {
  appendFileSync(file, 'x');
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8').trim().split('\n').toSorted();
}
