import { join } from 'node:path';
import type { Problem } from '../article/problem.ts';
import type { Slugger } from '../edition/slug.ts';
import { sourceStamp } from './file-stamp.ts';
import type { FoundFile } from './find-files.ts';
import { openKnownNames } from './name-slugs.ts';
import { isProblem } from './read-file.ts';
import { type ScannedArticle, scanArticle } from './scan-article.ts';
import { openStore } from './sharded-store.ts';

/** A file as far as its front matter, as it was read. */
export interface Scan {
  /** Null where the file's times can't be trusted yet. */
  readonly stamp: string | null;
  readonly article: ScannedArticle | Problem;
}

/** What earlier builds read of the articles' front matter. */
export interface ScanCache {
  /** Null for a file that has changed since, or was never read. */
  readonly known: (found: FoundFile) => ScannedArticle | null;
  readonly learn: (found: FoundFile, scan: Scan) => void;
  /** Slugs of categories and sources, which are mostly those of the build before. */
  readonly slugs: Slugger;
  readonly save: () => void;
}

type Entry = { readonly stamp: string; readonly article: Omit<ScannedArticle, 'path'> };

/** @param stamp of the code that reads front matter, and of its packages */
export function openScanCache(folder: string, stamp: string): ScanCache {
  const store = openStore<Entry>(join(folder, 'files'), stamp);
  const names = openKnownNames(join(folder, 'names.json'), stamp);
  return {
    known(found) {
      const entry = store.get(found.file);
      if (entry === undefined || found.obstacle !== null || entry.stamp !== sourceStamp(found.path)) return null;
      return { ...entry.article, path: found.path };
    },
    learn({ file }, { stamp: seen, article }) {
      if (seen === null || isProblem(article)) return;
      const { path: _, ...kept } = article;
      store.set(file, { stamp: seen, article: kept });
    },
    slugs: names.slugs,
    save() {
      store.save();
      names.save();
    },
  };
}

/** Reads a file's front matter, and its stamp before it: a change in between is found next time. */
export function scanFile(found: FoundFile): Scan {
  return { stamp: found.obstacle === null ? sourceStamp(found.path) : null, article: scanArticle(found) };
}
