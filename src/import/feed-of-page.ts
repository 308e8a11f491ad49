import { resolveAddress } from './absolute-addresses.ts';
import type { Feed, Words } from './feed.ts';
import type { SavedPage } from './page-reader.js';
import { present } from './present.ts';

const text = (value: string): Words => ({ kind: 'text', value });

/**
 * A saved page as a feed of one entry.
 * @param name the page's own among those saved beside it
 */
export function feedOfPage(page: SavedPage, name: string): Feed {
  const found = page.addresses.map((address) => resolveAddress(address, page.base));
  const link = found.find((address) => address !== null) ?? null;
  const site = link === null ? null : new URL(link);
  const draft = {
    guid: `file ${name}`,
    links: present(link),
    title: page.title === '' ? null : text(page.title),
    texts: [{ kind: 'html' as const, value: page.html }],
    summary: page.summary === '' ? null : text(page.summary),
    dates: page.dates,
    updates: [],
    writers: [page.writer],
    source: null,
    tags: page.tags,
    pictures: page.pictures,
    enclosures: [],
    language: page.language,
    base: page.base,
    textBase: null,
    player: null,
  };
  return {
    title: text(page.siteName || (site?.host.replace(/^www\./, '') ?? '')),
    home: site?.origin ?? null,
    self: null,
    language: null,
    base: null,
    entries: [{ number: 1, line: null, draft }],
    problems: [],
  };
}
