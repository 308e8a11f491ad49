import { constants, copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Body } from '../article/body.ts';
import type { Problem } from '../article/problem.ts';
import { aboutPath, archivePath, historyPath, listPath, offlinePath, savedPath } from '../edition/addresses.ts';
import type { ArchiveData, ArchiveRow } from '../edition/archive.ts';
import { type EditionIndex, type PageData, SHEET_SIZE } from '../edition/edition-data.ts';
import { editionFigures, type PackageNotices } from '../edition/edition-figures.ts';
import { type FileNames, namesFile, nameTables, sheetFile } from '../edition/file-names.ts';
import { site } from '../site.ts';
import { columnsOf } from './edition-files.ts';
import type { FileCache } from './file-cache.ts';
import { contentSum } from './file-stamp.ts';
import { archivePages, archiveRows, listData, planLists } from './list-pages.ts';
import { contentHash, type Picture } from './media.ts';
import { type FinishedArticle, type PackSources, printPacks } from './print-packs.ts';
import { startProgress } from './progress.ts';
import type { Edition } from './read-edition.ts';
import { aliasFile, redirectPage } from './redirect-page.ts';
import type { TermsPlace } from './search-volumes.ts';
import { writeFeeds } from './write-feeds.ts';
import { makeSiteFolder, writeSiteFile } from './write-site-file.ts';
import { writeSitemap } from './write-sitemap.ts';

/** Where and how the edition is written. */
export interface Press {
  /** The folder that becomes the site; holds the client bundle already. */
  readonly folder: string;
  readonly articlesDir: string;
  readonly base: string;
  readonly siteUrl: string;
  readonly print: (path: string, data: PageData | ArchiveData, body: Body | null) => string;
  readonly notices: PackageNotices;
  /** Pages of lists and feeds an earlier build has made. */
  readonly files: FileCache;
}

/** What the edition is written with. */
export interface EditionSources extends Omit<PackSources, 'edition'> {
  readonly press: Press;
  /** Writes the search index; `places` says where the terms of all articles lie, oldest first. Returns its files below `data/`. */
  readonly writeSearch: (places: readonly TermsPlace[]) => readonly string[];
  /** Removes what former builds have left in the site's folder, all but these paths. */
  readonly removeUnwritten: (written: ReadonlySet<string>) => void;
}

/**
 * Writes everything that depends on the articles: pages, packs, sheets, columns, pictures, redirects. Articles are read
 * once more, oldest first, where the cache doesn't know their pages, and let go when those are written.
 * @returns the problems of the bodies and addresses.
 */
export async function writeEdition(edition: Edition, sources: EditionSources): Promise<readonly Problem[]> {
  const { press, surroundings } = sources;
  const problems: Problem[] = [];
  const lists = planLists(edition);
  const listed = new Set(lists.flatMap(({ newest }) => newest));
  const newest = new Map<number, FinishedArticle>();
  const terms: TermsPlace[] = [];
  const languages: string[] = [];
  const [packs, sheets] = [[] as string[], sheetWriter(press)];
  const copyPicture = pictureCopier(press);
  for (const name of ['a', 'articles']) makeSiteFolder(press.folder, name);
  const progress = startProgress('printing', edition.articles.length);
  for await (const pack of printPacks({ ...sources, edition })) {
    packs.push(pack.version);
    for (const article of pack.articles) {
      const { position, findings } = article;
      problems.push(...findings.problems);
      const { file } = edition.articles[position]!;
      problems.push(...article.pictures.flatMap((picture) => copyPicture(picture, file)));
      sheets.add(article);
      terms.push(article.terms);
      languages.push(findings.row.lang);
      if (listed.has(position)) newest.set(position, article);
      progress.step(position + 1);
    }
  }
  progress.end();
  sources.cache.removeOthers(new Set(edition.ids.values()));
  const data = [...sources.writeSearch(terms), ...writeIndex(edition, press, { packs, sheets: sheets.end() })];
  const archive = archiveRows(edition);
  const writeArchivePage = archiveWriter(press, archive);
  for (const plan of lists) {
    const rows = plan.newest.flatMap((position) => newest.get(position)?.findings.row ?? []);
    writePage(press, listPath(plan.filter), listData(edition, plan, rows));
    for (const page of archivePages(plan, archive)) writeArchivePage(page);
  }
  const figures = {
    ...editionFigures(
      edition.articles.map(({ date }) => date),
      languages,
      [...edition.problems, ...problems],
      site.timeZone,
    ),
    ...press.notices,
  };
  writePage(press, aboutPath, { kind: 'about', count: edition.articles.length, sources: edition.sources, figures });
  writePage(press, savedPath, { kind: 'marks', list: 'saved' });
  writePage(press, historyPath, { kind: 'marks', list: 'history' });
  write(press, '404.html', press.print('/404.html', { kind: 'not-found' }, null));
  writeOfflinePage(press);
  writeAliases(edition, press);
  writeFeeds(lists, { ...press, edition, surroundings, articles: newest });
  const named = [
    ...data.map((name) => `data/${name}`),
    ...Array.from(sources.cache.packs, (name) => `articles/${name}`),
  ];
  sources.removeUnwritten(new Set([...press.files.paths, ...named]));
  writeSitemap(edition, lists, { folder: press.folder, home: press.siteUrl + press.base });
  return problems;
}

