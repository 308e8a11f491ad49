import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Problem } from '../article/problem.ts';
import { touchFolder } from './cache-folders.ts';
import { type Crew, gatherCrew } from './crew.ts';
import { openFileCache } from './file-cache.ts';
import { headersFile } from './headers-file.ts';
import { openPageCache } from './page-cache.ts';
import type { PressJob } from './press-job.ts';
import { printerOf } from './printer.ts';
import { type FoundArticles, readArticles } from './read-articles.ts';
import type { Edition } from './read-edition.ts';
import { problemLine, sortProblems, writeReport } from './report.ts';
import type { TermsPlace } from './search-volumes.ts';
import { writeSearch } from './search-writer.ts';
import type { Settings } from './settings.ts';
import { openStore } from './sharded-store.ts';
import { borrowFolders, removeUnwritten } from './spare-folders.ts';
import { type KnownPicture, surroundingsOf } from './surroundings.ts';
import { UserError } from './user-error.ts';
import { writeEdition } from './write-edition.ts';
import { writeSiteFile } from './write-site-file.ts';

/**
 * Reads the articles and prints the site into the job's folder.
 * @returns the summary, to be said once the site is published.
 * @throws UserError where nothing can be published, or STRICT forbids publishing with warnings.
 */
export async function printSite(job: PressJob): Promise<string> {
  const crew = gatherCrew(job);
  try {
    return await print(job, crew);
  } finally {
    await crew.close();
  }
}

async function print(job: PressJob, crew: Crew): Promise<string> {
  const { settings, folder } = job;
  const found = await readArticles(job, crew);
  const { edition } = found;
  if (edition.articles.length === 0) {
    report(settings, found, edition.problems);
    throw new UserError(`no article to publish in ${settings.articlesDir} (put .html, .md or .txt files into it)`);
  }
  const { problems: bodyProblems, sizes } = await writePages(job, edition, crew);
  const problems = report(settings, found, [...edition.problems, ...bodyProblems]);
  if (settings.strict && problems.length > 0) {
    throw new UserError(`STRICT: not published because of ${count(problems.length, 'problem')} above`);
  }
  return summary(job, found, problems, measure(folder, sizes));
}

interface WrittenPages {
  readonly problems: readonly Problem[];
  /** Bytes of pages that are alone in their folders, by id. */
  readonly sizes: ReadonlyMap<string, number>;
}

async function writePages(job: PressJob, edition: Edition, crew: Crew): Promise<WrittenPages> {
  const { settings, folder } = job;
  const { edition: cacheFolder, editionStamp } = job.cache;
  touchFolder(cacheFolder);
  const pictures = openStore<KnownPicture>(join(cacheFolder, 'pictures'), editionStamp);
  const surroundings = surroundingsOf((file) => edition.ids.get(file), settings.articlesDir, pictures);
  const folders = { site: folder, cache: cacheFolder };
  const borrowed = borrowFolders(cacheFolder, folder);
  const cache = openPageCache(folders, editionStamp);
  const files = openFileCache(folders, editionStamp);
  const { print, cssHashes, webManifest } = await printerOf(job);
  writeOwnersFile(folder, '_headers', headersFile(job.frame.base, cssHashes, job.frame.scriptHash));
  writeOwnersFile(folder, 'manifest.webmanifest', webManifest);
  const press = { folder, ...settings, notices: job.notices, files, print };
  const write = (places: readonly TermsPlace[]) => writeSearch(places, cache, folders, editionStamp);
  crew.tellIds(edition.ids);
  const sources = { press, crew, cache, surroundings, writeSearch: write };
  const problems = await writeEdition(edition, {
    ...sources,
    removeUnwritten: (written) => removeUnwritten(folder, borrowed, written),
  });
  cache.save();
  files.save();
  pictures.save();
  const sizes = new Map(cache.sizes);
  // An old address may lie inside an article's folder.
  for (const { from } of edition.aliases) if (from.startsWith('a/')) sizes.delete(from.split('/')[1] ?? '');
  return { problems, sizes };
}

/** Writes a file of which the owner may have their own, in public/: that one stays. */
function writeOwnersFile(folder: string, name: string, content: string): void {
  if (!existsSync(join(folder, name))) writeSiteFile(folder, name, content);
}

/** Prints every problem and writes them to REPORT_FILE. */
function report(settings: Settings, found: FoundArticles, unsorted: readonly Problem[]): readonly Problem[] {
  const problems = sortProblems(unsorted);
  for (const problem of problems) say(problemLine(problem));
  const published = found.edition.articles.length;
  writeReport(settings.reportFile, { articles: found.articles, published, problems });
  return problems;
}

function summary(
  { settings, start }: PressJob,
  { edition, drafts, skipped }: FoundArticles,
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

/** Ten thousand pages are not opened again only to be counted. */
function measure(folder: string, pages: ReadonlyMap<string, number>): { files: number; bytes: number } {
  let [files, bytes] = [0, 0];
  const count = (path: string, known?: ReadonlyMap<string, number>): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const size = known?.get(entry.name);
      const inside = join(path, entry.name);
      if (size === undefined && entry.isDirectory()) count(inside, inside === join(folder, 'a') ? pages : undefined);
      else if (size !== undefined || entry.isFile()) {
        files += 1;
        bytes += size ?? statSync(inside).size;
      }
    }
  };
  count(folder);
  return { files, bytes };
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
