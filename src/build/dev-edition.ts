import { readFileSync } from 'node:fs';
import type { Problem } from '../article/problem.ts';
import { aboutPath, articlePath, historyPath, listPath, savedPath } from '../edition/addresses.ts';
import { type EditionIndex, PACK_SIZE, type PageData, SHEET_SIZE } from '../edition/edition-data.ts';
import { nameTables } from '../edition/file-names.ts';
import type { Row } from '../edition/row.ts';
import { type ArticleTerms, articleTerms } from '../edition/search-terms.ts';
import { articleTask, pageTask } from './article-task.ts';
import { articleData, columnsOf, packModule } from './edition-files.ts';
import { type FoundFile, findFiles } from './find-files.ts';
import { type ListPlan, listData, planLists } from './list-pages.ts';
import { type Edition, planEdition } from './read-edition.ts';
import { type ReadPage, readPage } from './read-page.ts';
import type { ScannedArticle } from './scan-article.ts';
import { type ScanCache, scanFile } from './scan-cache.ts';
import { type SearchFile, searchFiles } from './search-writer.ts';
import { surroundingsOf } from './surroundings.ts';

/** A file of the site made on request. */
export interface DevFile {
  readonly type: string;
  readonly content: string | Uint8Array;
}

/** The edition as the files are now; bodies are read when a page, a sheet or a pack asks for them. */
export interface DevEdition {
  /** Takes in what changed on disk: those files are read again, new ones found, missing ones forgotten. */
  readonly refresh: (changed: ReadonlySet<string>) => void;
  /** Whether files have come or gone that no refresh has told of. */
  readonly isOutdated: () => boolean;
  /** The data of the page at a root-relative path without the base; null where there is none. */
  readonly page: (path: string) => PageData | null;
  /** Where a former address leads now. */
  readonly redirect: (path: string) => string | null;
  /** A file below `/data/`, `/articles/` or `/media/`. */
  readonly file: (path: string) => DevFile | null;
  /** Reads rows nobody has asked for yet, so that their problems show; false when none is left. */
  readonly readAhead: () => boolean;
  readonly count: () => number;
}

/** Rows read ahead: enough to meet every problem of a young edition, not so many that a large one keeps the fan on. */
const READ_AHEAD = 500;

const PICTURE_TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

/** Everything that changes with a refresh. */
interface State {
  readonly edition: Edition;
  readonly lists: ReadonlyMap<string, ListPlan>;
  readonly positions: ReadonlyMap<string, number>;
  readonly surroundings: ReturnType<typeof surroundingsOf>;
  /** In every file name, so that nothing stale is ever asked for. */
  readonly revision: number;
  readonly rows: Map<number, Row>;
  /** The search index, made when it is first asked for. */
  search: ReadonlyMap<string, SearchFile> | null;
}

/**
 * @param scans front matter that builds and servers before have read
 * @param onProblem told every problem once, and again after its file has changed.
 */
