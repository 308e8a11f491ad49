import { listPath } from './addresses.ts';
import type { ListFilter } from './edition-data.ts';

/** The feeds of a list, beside its page, with their media types. */
export const feedFiles = [
  { file: 'rss.xml', type: 'application/rss+xml', name: 'RSS' },
  { file: 'atom.xml', type: 'application/atom+xml', name: 'Atom' },
  { file: 'feed.json', type: 'application/feed+json', name: 'JSON Feed' },
] as const;

/** The site and every category have feeds; a source is a feed already, where it came from. */
export function hasFeeds(filter: ListFilter): boolean {
  return filter.kind !== 'source';
}

/** Root-relative, without the base path: `/c/finance/rss.xml`. */
export function feedPath(filter: ListFilter, file: (typeof feedFiles)[number]['file']): string {
  return listPath(filter) + file;
}
