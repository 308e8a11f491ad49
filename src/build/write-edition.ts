import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Body } from '../article/body.ts';
import type { Problem } from '../article/problem.ts';
import { aboutPath, archivePath, articlePath, listPath } from '../edition/addresses.ts';
import type { ArchiveData } from '../edition/archive.ts';
import { type EditionIndex, PACK_SIZE, type PackEntry, type PageData, SHEET_SIZE } from '../edition/edition-data.ts';
import { type FileNames, namesFile, nameTables, packFile, sheetFile } from '../edition/file-names.ts';
import type { Row } from '../edition/row.ts';
import { articleData, columnsOf, packModule } from './edition-files.ts';
import { archivePages, archiveRows, listData, planLists } from './list-pages.ts';
import { contentHash, type Picture } from './media.ts';
import { startProgress } from './progress.ts';
import type { Edition } from './read-edition.ts';
import { readPage } from './read-page.ts';
import { aliasFile, redirectPage } from './redirect-page.ts';
import { surroundingsOf } from './surroundings.ts';
import { writeFeeds } from './write-feeds.ts';
import { writeSiteFile } from './write-site-file.ts';
import { writeSitemap } from './write-sitemap.ts';

/** Where and how the edition is written. */
export interface Press {
  /** The folder that becomes the site; holds the client bundle already. */
  readonly folder: string;
  readonly articlesDir: string;
  readonly base: string;
  readonly siteUrl: string;
  readonly print: (path: string, data: PageData | ArchiveData, body: Body | null) => string;
}

/**
 * Writes everything that depends on the articles: pages, packs, sheets, columns, pictures, redirects.
 * Articles are read once more, one after another, oldest first, and let go when their page is written.
 * @returns the problems of the bodies and addresses.
 */
export async function writeEdition(edition: Edition, press: Press): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const lists = planLists(edition);
  const listed = new Set(lists.flatMap(({ newest }) => newest));
  const rows = new Map<number, Row>();
  const [packs, sheets] = [packWriter(press), sheetWriter(press)];
  const copyPicture = pictureCopier(press);
  const surroundings = surroundingsOf(edition, press.articlesDir);
  const progress = startProgress('printing', edition.articles.length);
  for (const [position, article] of edition.articles.entries()) {
    const page = readPage(edition, article, surroundings);
    problems.push(...page.problems);
    page.pictures.forEach(copyPicture);
    packs.add(page.entry);
    sheets.add(page.row);
    if (listed.has(position)) rows.set(position, page.row);
    writePage(press, articlePath(article.id), articleData(edition, position, page.row, page.tags), page.body);
    progress.step(position + 1);
    // Lets Ctrl+C through.
    if (position % 32 === 31) await setImmediate();
  }
  progress.end();
  writeIndex(edition, press, { packs: packs.end(), sheets: sheets.end() });
  const archive = archiveRows(edition);
  for (const plan of lists) {
    const newest = plan.newest.flatMap((position) => rows.get(position) ?? []);
    writePage(press, listPath(plan.filter), listData(edition, plan, newest), null);
    for (const page of archivePages(plan, archive)) writePage(press, archivePath(page.filter, page.number), page, null);
  }
  writePage(press, aboutPath, { kind: 'about', count: edition.articles.length, sources: edition.sources }, null);
  write(press, '404.html', press.print('/404.html', { kind: 'not-found' }, null));
  writeAliases(edition, press);
  writeFeeds(lists, { ...press, edition, surroundings, row: (position) => rows.get(position) });
  writeSitemap(edition, lists, { folder: press.folder, home: press.siteUrl + press.base });
  return problems;
}

function writePage(press: Press, path: string, data: PageData | ArchiveData, body: Body | null): void {
  write(press, `${decodeURI(path)}index.html`, press.print(path, data, body));
}

function write(press: Press, path: string, content: string | Uint8Array): void {
  writeSiteFile(press.folder, path, content);
}

/** Collects items and writes a file each time one is full. */
interface Batches<Item> {
  readonly add: (item: Item) => void;
  /** Writes what is left; the versions of all files. */
  readonly end: () => readonly string[];
}

function batches<Item>(size: number, writeBatch: (items: readonly Item[], index: number) => string): Batches<Item> {
  const names: string[] = [];
  let items: Item[] = [];
  const flush = () => {
    names.push(writeBatch(items, names.length));
    items = [];
  };
  return {
    add(item) {
      items.push(item);
      if (items.length === size) flush();
    },
    end() {
      if (items.length > 0) flush();
      return names;
    },
  };
}

function packWriter(press: Press): Batches<PackEntry> {
  return batches(PACK_SIZE, (entries, index) => {
    const module = packModule(entries);
    const version = contentHash(module);
    write(press, `articles/${packFile(index, version)}`, module);
    return version;
  });
}

function sheetWriter(press: Press): Batches<Row> {
  return batches(SHEET_SIZE, (rows, index) => {
    const sheet = JSON.stringify(rows);
    const version = contentHash(sheet);
    write(press, `data/${sheetFile(index, version)}`, sheet);
    return version;
  });
}

function pictureCopier(press: Press): (picture: Picture) => void {
  const copied = new Set<string>();
  return ({ path, reference }) => {
    if (copied.has(reference.href)) return;
    copied.add(reference.href);
    mkdirSync(join(press.folder, 'media'), { recursive: true });
    copyFileSync(path, join(press.folder, reference.href));
  };
}

function writeIndex(edition: Edition, press: Press, names: FileNames): void {
  for (const [index, table] of nameTables(names).entries()) {
    write(press, `data/${namesFile(index)}`, JSON.stringify(table));
  }
  const columns = columnsOf(edition);
  const name = `columns-${contentHash(columns)}.bin`;
  write(press, `data/${name}`, columns);
  const { categories, sources, articles } = edition;
  const index: EditionIndex = { count: articles.length, categories, sources, columns: name };
  write(press, 'data/edition.json', JSON.stringify(index));
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
