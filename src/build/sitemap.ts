/** An address for search engines. */
export interface SitemapEntry {
  /** Absolute. */
  readonly address: string;
  /** Milliseconds since 1970, or null where unknown. */
  readonly changed: number | null;
}

export interface SitemapFile {
  readonly name: string;
  readonly content: string;
}

/** What sitemaps.org allows in one file. */
const MOST_ADDRESSES = 50_000;
const MOST_BYTES = 50 * 1024 * 1024;

const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

interface Limits {
  readonly addresses: number;
  readonly bytes: number;
}

/**
 * `sitemap.xml`, and where one file can't hold all addresses, its parts. Entries keep their order, so that parts that are
 * full stay as they are when others follow.
 * @param home the site's own address, with the base path
 */
export function sitemapFiles(
  entries: Iterable<SitemapEntry>,
  home: string,
  limits: Limits = { addresses: MOST_ADDRESSES, bytes: MOST_BYTES },
): readonly SitemapFile[] {
  const parts = partsOf(entries, limits);
  if (parts.length <= 1) return [{ name: 'sitemap.xml', content: urlSet(parts[0]?.urls ?? []) }];
  const files = parts.map(({ urls }, index) => ({ name: `sitemap-${index + 1}.xml`, content: urlSet(urls) }));
  const maps = parts.map(({ changed }, index) => element('sitemap', `${home}sitemap-${index + 1}.xml`, changed));
  const content = `${DECLARATION}<sitemapindex ${NAMESPACE}>\n${maps.join('')}</sitemapindex>\n`;
  return [{ name: 'sitemap.xml', content }, ...files];
}

interface Part {
  readonly urls: string[];
  changed: number | null;
  bytes: number;
}

function partsOf(entries: Iterable<SitemapEntry>, limits: Limits): readonly Part[] {
  const parts: Part[] = [];
  const frame = Buffer.byteLength(urlSet([]));
  for (const { address, changed } of entries) {
    const url = element('url', address, changed);
    const bytes = Buffer.byteLength(url);
    let part = parts.at(-1);
    if (part === undefined || part.urls.length === limits.addresses || part.bytes + bytes > limits.bytes) {
      part = { urls: [], changed: null, bytes: frame };
      parts.push(part);
    }
    part.urls.push(url);
    part.bytes += bytes;
    if (changed !== null) part.changed = Math.max(part.changed ?? changed, changed);
  }
  return parts;
}

function urlSet(urls: readonly string[]): string {
  return `${DECLARATION}<urlset ${NAMESPACE}>\n${urls.join('')}</urlset>\n`;
}

function element(name: 'url' | 'sitemap', address: string, changed: number | null): string {
  const date = changed === null ? '' : `<lastmod>${new Date(changed).toISOString()}</lastmod>`;
  return `<${name}><loc>${escapeXml(address)}</loc>${date}</${name}>\n`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
