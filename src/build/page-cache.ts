import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { packFile } from '../edition/file-names.ts';
import { contentSum } from './file-stamp.ts';
import type { Findings } from './findings.ts';
import { intactStamp, type KeptFile, linkOrCopy, placeKept, removeOthers } from './kept-file.ts';
import {
  keptName,
  keptPack,
  keptPage,
  type PackFolders,
  type PrintedPack,
  type PrintedPage,
  pageFile,
  pageKey,
} from './print-pack.ts';
import type { EditionArticle } from './read-edition.ts';
import { type ResolvedReferences, resolveReferences, type Surroundings } from './resolve-references.ts';
import { openSearchVolumes, type SearchVolumes, type TermsPlace } from './search-volumes.ts';
import { openStore, quietly } from './sharded-store.ts';
import { borrowPages, folderAlone, folderStamp, makePageFolder, removeStrays } from './spare-folders.ts';

/** What the cache knows an article by. */
export type PagedArticle = Pick<EditionArticle, 'file' | 'sum' | 'id'>;

/** A page an earlier build printed from the very same things. */
export interface KnownPage {
  /** All it depends on but the program and its settings. */
  readonly key: string;
  readonly findings: Findings;
  readonly terms: TermsPlace;
  readonly resolved: ResolvedReferences;
}

/** Pages and packs of earlier builds, by what they were made of. */
export interface PageCache {
  /**
   * Puts an article's page into the site; null where it must be printed.
   * @param shown see `shownTexts`
   */
  readonly takePage: (article: PagedArticle, shown: string, surroundings: Surroundings) => KnownPage | null;
  readonly learnPage: (article: PagedArticle, page: PrintedPage) => KnownPage;
  /** Puts a pack into the site and tells its version; null where it must be written. */
  readonly takePack: (index: number, key: string) => string | null;
  readonly learnPack: (index: number, key: string, pack: NonNullable<PrintedPack['pack']>) => void;
  /** Bytes of the pages that stand in the site, by id, as far as they are known. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Removes pages that stand in the site and aren't among these. */
  readonly removeOthers: (ids: ReadonlySet<string>) => void;
  /** Files of the packs that stand in the site. */
  readonly packs: ReadonlySet<string>;
  /** The search terms of pages that were taken or learned. */
  readonly terms: SearchVolumes;
  /** Where terms lie that the build before knew of, by their sum. To be asked for when all pages are there. */
  readonly formerTerms: () => ReadonlyMap<string, TermsPlace>;
  /** Forgets and removes whatever this build had no use for. */
  readonly save: () => void;
}

interface PageEntry {
  readonly sum: string;
  readonly key: string;
  readonly kept: KeptFile;
  readonly findings: Findings;
  readonly terms: TermsPlace;
  /** Stamps of the folders the page stood in alone: of the two sites that builds grow on in turn. */
  readonly folders: readonly string[];
}

interface PlacedPage {
  readonly stamp: string;
  readonly folder: string | null;
}

interface PackEntry {
  readonly key: string;
  readonly version: string;
  readonly kept: KeptFile;
}

const NOTHING: ResolvedReferences = { references: {}, pictures: [], dead: [] };

/** An article and its page, whether it was printed now or earlier. */
export interface PackedArticle {
  readonly article: PagedArticle;
  readonly page: KnownPage;
}

/** All that a pack depends on but the program itself. */
export function packKey(articles: readonly PackedArticle[]): string {
  const parts = articles.map(({ article: { sum, id, file }, page }) => [sum, id, file, page.resolved.references]);
  return contentSum(JSON.stringify(parts));
}

