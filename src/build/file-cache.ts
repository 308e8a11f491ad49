import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentSum } from './file-stamp.ts';
import { intactStamp, type KeptFile, keepFile, linkOrCopy, removeOthers } from './kept-file.ts';
import type { PackFolders } from './print-pack.ts';
import { openStore, quietly } from './sharded-store.ts';
import { makeSiteFolder, writeSiteFile } from './write-site-file.ts';

/** Files of the site that are made of data alone: pages of lists, feeds. */
export interface FileCache {
  /**
   * Writes a file of the site.
   * @param path below the site's folder
   * @param madeOf all it depends on but the program and its settings, as JSON
   */
  readonly write: (path: string, madeOf: unknown, make: () => string) => void;
  /** Forgets and removes whatever this build had no use for. */
  readonly save: () => void;
}

interface Entry {
  readonly key: string;
  readonly kept: KeptFile;
}

/** @param stamp of the program and of the settings the files depend on */
export function openFileCache({ site, cache }: PackFolders, stamp: string): FileCache {
  const store = openStore<Entry>(join(cache, 'file-index'), stamp);
  const folder = join(cache, 'files');
  const wanted = new Set<string>();
  quietly(() => mkdirSync(folder, { recursive: true }));
  return {
    write(path, madeOf, make) {
      const key = contentSum(JSON.stringify(madeOf));
      const name = contentSum(`${path} ${key}`);
      const [file, kept] = [join(site, path), join(folder, name)];
      const entry = store.get(path);
      wanted.add(name);
      makeSiteFolder(site, dirname(path));
      if (entry?.key === key && intactStamp(kept, entry.kept) !== null && linkOrCopy(kept, file)) return;
      const content = make();
      writeSiteFile(site, path, content);
      store.set(path, { key, kept: keepFile(file, kept, content) });
    },
    save() {
      store.save();
      removeOthers(folder, wanted);
    },
  };
}
