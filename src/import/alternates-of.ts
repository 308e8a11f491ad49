import type { AtomFeed } from 'feedsmith';
import { present } from './present.ts';

type Link = AtomFeed.Link<string>;

/** The page of an entry or a feed: an alternate in HTML before any other. */
export function alternatesOf(links: readonly Link[] = []): readonly string[] {
  const alternates = links.filter(({ rel = 'alternate' }) => rel.toLowerCase() === 'alternate');
  const isPage = ({ type = 'text/html' }: Link): boolean => /html/i.test(type);
  const sorted = [...alternates.filter(isPage), ...alternates.filter((link) => !isPage(link))];
  return present(...sorted.map(({ href }) => href));
}