export function createDevEdition(
  articlesDir: string,
  scans: ScanCache,
  onProblem: (problem: Problem) => void,
): DevEdition {
  const scanned = new Map<string, ScannedArticle | Problem>();
  const pictures = new Map<string, string>();
  const terms = new Map<string, { readonly sum: string; readonly terms: ArticleTerms }>();
  const told = new Map<string, Set<string>>();
  let revision = 0;
  let state = makeState(new Set());

  function makeState(changed: ReadonlySet<string>): State {
    const files = findFiles(articlesDir).articles;
    forget(files, changed);
    for (const found of files) if (!scanned.has(found.file)) scanned.set(found.file, scan(found));
    const edition = planEdition(
      files.flatMap(({ file }) => scanned.get(file) ?? []),
      scans.slugs,
    );
    scans.save();
    edition.problems.forEach(tell);
    revision += 1;
    return {
      edition,
      lists: new Map(planLists(edition).map((plan) => [listPath(plan.filter), plan])),
      positions: new Map(edition.articles.map(({ id }, position) => [articlePath(id), position])),
      surroundings: surroundingsOf((file) => edition.ids.get(file), articlesDir),
      revision,
      rows: new Map(),
      search: null,
    };
  }

  function scan(found: FoundFile): ScannedArticle | Problem {
    const known = scans.known(found);
    if (known !== null) return known;
    const fresh = scanFile(found);
    scans.learn(found, fresh);
    return fresh.article;
  }

  function forget(files: readonly FoundFile[], changed: ReadonlySet<string>): void {
    const present = new Set(files.map(({ file }) => file));
    for (const file of scanned.keys()) if (!present.has(file)) scanned.delete(file);
    for (const { file, path } of files) {
      if (!changed.has(String(path))) continue;
      scanned.delete(file);
      told.delete(file);
    }
  }

  function tell(problem: Problem): void {
    const known = told.get(problem.file) ?? new Set();
    told.set(problem.file, known);
    const key = `${problem.line} ${problem.reason}`;
    if (!known.has(key)) onProblem(problem);
    known.add(key);
  }

  function open(position: number): ReadPage {
    const page = readPage(articleTask(state.edition, position), state.surroundings);
    page.findings.problems.forEach(tell);
    for (const { reference, path } of page.resolved.pictures) pictures.set(reference.href, path);
    return page;
  }

  function row(position: number): Row {
    const known = state.rows.get(position);
    if (known !== undefined) return known;
    const fresh = open(position).findings.row;
    state.rows.set(position, fresh);
    return fresh;
  }

  function data(name: string): DevFile | null {
    if (name === 'edition.json') return json(indexOf(state));
    if (name.startsWith('search')) return search(name);
    if (name.startsWith('names-')) return names(/^names-(\d+)\.json$/.exec(name)?.[1]);
    if (name.startsWith('columns-')) return { type: 'application/octet-stream', content: columnsOf(state.edition) };
    const slice = batch(/^sheet-(\d+)-/.exec(name)?.[1], SHEET_SIZE, state.edition.articles.length);
    return slice.length === 0 ? null : json(slice.map(row));
  }

  function search(name: string): DevFile | null {
    state.search ??= makeSearch();
    const found = state.search.get(name);
    if (found === undefined) return null;
    const type = typeof found.content === 'string' ? 'application/json' : 'application/octet-stream';
    return { type, content: found.content };
  }

  /** Reads all bodies, those that have changed since the last time. */
  function makeSearch(): ReadonlyMap<string, SearchFile> {
    const all = state.edition.articles.map(({ file, sum }, position) => {
      const known = terms.get(file);
      if (known?.sum === sum) return known.terms;
      const { findings, plain } = open(position);
      const { title, excerpt: lead } = findings.row;
      const fresh = articleTerms({ title, lead, body: plain });
      terms.set(file, { sum, terms: fresh });
      return fresh;
    });
    const total = all.reduce((sum, { keys }) => sum + keys.length, 0);
    return new Map([...searchFiles(all, all.length, total)].map((file) => [file.name, file]));
  }

  function names(index: string | undefined): DevFile | null {
    const { articles } = state.edition;
    const versions = (size: number) =>
      Array.from({ length: Math.ceil(articles.length / size) }, () => `r${state.revision}`);
    const table = nameTables({ sheets: versions(SHEET_SIZE), packs: versions(PACK_SIZE) })[Number(index)];
    return table === undefined ? null : json(table);
  }

  function pack(name: string): DevFile | null {
    const slice = batch(/^(\d+)-/.exec(name)?.[1], PACK_SIZE, state.edition.articles.length);
    if (slice.length === 0) return null;
    const entries = slice.map((position) => open(position).entry);
    return { type: 'text/javascript', content: packModule(entries) };
  }

  function picture(path: string): DevFile | null {
    const file = pictures.get(path);
    const type = PICTURE_TYPES[path.slice(path.lastIndexOf('.') + 1)];
    return file === undefined || type === undefined ? null : { type, content: readFileSync(file) };
  }

  return {
    refresh(changed) {
      state = makeState(changed);
    },
    isOutdated() {
      const files = findFiles(articlesDir).articles;
      return files.length !== scanned.size || files.some(({ file }) => !scanned.has(file));
    },
    page(path) {
      const { edition, lists, positions } = state;
      const plan = lists.get(path);
      if (plan !== undefined) return listData(edition, plan, plan.newest.map(row));
      const position = positions.get(path);
      if (position !== undefined) return articleData(pageTask(edition, position), row(position));
      if (path === savedPath || path === historyPath) {
        return { kind: 'marks', list: path === savedPath ? 'saved' : 'history' };
      }
      return path === aboutPath ? { kind: 'about', count: edition.articles.length, sources: edition.sources } : null;
    },
    redirect(path) {
      const from = path.replace(/^\/|(?:\/|\/index\.html?)$/g, '');
      const alias = state.edition.aliases.find((each) => each.from === from);
      return alias === undefined ? null : articlePath(alias.to);
    },
    file(path) {
      if (path.startsWith('/data/')) return data(path.slice('/data/'.length));
      return path.startsWith('/articles/') ? pack(path.slice('/articles/'.length)) : picture(path);
    },
    readAhead() {
      const newest = state.edition.articles.length - 1;
      for (let position = newest; position >= 0 && newest - position < READ_AHEAD; position -= 1) {
        if (state.rows.has(position)) continue;
        row(position);
        return true;
      }
      return false;
    },
    count: () => state.edition.articles.length,
  };
}

function json(value: unknown): DevFile {
  return { type: 'application/json', content: JSON.stringify(value) };
}

function indexOf({ edition, revision }: State): EditionIndex {
  const { articles, categories, sources } = edition;
  return { count: articles.length, categories, sources, columns: `columns-r${revision}.bin`, stamp: `r${revision}` };
}

/** Positions of batch number `index`; none where there is no such batch. */
function batch(index: string | undefined, size: number, total: number): readonly number[] {
  if (index === undefined) return [];
  const start = Number(index) * size;
  return Array.from({ length: Math.max(0, Math.min(size, total - start)) }, (_, place) => start + place);
}
