import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentSum } from './file-stamp.ts';
import { type KeptFile, keepFile, placeKept, removeOthers } from './kept-file.ts';
import { contentHash } from './media.ts';
import type { PackFolders } from './print-pack.ts';
import { openStore, quietly } from './sharded-store.ts';
import { makeSiteFolder, writeAnew } from './write-site-file.ts';

/** Files of the site that are made of data alone: pages of lists, feeds. */
export interface FileCache {
  /**
   * Writes a file of the site.
   * @param path below the site's folder
   * @param madeOf all it depends on but the program and its settings, as JSON
   */
  readonly write: (path: string, madeOf: unknown, make: () => string) => void;
  /**
   * Writes a file that is named by its content.
   * @param slot what it is called here, whatever its content
   * @param pathOf its path below the site's folder, by its version
   * @returns the version
   */
  readonly writeHashed: (
    slot: string,
    madeOf: unknown,
    make: () => string,
    pathOf: (version: string) => string,
  ) => string;
  /** Of all files that were written, below the site's folder. */
  readonly paths: ReadonlySet<string>;
  /** Forgets and removes whatever this build had no use for. */
  readonly save: () => void;
}

interface Entry {
  readonly key: string;
  readonly kept: KeptFile;
  /** Of files that are named by it. */
  readonly version?: string;
}

/** @param stamp of the program and of the settings the files depend on */
export function openFileCache({ site, cache }: PackFolders, stamp: string): FileCache {
  const store = openStore<Entry>(join(cache, 'file-index'), stamp);
  const folder = join(cache, 'files');
  const wanted = new Set<string>();
  /** Folders of the site that were made: a folder of a list gets a page and three feeds. */
  const made = new Set<string>();
  const paths = new Set<string>();
  quietly(() => mkdirSync(folder, { recursive: true }));
  /** Where the file of a slot is kept, and its entry where that was made of the same. */
  function look(slot: string, madeOf: unknown): { key: string; kept: string; entry: Entry | undefined } {
    const key = contentSum(JSON.stringify(madeOf));
    const name = contentSum(`${slot} ${key}`);
    const entry = store.get(slot);
    wanted.add(name);
    return { key, kept: join(folder, name), entry: entry?.key === key ? entry : undefined };
  }

  /** The full path of a file of the site, in a folder that is there. */
  function fileAt(path: string): string {
    paths.add(path.replace(/^\//, ''));
    const parent = dirname(path);
    if (!made.has(parent)) makeSiteFolder(site, parent);
    made.add(parent);
    return join(site, path);
  }

  function place(path: string, kept: string, entry: Entry | undefined): boolean {
    return entry !== undefined && placeKept(kept, fileAt(path), entry.kept);
  }

  function keep(path: string, kept: string, content: string): KeptFile {
    const file = fileAt(path);
    writeAnew(file, content);
    return keepFile(file, kept, content);
  }

  return {
    paths,
    write(path, madeOf, make) {
      const { key, kept, entry } = look(path, madeOf);
      if (!place(path, kept, entry)) store.set(path, { key, kept: keep(path, kept, make()) });
    },
    writeHashed(slot, madeOf, make, pathOf) {
      const { key, kept, entry } = look(slot, madeOf);
      if (entry?.version !== undefined && place(pathOf(entry.version), kept, entry)) return entry.version;
      const content = make();
      const version = contentHash(content);
      store.set(slot, { key, version, kept: keep(pathOf(version), kept, content) });
      return version;
    },
    save() {
      store.save();
      removeOthers(folder, wanted);
    },
  };
}
