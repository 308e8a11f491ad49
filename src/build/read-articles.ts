import type { Problem } from '../article/problem.ts';
import { touchFolder } from './cache-folders.ts';
import type { Crew } from './crew.ts';
import { findFiles } from './find-files.ts';
import type { PressJob } from './press-job.ts';
import { startProgress } from './progress.ts';
import { type Edition, planEdition } from './read-edition.ts';
import { isProblem } from './read-file.ts';
import type { ScannedArticle } from './scan-article.ts';
import { openScanCache } from './scan-cache.ts';

/** The articles folder as the edition made of it. */
export interface FoundArticles {
  readonly edition: Edition;
  readonly articles: number;
  readonly drafts: number;
  readonly skipped: number;
}

/** Files a worker reads at a time. */
const HANDFUL = 64;

/** Reads the front matter of all articles, as far as no earlier build has read it. */
export async function readArticles({ settings, cache }: PressJob, crew: Crew): Promise<FoundArticles> {
  const { articles: files, skipped } = findFiles(settings.articlesDir);
  touchFolder(cache.scans);
  const scans = openScanCache(cache.scans, cache.scansStamp);
  const scanned: (ScannedArticle | Problem | null)[] = files.map(scans.known);
  const unknown = scanned.flatMap((article, index) => (article === null ? index : []));
  crew.expect(unknown.length);
  const progress = startProgress('reading', unknown.length);
  let done = 0;
  await Promise.all(
    handfuls(unknown, HANDFUL).map(async (handful) => {
      const fresh = await crew.scan(handful.map((index) => files[index]!));
      for (const [place, scan] of fresh.entries()) {
        const index = handful[place]!;
        scans.learn(files[index]!, scan);
        scanned[index] = scan.article;
      }
      done += handful.length;
      progress.step(done);
    }),
  );
  progress.end();
  const articles = scanned.filter((article) => article !== null);
  const published = articles.filter((article) => isProblem(article) || !article.draft);
  const drafts = articles.length - published.length;
  const edition = planEdition(published, scans.slugs);
  scans.save();
  return { edition, articles: files.length, drafts, skipped };
}

function handfuls<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
