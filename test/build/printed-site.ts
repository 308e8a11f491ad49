import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { cacheFolders } from '../../src/build/cache-folders.ts';
import type { PressJob } from '../../src/build/press-job.ts';
import { printSite } from '../../src/build/print-site.ts';
import { readSettings } from '../../src/build/settings.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Stands for the compiled src/print.tsx: a page is its request. */
const PRINTER =
  'export const articleCss = ""; export const webManifest = String; export const printPage = (request) => [JSON.stringify(request)];';

/** An article file, front matter and all. */
export function articleFile(
  title: string,
  date: string,
  more = '',
  body = '<p>Fog lay over the harbour all morning.</p>',
): string {
  return `---\ntitle: ${title}\ndate: ${date}\n${more}---\n\n${body}\n`;
}

/** Prints an edition of the files, pages as their requests; STRICT and other refusals are the summary. */
export async function printedSite(files: Files, env: Readonly<Record<string, string>> = {}) {
  const root = writeFiles(temporaryFolder(), { 'print.mjs': PRINTER, 'articles/.keep': '', 'site/.keep': '' });
  writeFiles(join(root, 'articles'), files);
  const settings = readSettings({ SITE_URL: 'https://news.example', ...env }, root);
  const frame = {
    base: settings.base,
    siteUrl: settings.siteUrl,
    css: 'p{}',
    cssHash: 'x',
    scriptHash: 'y',
    script: '/assets/app.js',
  };
  const modulePreloads = {
    list: [],
    article: ['/assets/article.js'],
    marks: [],
    about: [],
    'not-found': [],
    offline: [],
  };
  const job: PressJob = {
    ...{ settings, frame, modulePreloads, start: Date.now() },
    folder: join(root, 'site'),
    printer: join(root, 'print.mjs'),
    worker: null,
    notices: { version: '1.0.0', packages: [] },
    cache: cacheFolders(root, settings, { everything: 'one', reading: 'one' }),
  };
  const lines: string[] = [];
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  onTestFinished(() => stdout.mockRestore());
  const summary = await printSite(job).catch((error: Error) => error.message);
  stdout.mockRestore();
  return { site: join(root, 'site'), report: JSON.parse(readFileSync(settings.reportFile, 'utf8')), lines, summary };
}
