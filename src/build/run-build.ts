import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Problem } from '../article/problem.ts';
import { findFiles } from './find-files.ts';
import type { PageFrame, Print } from './printer.ts';
import { startProgress } from './progress.ts';
import { type Edition, planEdition } from './read-edition.ts';
import { isProblem } from './read-file.ts';
import { problemLine, sortProblems, writeReport } from './report.ts';
import { type ScannedArticle, scanArticle } from './scan-article.ts';
import type { Settings } from './settings.ts';
import type { Workshop } from './swap-output.ts';
import { UserError } from './user-error.ts';
import { writeEdition } from './write-edition.ts';

/** What the bundler made: the code of the app and of the printer. */
export interface Bundle {
  readonly print: Print;
  readonly frame: PageFrame;
  /** Root-relative address of the app's entry, with the base. */
  readonly script: string;
  /** Further modules the app needs at once on a page of this kind. */
  readonly preloads: (kind: 'list' | 'article' | 'about' | 'not-found') => readonly string[];
}

interface Found {
  readonly edition: Edition;
  readonly articles: number;
  readonly drafts: number;
  readonly skipped: number;
}

/**
 * Reads the articles, writes the site into the workshop and, unless something forbids it, publishes it.
 * @throws UserError where nothing can be published, or STRICT forbids publishing with warnings.
 */
export async function runBuild(settings: Settings, workshop: Workshop, bundle: Bundle, start: number): Promise<void> {
  const found = await readEdition(settings.articlesDir);
  const { edition } = found;
  if (edition.articles.length === 0) {
    report(settings, found, edition.problems);
    throw new UserError(`no article to publish in ${settings.articlesDir}`);
  }
  const bodyProblems = await writeEdition(edition, {
    folder: workshop.site,
    ...settings,
    print: (path, data, body) =>
      bundle.print({
        ...bundle.frame,
        path,
        data,
        body,
        script: bundle.script,
        modulePreloads: bundle.preloads(data.kind),
      }),
  });
  const problems = report(settings, found, [...edition.problems, ...bodyProblems]);
  if (settings.strict && problems.length > 0) {
    throw new UserError(`STRICT: not published because of ${count(problems.length, 'problem')} above`);
  }
  const size = measure(workshop.site);
  workshop.publish();
  say(summary(settings, found, problems, size, performance.now() - start));
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
  settings: Settings,
  { edition, drafts, skipped }: Found,
  problems: readonly Problem[],
  size: { files: number; bytes: number },
  milliseconds: number,
): string {
  const leftOut = problems.filter(({ level }) => level === 'error').length;
  const parts = [
    `${edition.articles.length} published`,
    count(problems.length - leftOut, 'warning'),
    `${leftOut} left out`,
    count(drafts, 'draft'),
    `${count(skipped, 'other file')} skipped`,
  ];
  const written = `${count(size.files, 'file')} · ${megabytes(size.bytes)} · ${(milliseconds / 1000).toFixed(1)} s`;
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
