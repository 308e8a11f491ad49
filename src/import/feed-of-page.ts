import { resolveAddress } from './absolute-addresses.ts';
import type { Feed, Words } from './feed.ts';
import type { SavedPage } from './page-reader.js';
import { present } from './present.ts';

const text = (value: string): Words => ({ kind: 'text', value });

/** Browsers name a page they save after its title; `index` is the name of what nobody has named. */
function titleOfFile(name: string): Words | null {
  const stem = (name.split(/[\\/]/).at(-1) ?? '').replace(/\.x?html?$/i, '').trim();
  return stem === '' || /^(?:index|default)$/i.test(stem) ? null : text(stem);
}

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
    title: page.title === '' ? titleOfFile(name) : text(page.title),
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
