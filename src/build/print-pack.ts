import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalReference } from '../article/body.ts';
import { articlePath } from '../edition/addresses.ts';
import type { PackEntry } from '../edition/edition-data.ts';
import { packFile } from '../edition/file-names.ts';
import { articleTerms } from '../edition/search-terms.ts';
import type { PageTask } from './article-task.ts';
import { articleData, packModule } from './edition-files.ts';
import { contentSum } from './file-stamp.ts';
import type { Findings } from './findings.ts';
import { type KeptFile, keepFile } from './kept-file.ts';
import { contentHash } from './media.ts';
import type { Printer } from './printer.ts';
import { bodyMarks, openAgain, type ReadPage, readPage } from './read-page.ts';
import type { ResolvedReferences, Surroundings } from './resolve-references.ts';
import type { SearchVolumes, TermsPlace } from './search-volumes.ts';
import { makePageFolder } from './spare-folders.ts';
import { writeAnew } from './write-site-file.ts';

type References = Readonly<Record<string, LocalReference>>;

/** One article of a pack. */
export interface PackArticle {
  readonly task: PageTask;
  /** See `shownTexts`. */
  readonly shown: string;
  /** What its addresses lead to, where its page is there already; null where the page is to be printed. */
  readonly known: References | null;
  /** Why its body must not be read, if it must not. */
  readonly trouble: string | null;
}

/** What a worker is asked for: some pages of one pack, and the pack. */
export interface PackJob {
  readonly index: number;
  readonly articles: readonly PackArticle[];
  /** Whether to write the pack too; it needs all of its articles. */
  readonly whole: boolean;
}

export interface PrintedPage {
  readonly position: number;
  /** All the page depends on: see `pageKey`. */
  readonly key: string;
  /** Of the article's file. */
  readonly sum: string;
  readonly findings: Findings;
  /** Where lies what search knows it by: too much to be sent from process to process. */
  readonly terms: TermsPlace;
  readonly resolved: ResolvedReferences;
  readonly kept: KeptFile;
}

export interface PrintedPack {
  /** The pages that were printed, in order. */
  readonly pages: readonly PrintedPage[];
  /** Null where the pack was not asked for. */
  readonly pack: { readonly version: string; readonly kept: KeptFile } | null;
}

/** Where pages and packs go. */
export interface PackFolders {
  /** The site; has its folders `a` and `articles`. */
  readonly site: string;
  /** The cache; has its folders `pages` and `packs`. */
  readonly cache: string;
}

/**
 * Everything a page depends on but the program itself.
 * @param sum of the article's file
 * @param shown see `shownTexts`
 */
export function pageKey(sum: string, shown: string, { references, dead }: ResolvedReferences): string {
  return contentSum(`${sum}\n${JSON.stringify([references, dead])}\n${shown}`);
}

export function pageFile(folder: string, id: string): string {
  return join(folder, 'a', id, 'index.html');
}

/** Named by what it was made of: two builds at a time never write two pages under one name. */
export function keptName(id: string, key: string): string {
  return `${id}-${key}.html`;
}

export function keptPage(cache: string, id: string, key: string): string {
  return join(cache, 'pages', keptName(id, key));
}

export function keptPack(cache: string, index: number, version: string): string {
  return join(cache, 'packs', packFile(index, version));
}

/** What pages are made with. */
export interface PackTools {
  readonly folders: PackFolders;
  readonly surroundings: Surroundings;
  readonly printer: Pick<Printer, 'printBytes' | 'encode'>;
  readonly volumes: Pick<SearchVolumes, 'add'>;
}

/** Prints pages of one pack and writes them; what a worker does all the time. */
export function printPack(job: PackJob, tools: PackTools): PrintedPack {
  const { surroundings } = tools;
  const pages: PrintedPage[] = [];
  const entries: PackEntry[] = [];
  for (const { task, shown, known, trouble } of job.articles) {
    const open = known === null || !job.whole ? null : openAgain(task);
    // What its file said is nowhere any more: the page must not say more than the pack.
    if (known === null || open?.lost !== undefined) {
      const page = readPage(task, surroundings, trouble);
      pages.push(printPage(task, shown, page, tools));
      entries.push(page.entry);
    } else if (open !== null) {
      const { text, body, front } = open;
      const bodyStart = text.length - body.length;
      entries.push({
        id: task.id,
        file: task.file,
        format: front.format,
        text,
        bodyStart,
        references: known,
        ...bodyMarks(front),
      });
    }
  }
  return { pages, pack: job.whole ? writePack(job.index, entries, tools) : null };
}

function printPage(
  task: PageTask,
  shown: string,
  page: ReadPage,
  { folders, printer, volumes }: PackTools,
): PrintedPage {
  const { findings, sum, resolved } = page;
  const bytes = printer.printBytes(articlePath(task.id), articleData(task, findings.row, page.tags), page.body);
  const file = pageFile(folders.site, task.id);
  makePageFolder(folders.site, task.id);
  writeFileSync(file, bytes);
  const key = pageKey(sum, shown, resolved);
  const kept = keepFile(file, keptPage(folders.cache, task.id, key), bytes);
  const { title, excerpt: lead } = findings.row;
  const terms = volumes.add(articleTerms({ title, lead, body: page.plain }));
  return { position: task.position, key, sum, findings, terms, resolved, kept };
}

function writePack(index: number, entries: readonly PackEntry[], { folders, printer }: PackTools): PrintedPack['pack'] {
  const module = printer.encode([packModule(entries)]);
  const version = contentHash(module);
  const file = join(folders.site, 'articles', packFile(index, version));
  writeAnew(file, module);
  return { version, kept: keepFile(file, keptPack(folders.cache, index, version), module) };
}
