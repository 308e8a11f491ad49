import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { isInside } from '../build/settings.ts';
import { shownAddress } from './check-address.ts';

/** Something to import from. */
export interface Source {
  /** How it is called in messages. */
  readonly name: string;
  readonly place:
    | { readonly kind: 'address'; readonly address: string }
    | {
        readonly kind: 'file';
        readonly path: string;
        /** Pictures of a saved page lie in it; nothing outside is read. */
        readonly root: string;
      };
  /** Category levels it stands in. */
  readonly categories: readonly string[];
}

/** What was named and is not there. */
export interface MissingSource {
  readonly name: string;
  readonly reason: string;
  readonly hint: string;
}

const PAGE = /^\.(?:html?|xhtml)$/i;
const FEED = /^\.(?:xml|rss|atom|rdf|json|opml)$/i;

/** True for a file that is called a page of the web. */
export const isPageName = (path: string): boolean => PAGE.test(extname(path));

/**
 * What an argument names: an address, a file, or all feeds and saved pages in a folder, whose sub-folders are category
 * levels.
 * @param from relative paths count from there
 */
export function findSources(
  argument: string,
  from: string,
  categories: readonly string[],
): readonly Source[] | MissingSource {
  const address = addressOf(argument);
  if (address !== null) return [{ name: shownAddress(address), place: { kind: 'address', address }, categories }];
  const path = resolve(from, argument);
  // What lies below a file is no entry either, and statSync throws.
  if (!existsSync(path)) return missing(argument);
  const found = statSync(path);
  if (found.isFile()) {
    return [{ name: argument, place: { kind: 'file', path, root: realpathSync(dirname(path)) }, categories }];
  }
  if (!found.isDirectory()) return { name: argument, reason: 'is neither a file nor a folder', hint: 'name another' };
  const sources = filesOf(realpathSync(path), argument, categories);
  return sources.length > 0 ? sources : { name: argument, reason: 'holds no feed and no saved page', hint: PATHS };
}

const PATHS = 'files ending in .html, .xml, .rss, .atom, .json and .opml are read';

/** `feed:` is what pages put before addresses that are meant for programs like this. */
function addressOf(argument: string): string | null {
  const plain = argument.replace(/^feed:(?:\/\/)?(https?:\/\/)/i, '$1').replace(/^feed:\/\//i, 'https://');
  return /^https?:\/\//i.test(plain) && URL.canParse(plain) ? plain : null;
}

function missing(argument: string): MissingSource {
  if (/^[a-z][a-z\d+.-]+:\//i.test(argument)) {
    return { name: argument, reason: 'is no address of the web', hint: 'write it like https://news.example/feed.xml' };
  }
  const isFile = !argument.includes('/') && (PAGE.test(extname(argument)) || FEED.test(extname(argument)));
  const isHost = !isFile && /^[\w-]+(?:\.[\w-]+)+(?:[:/]|$)/.test(argument);
  const hint = isHost ? `if it is an address, write https://${argument}` : 'check its spelling';
  return { name: argument, reason: 'no such file or folder', hint };
}

/** Sorted by path, so that the same folder is always read in the same order. */
function filesOf(root: string, name: string, categories: readonly string[]): readonly Source[] {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true, encoding: 'utf8' });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  const pages = new Set(files.filter((file) => PAGE.test(extname(file))));
  return files
    .map((file) => ({
      file,
      levels: dirname(file)
        .split(sep)
        .filter((level) => level !== '.'),
    }))
    .filter(({ file, levels }) => isSource(file, levels, pages))
    .toSorted((one, other) => (one.file < other.file ? -1 : 1))
    .map(({ file, levels }) => ({
      name: join(name, file),
      place: { kind: 'file', path: join(root, file), root },
      categories: [...categories, ...levels],
    }));
}

/** A browser that saves `page.html` puts what belongs to it into `page_files`: parts of that page, no pages. */
function isSource(file: string, levels: readonly string[], pages: ReadonlySet<string>): boolean {
  if (basename(file).startsWith('.') || levels.some((level) => level.startsWith('.'))) return false;
  if (!PAGE.test(extname(file)) && !FEED.test(extname(file))) return false;
  return !levels.some((_, depth) => {
    const stem = levels
      .slice(0, depth + 1)
      .join(sep)
      .replace(/(?:_files|\.files|_fichiers|_Dateien|_archivos)$/i, '');
    return (
      stem !== levels.slice(0, depth + 1).join(sep) && ['.html', '.htm', '.xhtml'].some((end) => pages.has(stem + end))
    );
  });
}

/** A file beside a saved page by its relative address; null where it would leave the folder. */
export function besidePath(page: string, root: string, address: string): string | null {
  const [path = ''] = address.split(/[?#]/, 1);
  try {
    const real = realpathSync(resolve(dirname(page), decodeURIComponent(path)));
    return isInside(real, root) ? real : null;
  } catch {
    return null;
  }
}