function writePage(press: Press, path: string, data: PageData | ArchiveData): void {
  press.files.write(`${decodeURI(path)}index.html`, data, () => press.print(path, data, null));
}

/** An article stands on five archive pages or so: what tells whether one has changed is made of texts that are made once. */
function archiveWriter(press: Press, all: readonly ArchiveRow[]): (page: ArchiveData) => void {
  const texts = new Map(all.map((row) => [row, JSON.stringify(row)]));
  return (page) => {
    const { rows, ...others } = page;
    const madeOf = [others, contentSum(rows.map((row) => texts.get(row)).join('\n'))];
    const path = archivePath(page.filter, page.number);
    press.files.write(`${decodeURI(path)}index.html`, madeOf, () => press.print(path, page, null));
  };
}

function writeOfflinePage(press: Press): void {
  const data = { kind: 'offline' } as const;
  press.files.write(offlinePath, data, () => press.print(offlinePath, data, null));
}

function write(press: Press, path: string, content: string | Uint8Array): void {
  writeSiteFile(press.folder, path, content);
}

/** Collects rows and writes a sheet each time one is full. */
interface SheetWriter {
  readonly add: (article: FinishedArticle) => void;
  /** Writes what is left; the versions of all sheets. */
  readonly end: () => readonly string[];
}

function sheetWriter(press: Press): SheetWriter {
  const versions: string[] = [];
  let articles: FinishedArticle[] = [];
  const flush = () => {
    const index = versions.length;
    const rows = () => JSON.stringify(articles.map(({ findings }) => findings.row));
    // A row is made of nothing its page isn't made of.
    const keys = articles.map(({ key }) => key);
    versions.push(press.files.writeHashed(`sheet ${index}`, keys, rows, (it) => `data/${sheetFile(index, it)}`));
    articles = [];
  };
  return {
    add(article) {
      articles.push(article);
      if (articles.length === SHEET_SIZE) flush();
    },
    end() {
      if (articles.length > 0) flush();
      return versions;
    },
  };
}

/** Copies each picture once; where that can't be done, tells so in the name of the article's file. */
function pictureCopier(press: Press): (picture: Picture, file: string) => readonly Problem[] {
  const copied = new Set<string>();
  return ({ path, reference }, file) => {
    if (copied.has(reference.href)) return [];
    copied.add(reference.href);
    makeSiteFolder(press.folder, 'media');
    // Where the disk can, the copy shares the original's blocks until one of them changes.
    try {
      copyFileSync(path, join(press.folder, reference.href), constants.COPYFILE_FICLONE);
      return [];
    } catch (error) {
      const why = String(error).replace(/, copyfile .*$/s, '');
      const reason = `a picture it shows can't be copied: ${why}`;
      return [{ file, line: 1, level: 'warning', reason, hint: 'it was there when the build began; build again' }];
    }
  };
}

/** Writes what names all other files. Returns its files below `data/`. */
function writeIndex(edition: Edition, press: Press, names: FileNames): readonly string[] {
  const written: string[] = [];
  const writeData = (name: string, content: string | Uint8Array) => {
    write(press, `data/${name}`, content);
    written.push(name);
  };
  for (const [index, table] of nameTables(names).entries()) writeData(namesFile(index), JSON.stringify(table));
  const columns = columnsOf(edition);
  const name = `columns-${contentHash(columns)}.bin`;
  writeData(name, columns);
  const { categories, sources, articles } = edition;
  const index = { count: articles.length, categories, sources, columns: name };
  const stamped: EditionIndex = { ...index, stamp: contentHash(JSON.stringify([index, names])) };
  writeData('edition.json', JSON.stringify(stamped));
  return written;
}

function writeAliases(edition: Edition, press: Press): void {
  const titles = new Map(edition.articles.map(({ id, title }) => [id, title]));
  for (const alias of edition.aliases) {
    const file = aliasFile(alias);
    // The owner's own file, from public/, is the more deliberate one.
    if (existsSync(join(press.folder, file))) continue;
    write(press, file, redirectPage(alias, titles.get(alias.to) ?? '', press.siteUrl, press.base));
  }
}