/** @param stamp of the program and of the settings pages depend on */
export function openPageCache({ site, cache }: PackFolders, stamp: string): PageCache {
  const pages = openStore<PageEntry>(join(cache, 'page-index'), stamp);
  const packs = openStore<PackEntry>(join(cache, 'pack-index'), stamp);
  for (const name of ['pages', 'packs']) quietly(() => mkdirSync(join(cache, name), { recursive: true }));
  const wanted = { pages: new Set<string>(), packs: new Set<string>() };
  const terms = openSearchVolumes(cache);
  const used = new Map<string, TermsPlace>();
  const replaced: TermsPlace[] = [];
  const hasSpare = borrowPages(cache, site);
  const sizes = new Map<string, number>();

  /** Puts a page into the site: its stamp there, and that of its folder where it was asked for. Null where it can't be put there. */
  function place(id: string, { key, kept, folders }: PageEntry): PlacedPage | null {
    // Kept and standing pages are names of one file: the one that stands tells enough.
    const folder = hasSpare && kept.stamp !== null ? folderAlone(site, id, kept.stamp, folders) : null;
    if (folder !== null && kept.stamp !== null) return { stamp: kept.stamp, folder };
    const file = keptPage(cache, id, key);
    const found = intactStamp(file, kept);
    if (found === null) return null;
    makePageFolder(site, id);
    return linkOrCopy(file, pageFile(site, id)) ? { stamp: found, folder: null } : null;
  }

  /**
   * Sets an entry with the folder its page stands in, or leaves it where nothing is new.
   * @param folder its stamp, where it was just asked for
   */
  function note({ file, id }: PagedArticle, entry: PageEntry, isNew: boolean, folder: string | null): void {
    if (entry.kept.stamp !== null) sizes.set(id, Number.parseInt(entry.kept.stamp, 10));
    const found = folder ?? folderStamp(site, id);
    if (found === null || entry.folders.includes(found)) {
      if (isNew) pages.set(file, entry);
    } else pages.set(file, { ...entry, folders: [...entry.folders.slice(-1), found] });
  }

  /** All terms that are in use, in a volume of this build. */
  function rewriteTerms(): void {
    const files = [...used.keys()];
    let next = 0;
    for (const copy of terms.read([...used.values()])) {
      const file = files[next++] ?? '';
      const entry = pages.get(file);
      const place = terms.add(copy);
      used.set(file, place);
      if (entry !== undefined) pages.set(file, { ...entry, terms: place });
    }
  }

  return {
    sizes,
    takePage(article, shown, surroundings) {
      const entry = pages.get(article.file);
      if (entry === undefined || entry.sum !== article.sum || !terms.has(entry.terms)) return null;
      const { findings, kept } = entry;
      const { written } = findings;
      const resolved = written.length === 0 ? NOTHING : resolveReferences(article.file, written, surroundings);
      if (entry.key !== pageKey(article.sum, shown, resolved)) return null;
      const placed = place(article.id, entry);
      if (placed === null) return null;
      const { stamp, folder } = placed;
      const now = stamp === kept.stamp ? entry : { ...entry, kept: { ...kept, stamp } };
      note(article, now, now !== entry, folder);
      wanted.pages.add(keptName(article.id, entry.key));
      used.set(article.file, entry.terms);
      return { key: entry.key, findings, terms: entry.terms, resolved };
    },
    learnPage(article, { sum, key, kept, findings, terms: place, resolved }) {
      wanted.pages.add(keptName(article.id, key));
      const before = pages.get(article.file);
      if (before !== undefined) replaced.push(before.terms);
      used.set(article.file, place);
      note(article, { sum, key, kept, findings, terms: place, folders: before?.folders ?? [] }, true, null);
      return { key, findings, terms: place, resolved };
    },
    takePack(index, key) {
      const entry = packs.get(String(index));
      if (entry?.key !== key) return null;
      const name = packFile(index, entry.version);
      const file = keptPack(cache, index, entry.version);
      if (!placeKept(file, join(site, 'articles', name), entry.kept)) return null;
      wanted.packs.add(name);
      return entry.version;
    },
    learnPack(index, key, { version, kept }) {
      wanted.packs.add(packFile(index, version));
      packs.set(String(index), { key, version, kept });
    },
    removeOthers(ids) {
      if (hasSpare) removeStrays(site, ids);
    },
    packs: wanted.packs,
    terms,
    formerTerms() {
      const former = [...replaced, ...pages.unused().map((entry) => entry.terms), ...used.values()];
      return new Map(former.map((place) => [place.sum, place]));
    },
    save() {
      if (terms.areMany()) rewriteTerms();
      terms.keep(used.values());
      pages.save();
      packs.save();
      removeOthers(join(cache, 'pages'), wanted.pages);
      removeOthers(join(cache, 'packs'), wanted.packs);
    },
  };
}
