import { existsSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { UserError } from './user-error.ts';

/** What the environment says of one build or dev server. Folders are absolute. */
export interface Settings {
  readonly articlesDir: string;
  readonly outDir: string;
  /** Scheme and host, without a trailing slash. */
  readonly siteUrl: string;
  /** Whether the owner named the address; a default in a published site breaks shared links. */
  readonly siteUrlGiven: boolean;
  /** Begins and ends with `/`. */
  readonly base: string;
  readonly strict: boolean;
  readonly reportFile: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export const DEFAULT_SITE_URL = 'http://localhost:4173';

const OFF = new Set(['', '0', 'false', 'no', 'off']);

/**
 * Reads and checks ARTICLES_DIR, OUT_DIR, SITE_URL, BASE_PATH, STRICT and REPORT_FILE.
 * Relative paths count from `root`, the project's folder.
 * @throws UserError naming the variable and its value.
 */
export function readSettings(env: Environment, root: string): Settings {
  const articlesDir = readArticlesDir(resolve(root, env.ARTICLES_DIR?.trim() || 'articles'));
  const outDir = realPathOf(resolve(root, env.OUT_DIR?.trim() || 'dist'));
  const reportFile = resolve(root, env.REPORT_FILE?.trim() || 'report.json');
  checkOutDir(outDir, articlesDir, root);
  if (isInside(reportFile, outDir)) {
    throw new UserError(`REPORT_FILE: would be published, because it lies inside OUT_DIR: ${reportFile}`);
  }
  return {
    articlesDir,
    outDir,
    reportFile,
    strict: !OFF.has((env.STRICT ?? '').trim().toLowerCase()),
    ...readAddress(env.SITE_URL?.trim() ?? '', env.BASE_PATH?.trim() ?? ''),
  };
}

/** True for `folder` itself and everything below it. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path;
}

function readArticlesDir(path: string): string {
  const found = statsOf(path);
  if (found === undefined) throw new UserError(`ARTICLES_DIR: no such folder: ${path}`);
  if (!found.isDirectory()) throw new UserError(`ARTICLES_DIR: not a folder: ${path}`);
  return realpathSync(path);
}

/** Nothing where there is nothing, below a file neither. */
const statsOf = (path: string): Stats | undefined =>
  existsSync(path) ? statSync(path, { throwIfNoEntry: false }) : undefined;

/** A folder can be made in the nearest thing that is there, if that is a folder. */
function checkWayTo(outDir: string, level = dirname(outDir)): void {
  const found = statsOf(level);
  if (found === undefined && dirname(level) !== level) return checkWayTo(outDir, dirname(level));
  if (found?.isDirectory() === false) throw new UserError(`OUT_DIR: lies below a file, ${level}: ${outDir}`);
}

/** Follows links as far as the path exists, so that the same place always has the same name. */
function realPathOf(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPathOf(parent), basename(path));
}

/** The output folder is replaced as a whole, so it must hold nothing but an earlier output. */
function checkOutDir(outDir: string, articlesDir: string, root: string): void {
  if (isInside(realpathSync(root), outDir)) throw new UserError(`OUT_DIR: holds the project itself: ${outDir}`);
  if (isInside(articlesDir, outDir)) throw new UserError(`OUT_DIR: holds ARTICLES_DIR: ${outDir}`);
  if (isInside(outDir, articlesDir)) throw new UserError(`OUT_DIR: lies inside ARTICLES_DIR: ${outDir}`);
  const found = statsOf(outDir);
  if (found === undefined) return checkWayTo(outDir);
  if (!found.isDirectory()) throw new UserError(`OUT_DIR: not a folder: ${outDir}`);
  const names = readdirSync(outDir);
  const isPrecious = names.includes('.git') || names.includes('package.json');
  const isSite = names.includes('index.html') || names.every((name) => name.startsWith('.'));
  if (isPrecious || !isSite) {
    throw new UserError(`OUT_DIR: holds other files, which a build would delete; empty it or name another: ${outDir}`);
  }
}

function readAddress(siteUrl: string, basePath: string): Pick<Settings, 'siteUrl' | 'siteUrlGiven' | 'base'> {
  if (siteUrl === '') return { siteUrl: DEFAULT_SITE_URL, siteUrlGiven: false, base: readBase(basePath) };
  const url = URL.canParse(siteUrl) ? new URL(siteUrl) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UserError(`SITE_URL: not an address like https://news.example: ${siteUrl}`);
  }
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') {
    throw new UserError(`SITE_URL: has more than a scheme, a host and a path: ${siteUrl}`);
  }
  const ownPath = readBase(url.pathname);
  const base = basePath === '' ? ownPath : readBase(basePath);
  if (ownPath !== '/' && ownPath !== base) {
    throw new UserError(`SITE_URL: its path ${ownPath} is not BASE_PATH ${base}`);
  }
  return { siteUrl: url.origin, siteUrlGiven: true, base };
}

/** `news`, `/news` and `/news/` are all `/news/`. */
function readBase(path: string): string {
  const levels = path.split('/').filter((level) => level !== '');
  if (levels.some((level) => !/^[\w.~-]+$/.test(level) || /^\.+$/.test(level))) {
    throw new UserError(`BASE_PATH: not a path like /news/: ${path}`);
  }
  return levels.length === 0 ? '/' : `/${levels.join('/')}/`;
}
