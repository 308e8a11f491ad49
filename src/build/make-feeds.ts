import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import type { feedFiles } from '../edition/feed-files.ts';
import { site } from '../site.ts';

/** One article in a feed. */
export interface FeedEntry {
  /** Absolute; also what tells it apart from all others. */
  readonly address: string;
  readonly title: string;
  readonly excerpt: string;
  /** Milliseconds since 1970, or null where unknown. */
  readonly date: number | null;
  readonly updated: number | null;
  readonly source: string | null;
  /** Outermost level first. */
  readonly categories: readonly string[];
  readonly lang: string | null;
  readonly picture: FeedPicture | null;
  /** The whole text; null where the excerpt must do. */
  readonly html: string | null;
}

export interface FeedPicture {
  /** Absolute. */
  readonly address: string;
  /** Null where its name doesn't say. */
  readonly type: string | null;
  /** 0 where unknown, as is the custom. */
  readonly bytes: number;
}

export interface Feed {
  readonly title: string;
  readonly description: string;
  /** Absolute address of the list. */
  readonly home: string;
  /** When its newest article appeared or was changed, in milliseconds since 1970; null where no date is known. */
  readonly updated: number | null;
  readonly entries: readonly FeedEntry[];
}

type FeedFile = (typeof feedFiles)[number]['file'];

/** The three files of a feed. The same feed gives the same bytes: no clock is asked. */
export function makeFeeds(feed: Feed): Readonly<Record<FeedFile, string>> {
  return { 'rss.xml': rss(feed), 'atom.xml': atom(feed), 'feed.json': json(feed) };
}

function rss({ title, description, home, updated, entries }: Feed): string {
  const xml = generateRssFeed({
    ...{ title: xmlText(title), description: xmlText(description), link: home, language: site.lang },
    ...{ generator: site.name, ...(updated !== null && { lastBuildDate: new Date(updated) }) },
    atom: { links: [{ href: `${home}rss.xml`, rel: 'self', type: 'application/rss+xml' }] },
    items: entries.map((entry) => ({
      ...{ title: xmlText(entry.title), link: entry.address, guid: { value: entry.address, isPermaLink: true } },
      // Readers take it for HTML.
      description: escapeText(xmlText(entry.excerpt)),
      ...(entry.date !== null && { pubDate: new Date(entry.date) }),
      // RSS's own <author> is an address of e-mail.
      ...(entry.source !== null && { dc: { creators: [xmlText(entry.source)] } }),
      categories: entry.categories.map((name) => ({ name: xmlText(name) })),
      ...enclosuresOf(entry, (url, type, length) => ({ enclosures: [{ url, type, length }] })),
      ...(entry.html !== null && { content: { encoded: xmlText(entry.html) } }),
    })),
  });
  return withoutIndents(xml);
}

function atom({ title, description, home, updated, entries }: Feed): string {
  const xml = generateAtomFeed({
    ...{ id: home, title: plain(title), subtitle: plain(description), updated: new Date(updated ?? 0) },
    links: [
      { href: home, rel: 'alternate', type: 'text/html' },
      { href: `${home}atom.xml`, rel: 'self', type: 'application/atom+xml' },
    ],
    authors: [{ name: site.name }],
    generator: { text: site.name },
    entries: entries.map((entry) => ({
      ...{ id: entry.address, title: plain(entry.title) },
      // Required, so an unknown date is that of the feed.
      updated: new Date(entry.updated ?? entry.date ?? updated ?? 0),
      ...(entry.date !== null && { published: new Date(entry.date) }),
      links: [
        { href: entry.address, rel: 'alternate', type: 'text/html' },
        ...(enclosuresOf(entry, (href, type) => [{ href, rel: 'enclosure', type }]) ?? []),
      ],
      ...(entry.source !== null && { authors: [{ name: xmlText(entry.source) }] }),
      categories: entry.categories.map((name) => ({ term: xmlText(name) })),
      summary: plain(entry.excerpt || entry.title),
      ...(entry.html !== null && { content: { value: xmlText(entry.html), type: 'html' } }),
    })),
  });
  return withoutIndents(xml);
}

function json({ title, description, home, entries }: Feed): string {
  const feed = generateJsonFeed({
    ...{ title, description, home_page_url: home, feed_url: `${home}feed.json`, language: site.lang },
    items: entries.map((entry) => ({
      ...{ id: entry.address, url: entry.address, title: entry.title, summary: entry.excerpt || entry.title },
      ...(entry.html === null ? { content_text: entry.excerpt || entry.title } : { content_html: entry.html }),
      ...(entry.picture !== null && { image: entry.picture.address }),
      ...(entry.date !== null && { date_published: new Date(entry.date) }),
      ...(entry.updated !== null && { date_modified: new Date(entry.updated) }),
      ...(entry.source !== null && { authors: [{ name: entry.source }] }),
      tags: [...entry.categories],
      ...(entry.lang !== null && { language: entry.lang }),
    })),
  });
  return `${JSON.stringify(feed)}\n`;
}

/** What `make` makes of a picture whose type is known; nothing for others, because a wrong type is worse than none. */
function enclosuresOf<Made>(
  { picture }: FeedEntry,
  make: (address: string, type: string, bytes: number) => Made,
): Made | null {
  return picture?.type ? make(picture.address, picture.type, picture.bytes) : null;
}

/** Characters that XML has no way to write, lone surrogates among them. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function xmlText(text: string): string {
  return text.replace(UNWRITABLE, '');
}

function plain(text: string): { readonly value: string; readonly type: 'text' } {
  return { value: xmlText(text), type: 'text' };
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * The library sets every text in CDATA on lines of its own, and some readers take those lines for a part of the title. Neither
 * mark can stand in a text as it is: `]]>` is taken apart, and no text of ours holds an opening after a line's end.
 */
function withoutIndents(xml: string): string {
  return xml.replace(/>\n *<!\[CDATA\[/g, '><![CDATA[').replace(/\]\]>\n *<\//g, ']]></');
}
