import { setImmediate } from 'node:timers/promises';
import { PACK_SIZE } from '../edition/edition-data.ts';
import { type PageTask, pageTask } from './article-task.ts';
import type { Crew } from './crew.ts';
import type { Findings } from './findings.ts';
import type { Picture } from './media.ts';
import { type KnownPage, type PackedArticle, type PageCache, packKey } from './page-cache.ts';
import type { PackArticle, PackJob, PrintedPack, PrintedPage } from './print-pack.ts';
import type { Edition } from './read-edition.ts';
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
  const begun: Promise<FinishedPack>[] = [];
  for (let index = 0; index < count; index += 1) {
    const pack = finishPack(sources, index);
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

async function finishPack(sources: PackSources, index: number): Promise<FinishedPack> {
  const { edition, cache, surroundings } = sources;
  const planned = tasksOf(edition, index).map((task) => ({ task, page: cache.takePage(task, surroundings) }));
  const known = planned.flatMap(({ task, page }) => (page === null ? [] : { task, page }));
  const version = known.length < planned.length ? null : cache.takePack(index, packKey(known));
  if (version === null) return printAnew(sources, index, planned);
  return { version, articles: known.map(finishedArticle) };
}

function tasksOf(edition: Edition, index: number): readonly PageTask[] {
  const start = index * PACK_SIZE;
  const size = Math.min(PACK_SIZE, edition.articles.length - start);
  return Array.from({ length: size }, (_, place) => pageTask(edition, start + place));
}

/** Prints what is not known of a pack, and writes the pack. */
async function printAnew(
  { crew, cache }: PackSources,
  index: number,
  planned: readonly { readonly task: PageTask; readonly page: KnownPage | null }[],
): Promise<FinishedPack> {
  const articles = planned.map(({ task, page }) => ({ task, known: page?.resolved.references ?? null, trouble: null }));
  const { pages, pack } = await printCarefully({ index, articles, whole: true }, crew);
  if (pack === null) throw new Error(`pack ${index} was not written`);
  const printed = new Map(pages.map((page) => [page.position, page]));
  const all = planned.map(({ task, page: known }) => {
    const page = printed.get(task.position);
    if (page !== undefined) return { task: { ...task, sum: page.sum }, page: cache.learnPage(task, page) };
    if (known === null) throw new Error(`${task.file} was not printed`);
    return { task, page: known };
  });
  cache.learnPack(index, packKey(all), pack);
  return { version: pack.version, articles: all.map(finishedArticle) };
}

function finishedArticle({ task, page }: PackedArticle): FinishedArticle {
  const { key, findings, terms, resolved } = page;
  return { position: task.position, key, findings, terms, pictures: resolved.pictures };
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
    const articles = job.articles.map(({ task, known, trouble }) => {
      return { task, known: known ?? references.get(task.position) ?? {}, trouble };
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
