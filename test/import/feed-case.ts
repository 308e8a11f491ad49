/** What an article of an imported feed must be; what isn't named may be anything. */
export interface ExpectedArticle {
  readonly title: string;
  /** Of the file's HTML. */
  readonly holds?: readonly string[];
  readonly lacks?: readonly string[];
  /** ISO 8601; null for an unknown one. */
  readonly date?: string | null;
  readonly updated?: string | null;
  readonly source?: string;
  readonly categories?: readonly string[];
  readonly tags?: readonly string[];
  readonly original?: string | null;
  readonly cover?: string | null;
  readonly lang?: string | null;
  readonly description?: string;
  /** Lines of the front matter. */
  readonly front?: readonly string[];
}

/** A feed and all that must come of it. */
export interface FeedCase {
  /** What is odd about it; also its file's name. */
  readonly name: string;
  /** With its dot. */
  readonly extension: string;
  /** Giants are made only when they are wanted. */
  readonly content: string | Uint8Array | (() => string | Uint8Array);
  /** All articles, in the order of their titles. */
  readonly articles: readonly ExpectedArticle[];
  /** All that is said, each in part; in any order. */
  readonly says: readonly string[];
}

type Rest = Partial<Pick<FeedCase, 'extension' | 'says'>>;

export function feedCase(
  name: string,
  content: FeedCase['content'],
  articles: readonly ExpectedArticle[],
  { extension = '.xml', says = [] }: Rest = {},
): FeedCase {
  return { name, content, articles, extension, says };
}

const NAMESPACES = [
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  'xmlns:atom="http://www.w3.org/2005/Atom"',
].join(' ');

/** An RSS 2.0 feed, `The Pier`, of these items. */
export function rss(items: string, head = '<title>The Pier</title>\n<link>https://pier.example/</link>'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ${NAMESPACES}>\n<channel>\n${head}\n${items}\n</channel>\n</rss>\n`;
}

/** An item of it with all that an item needs; `more` is XML. */
export function item(title: string, place: string, more = '<description>The tide was out.</description>'): string {
  return [
    `<item><title>${title}</title><link>https://pier.example/${place}</link>`,
    `<guid>https://pier.example/?p=${place}</guid><pubDate>Mon, 21 Sep 2026 06:30:00 GMT</pubDate>`,
    `${more}</item>`,
  ].join('\n');
}

/** An Atom feed, `The Lock`, of these entries. */
export function atom(entries: string, attributes = ''): string {
  return [
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"${attributes}>`,
    '<title>The Lock</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><updated>2026-09-21T06:30:00Z</updated>',
    `<link href="https://lock.example/"/>\n${entries}\n</feed>\n`,
  ].join('\n');
}

/** An entry of it with all that an entry needs. */
export function entry(title: string, place: string, more = '<content type="html">&lt;p&gt;Gates.&lt;/p&gt;</content>') {
  return [
    `<entry><title>${title}</title><id>tag:lock.example,2026:${place}</id><link href="https://lock.example/${place}"/>`,
    `<published>2026-09-21T06:30:00Z</published><updated>2026-09-21T06:30:00Z</updated>${more}</entry>`,
  ].join('\n');
}
