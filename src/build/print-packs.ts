import { setImmediate } from 'node:timers/promises';
import { PACK_SIZE } from '../edition/edition-data.ts';
import { pageTask, shownTexts } from './article-task.ts';
import type { Crew } from './crew.ts';
import type { Findings } from './findings.ts';
import type { Picture } from './media.ts';
import { type KnownPage, type PackedArticle, type PageCache, packKey } from './page-cache.ts';
import type { PackArticle, PackJob, PrintedPack, PrintedPage } from './print-pack.ts';
import type { Edition, EditionArticle } from './read-edition.ts';
import type { Surroundings } from './resolve-references.ts';
import type { TermsPlace } from './search-volumes.ts';
import { UserError } from './user-error.ts';

/** An article whose page stands in the site. */
export interface FinishedArticle {
  readonly position: number;
  /** Changes whenever the page does. */
  readonly key: string;
  readonly findings: Findings;
  readonly terms: TermsPlace;
  readonly pictures: readonly Picture[];
}

export interface FinishedPack {
  readonly version: string;
  readonly articles: readonly FinishedArticle[];
}

export interface PackSources {
  readonly edition: Edition;
  readonly crew: Crew;
  readonly cache: PageCache;
  readonly surroundings: Surroundings;
}

/** Packs begun before the first of them is awaited: enough that no worker waits, few enough to hold in memory. */
const AHEAD = 64;

/** Pages and packs of the whole edition, oldest first: printed where they must be, taken from the cache where they can be. */
export async function* printPacks(sources: PackSources): AsyncGenerator<FinishedPack> {
  const count = Math.ceil(sources.edition.articles.length / PACK_SIZE);
  const shownAt = shownTexts(sources.edition);
  const begun: Promise<FinishedPack>[] = [];
  for (let index = 0; index < count; index += 1) {
    const pack = finishPack(sources, index, shownAt);
    // It is awaited in its turn; until then a failure of its own is no reason to end everything.
    pack.catch(() => {});
    begun.push(pack);
    if (begun.length > AHEAD) yield await next(begun);
    // Packs that are all in the cache wait for nothing: this lets it be heard that the build was ended.
    if (index % AHEAD === 0) await setImmediate();
  }
  while (begun.length > 0) yield await next(begun);
}

function next(begun: Promise<FinishedPack>[]): Promise<FinishedPack> {
  const pack = begun.shift();
  if (pack === undefined) throw new RangeError('no pack was begun');
  return pack;
}

/** An article's place in a pack, and its page where that is known. */
interface PlannedPage {
  readonly position: number;
  readonly article: EditionArticle;
  readonly shown: string;
  readonly page: KnownPage | null;
}

async function finishPack(
  sources: PackSources,
  index: number,
  shownAt: (position: number) => string,
): Promise<FinishedPack> {
  const { edition, cache, surroundings } = sources;
  const start = index * PACK_SIZE;
  const planned = edition.articles.slice(start, start + PACK_SIZE).map((article, place): PlannedPage => {
    const shown = shownAt(start + place);
    return { position: start + place, article, shown, page: cache.takePage(article, shown, surroundings) };
  });
  const known = planned.flatMap(({ position, article, page }) => (page === null ? [] : { position, article, page }));
  const version = known.length < planned.length ? null : cache.takePack(index, packKey(known));
  if (version === null) return printAnew(sources, index, planned);
  return { version, articles: known.map(finishedArticle) };
}

/** Prints what is not known of a pack, and writes the pack. */
async function printAnew(
  { edition, crew, cache }: PackSources,
  index: number,
  planned: readonly PlannedPage[],
): Promise<FinishedPack> {
  const articles = planned.map(({ position, shown, page }) => {
    return { task: pageTask(edition, position), shown, known: page?.resolved.references ?? null, trouble: null };
  });
  const { pages, pack } = await printCarefully({ index, articles, whole: true }, crew);
  if (pack === null) throw new Error(`pack ${index} was not written`);
  const printed = new Map(pages.map((page) => [page.position, page]));
  const all = planned.map(({ position, article, page: known }) => {
    const page = printed.get(position);
    if (page !== undefined) {
      return { position, article: { ...article, sum: page.sum }, page: cache.learnPage(article, page) };
    }
    if (known === null) throw new Error(`${article.file} was not printed`);
    return { position, article, page: known };
  });
  cache.learnPack(index, packKey(all), pack);
  return { version: pack.version, articles: all.map(finishedArticle) };
}

function finishedArticle({ position, page }: PackedArticle & { readonly position: number }): FinishedArticle {
  const { key, findings, terms, resolved } = page;
  return { position, key, findings, terms, pictures: resolved.pictures };
}

/** One article that brings a worker down must not take its neighbours along: they are printed one by one. */
async function printCarefully(job: PackJob, crew: Crew): Promise<PrintedPack> {
  try {
    return await crew.print(job);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const pages: PrintedPage[] = [];
    for (const article of job.articles)
      if (article.known === null) pages.push(...(await printAlone(job, article, crew)));
    const references = new Map(pages.map(({ position, resolved }) => [position, resolved.references]));
    const articles = job.articles.map((article) => {
      return { ...article, known: article.known ?? references.get(article.task.position) ?? {} };
    });
    return { pages, pack: (await crew.print({ ...job, articles })).pack };
  }
}

/** An article that can't be printed even alone is shown as it was written. */
async function printAlone(job: PackJob, article: PackArticle, crew: Crew): Promise<readonly PrintedPage[]> {
  const alone = { ...job, articles: [article], whole: false };
  try {
    return (await crew.print(alone)).pages;
  } catch (error) {
    if (error instanceof UserError) throw error;
    const trouble = error instanceof Error ? error.message : String(error);
    return (await crew.print({ ...alone, articles: [{ ...article, trouble }] })).pages;
  }
}
