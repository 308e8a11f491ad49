import type { ListFilter } from './edition-data.ts';

/** Addresses inside the site: root-relative, without the base path, ending in `/` where they are pages of their own. */

export const homePath = '/';
/** After a `#`: an address that begins with a search. */
export const searchMark = 'search';
export const aboutPath = '/about/';
/** What only this reader's browser knows: what was saved, what was read. */
export const savedPath = '/saved/';
export const historyPath = '/history/';
/** At the end of the address of what was saved: what another device hands over (hand-off.ts). */
export const HAND_OFF = '#take=';
/** What can be read without a network; a file like `404.html`, because it stands in for any page. */
export const offlinePath = '/offline.html';
/** Where settings are explained; with script the link opens them. */
export const settingsPath = '/about/#settings';

export function articlePath(id: string): string {
  return `/a/${encodeURIComponent(id)}/`;
}

/** At the end of an article's address: go on where the reader was. Nothing in an article is called so. */
export const CONTINUE = '#continue';

/** `path` is a category node's path: slugs from the outermost level down, joined by `/`. */
export function categoryPath(path: string): string {
  return `/c/${path.split('/').map(encodeURIComponent).join('/')}/`;
}

export function sourcePath(slug: string): string {
  return `/s/${encodeURIComponent(slug)}/`;
}

/** Where a list lives. */
export function listPath(filter: ListFilter): string {
  if (filter.kind === 'category') return categoryPath(filter.path);
  return filter.kind === 'source' ? sourcePath(filter.slug) : homePath;
}

/** A list's page of older articles, numbered from the oldest. Apart from the lists, where any slug may stand. */
export function archivePath(filter: ListFilter, number: number): string {
  return `/page${listPath(filter)}${number}/`;
}

/** `/a/x/` below `/news/` → `/news/a/x/`. `base` begins and ends with `/`. */
export function withBase(base: string, path: string): string {
  return base + path.slice(1);
}
