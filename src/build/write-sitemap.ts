import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { aboutPath, articlePath, listPath, withBase } from '../edition/addresses.ts';
import type { ListPlan } from './list-pages.ts';
import type { Edition } from './read-edition.ts';
import { type SitemapEntry, sitemapFiles } from './sitemap.ts';
import { writeSiteFile } from './write-site-file.ts';

export interface SitemapTarget {
  readonly folder: string;
  /** Of the site, absolute, with the base path. */
  readonly home: string;
}

/**
 * Writes the sitemap and a robots.txt that names it. The owner's own robots.txt, from public/, stays. Search engines read the
 * latter at a host's root only: below a base path it does nothing, and the sitemap is to be named there.
 */
export function writeSitemap(edition: Edition, lists: readonly ListPlan[], { folder, home }: SitemapTarget): void {
  for (const { name, content } of sitemapFiles(addresses(edition, lists, home), home)) {
    writeSiteFile(folder, name, content);
  }
  if (existsSync(join(folder, 'robots.txt'))) return;
  writeSiteFile(folder, 'robots.txt', `User-agent: *\nAllow: /\n\nSitemap: ${home}sitemap.xml\n`);
}

/** Articles oldest first, then lists: what is new comes at an end. */
function* addresses(edition: Edition, lists: readonly ListPlan[], home: string): Generator<SitemapEntry> {
  const changes = edition.articles.map(({ date, updated }) => updated ?? date);
  for (const [position, { id }] of edition.articles.entries()) {
    yield { address: withBase(home, articlePath(id)), changed: changes[position] ?? null };
  }
  for (const { filter, newest } of lists) {
    const changed = newest.map((position) => changes[position] ?? null).find((date) => date !== null) ?? null;
    yield { address: withBase(home, listPath(filter)), changed };
  }
  yield { address: withBase(home, aboutPath), changed: null };
}
