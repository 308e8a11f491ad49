import type { Dirent } from 'node:fs';
import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isInside } from './settings.ts';

/** A file whose name says it is an article; it may turn out not to be readable. */
export interface FoundFile {
  /**
   * Path inside the articles folder, `/` between levels: what identity and order are made of. Composed (NFC), unless two
   * files differ in nothing else. Unique.
   */
  readonly file: string;
  /** The path to open it by; bytes where its name is no UTF-8. */
  readonly path: string | Buffer;
  /** Why it can't be read as an article, seen from outside; null for an ordinary file. */
  readonly obstacle: string | null;
}

export interface FoundFiles {
  /** Sorted by `file`. */
  readonly articles: readonly FoundFile[];
  /** Files of other types, dotfiles and READMEs. */
  readonly skipped: number;
}

interface Search {
  readonly root: string;
  readonly articles: FoundFile[];
  skipped: number;
}

const ARTICLE_NAME = /\.(?:html?|md|markdown|txt)$/i;
const README_NAME = /^readme(?:\.|$)/i;

/** True for a file that would be read as an article, judged by its name alone. */
export function isArticleName(name: string): boolean {
  return ARTICLE_NAME.test(name) && !name.startsWith('.') && !README_NAME.test(name);
}

/**
 * All article files below `root`. Links are followed as long as they stay inside it.
 * @param root an absolute path without links.
 */
export function findFiles(root: string): FoundFiles {
  const search: Search = { root, articles: [], skipped: 0 };
  walk(search, root, '', [root]);
  return { articles: nameApart(search.articles).sort((a, b) => (a.file < b.file ? -1 : 1)), skipped: search.skipped };
}

/** `ancestors` are real paths: a link back to one of them is a loop. */
function walk(search: Search, folder: string | Buffer, prefix: string, ancestors: readonly string[]): void {
  const entries = entriesOf(folder);
  if (entries === null) {
    search.articles.push({ file: prefix, path: folder, obstacle: 'is a folder that cannot be listed' });
    return;
  }
  for (const entry of entries) {
    const name = entry.text;
    if (name.startsWith('.')) {
      search.skipped += 1;
      continue;
    }
    const file = prefix + name;
    const kind = kindOf(entry, search.root, ancestors);
    if (kind === 'folder') walk(search, entry.path, `${file}/`, [...ancestors, realPathOf(entry.path)]);
    if (isArticleName(name)) search.articles.push({ file, path: entry.path, obstacle: OBSTACLES[kind] });
    else if (kind !== 'folder') search.skipped += 1;
  }
}

/** A folder that went away meanwhile is said to be one that can't be listed. */
function realPathOf(path: string | Buffer): string {
  try {
    return realpathSync(path).toString();
  } catch {
    return String(path);
  }
}

type Kind = 'file' | 'folder' | 'outside' | 'broken' | 'loop' | 'special';

const OBSTACLES: Readonly<Record<Kind, string | null>> = {
  file: null,
  folder: 'is a folder',
  outside: 'is a link out of the articles folder',
  broken: 'is a link to nothing',
  loop: 'is a link back to a folder it lies in',
  special: 'is no ordinary file',
};

interface Entry {
  readonly text: string;
  readonly path: string | Buffer;
  readonly dirent: Dirent | null;
}

function kindOf(entry: Entry, root: string, ancestors: readonly string[]): Kind {
  const { path } = entry;
  const seen = entry.dirent ?? lstatSync(path, { throwIfNoEntry: false });
  if (seen?.isFile()) return 'file';
  if (seen?.isDirectory()) return 'folder';
  return targetKind(path, root, ancestors);
}

/** What a link leads to (or an entry of unknown type is). */
function targetKind(path: string | Buffer, root: string, ancestors: readonly string[]): Kind {
  try {
    const real = realpathSync(path);
    if (!isInside(real, root)) return 'outside';
    const found = statSync(path);
    if (found.isFile()) return 'file';
    if (!found.isDirectory()) return 'special';
    return ancestors.includes(real) ? 'loop' : 'folder';
  } catch {
    return 'broken';
  }
}

/** Null where the folder can't be listed. */
function entriesOf(folder: string | Buffer): readonly Entry[] | null {
  try {
    if (typeof folder !== 'string') return byteEntries(folder);
    const entries = readdirSync(folder, { withFileTypes: true });
    if (entries.some((dirent) => dirent.name.includes('\uFFFD'))) return byteEntries(Buffer.from(folder));
    return entries.map((dirent) => ({ text: dirent.name, path: join(folder, dirent.name), dirent }));
  } catch {
    return null;
  }
}

/** Archives packed on Chinese Windows leave names in GB18030, which can only be opened by their bytes. */
function byteEntries(folder: Buffer): readonly Entry[] {
  return readdirSync(folder, { encoding: 'buffer' }).map((name) => ({
    text: decodeName(name),
    path: Buffer.concat([folder, Buffer.from('/'), name]),
    dirent: null,
  }));
}

function decodeName(name: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    return new TextDecoder('gb18030').decode(name);
  }
}

/** Composes names where that leaves them different; two encodings of one name get a number. */
function nameApart(found: readonly FoundFile[]): FoundFile[] {
  const composed = new Map<string, number>();
  for (const { file } of found) composed.set(file.normalize('NFC'), (composed.get(file.normalize('NFC')) ?? 0) + 1);
  const used = new Set<string>();
  return found.map((each) => {
    const own = composed.get(each.file.normalize('NFC')) === 1 ? each.file.normalize('NFC') : each.file;
    let file = own;
    for (let number = 2; used.has(file); number += 1) file = `${own} (${number})`;
    used.add(file);
    return { ...each, file };
  });
}
