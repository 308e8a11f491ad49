import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Problem } from '../article/problem.ts';
import { findFiles } from './find-files.ts';
import { headersFile } from './headers-file.ts';
import { loadPrint } from './load-print.ts';
import type { PressJob } from './press-job.ts';
import { startProgress } from './progress.ts';
import { type Edition, planEdition } from './read-edition.ts';
import { isProblem } from './read-file.ts';
import { problemLine, sortProblems, writeReport } from './report.ts';
import { type ScannedArticle, scanArticle } from './scan-article.ts';
import type { Settings } from './settings.ts';
import { UserError } from './user-error.ts';
import { type Press, writeEdition } from './write-edition.ts';
import { writeSiteFile } from './write-site-file.ts';

interface Found {
  readonly edition: Edition;
  readonly articles: number;
  readonly drafts: number;
  readonly skipped: number;
}

/**
 * Reads the articles and prints the site into the job's folder.
 * @returns the summary, to be said once the site is published.
 * @throws UserError where nothing can be published, or STRICT forbids publishing with warnings.
 */
export async function printSite(job: PressJob): Promise<string> {
  const { settings, folder } = job;
  const found = await readEdition(settings.articlesDir);
  const { edition } = found;
  if (edition.articles.length === 0) {
    report(settings, found, edition.problems);
    throw new UserError(`no article to publish in ${settings.articlesDir}`);
  }
  const bodyProblems = await writeEdition(edition, { folder, ...settings, print: await printerOf(job) });
  writeHeaders(job);
  const problems = report(settings, found, [...edition.problems, ...bodyProblems]);
  if (settings.strict && problems.length > 0) {
    throw new UserError(`STRICT: not published because of ${count(problems.length, 'problem')} above`);
  }
  return summary(job, found, problems, measure(folder));
}

/** For hosts that read such a file; the owner's own, from public/, stays. */
function writeHeaders({ folder, frame }: PressJob): void {
  if (existsSync(join(folder, '_headers'))) return;
  writeSiteFile(folder, '_headers', headersFile(frame.base, frame.cssHash));
}

async function printerOf({ printer, frame, modulePreloads }: PressJob): Promise<Press['print']> {
  const print = await loadPrint(printer);
  return (path, data, body) =>
    print({ ...frame, path, data, body, modulePreloads: data.kind === 'archive' ? [] : modulePreloads[data.kind] });
}

async function readEdition(articlesDir: string): Promise<Found> {
  const { articles: files, skipped } = findFiles(articlesDir);
  const progress = startProgress('reading', files.length);
  const scanned: (ScannedArticle | Problem)[] = [];
  let drafts = 0;
  for (const [index, file] of files.entries()) {
    const article = scanArticle(file);
    if (!isProblem(article) && article.draft) drafts += 1;
    else scanned.push(article);
    progress.step(index + 1);
    if (index % 64 === 63) await setImmediate();
  }
  progress.end();
  return { edition: planEdition(scanned), articles: files.length, drafts, skipped };
}

/** Prints every problem and writes them to REPORT_FILE. */
function report(settings: Settings, found: Found, unsorted: readonly Problem[]): readonly Problem[] {
  const problems = sortProblems(unsorted);
  for (const problem of problems) say(problemLine(problem));
  const published = found.edition.articles.length;
  writeReport(settings.reportFile, { articles: found.articles, published, problems });
  return problems;
}

function summary(
  { settings, start }: PressJob,
  { edition, drafts, skipped }: Found,
  problems: readonly Problem[],
  size: { files: number; bytes: number },
): string {
  const leftOut = problems.filter(({ level }) => level === 'error').length;
  const parts = [
    `${edition.articles.length} published`,
    count(problems.length - leftOut, 'warning'),
    `${leftOut} left out`,
    count(drafts, 'draft'),
    `${count(skipped, 'other file')} skipped`,
  ];
  const written = `${count(size.files, 'file')} · ${megabytes(size.bytes)} · ${((Date.now() - start) / 1000).toFixed(1)} s`;
  return `${parts.join(' · ')}\n${written} → ${relative(process.cwd(), settings.outDir) || settings.outDir}`;
}

function measure(folder: string): { files: number; bytes: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  return { files: files.length, bytes };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
