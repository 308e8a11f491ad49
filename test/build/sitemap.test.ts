// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { type SitemapEntry, sitemapFiles } from '../../src/build/sitemap.ts';

const home = 'https://paper.example/news/';
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const W3C_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

function entries(count: number): SitemapEntry[] {
  return Array.from({ length: count }, (_, number) => ({
    address: `${home}a/${number}/`,
    changed: number % 2 === 0 ? Date.UTC(2026, 0, 1 + number) : null,
  }));
}

function parse(xml: string): Document {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  expect(document.querySelector('parsererror')).toBeNull();
  return document;
}

const texts = (document: Document, name: string) =>
  [...document.querySelectorAll(name)].map((found) => found.textContent ?? '');

/** sitemaps.org/protocol */
const rules: readonly {
  readonly says: string;
  readonly holds: (map: Document, root: string, child: string) => boolean;
}[] = [
  {
    says: 'is of its namespace',
    holds: (map, root) => map.documentElement.localName === root && map.documentElement.namespaceURI === NAMESPACE,
  },
  {
    says: 'holds nothing else',
    holds: (map, _, child) => [...map.documentElement.children].every(({ localName }) => localName === child),
  },
  {
    says: 'has one address an entry',
    holds: (map, _, child) => [...map.querySelectorAll(child)].every((one) => one.querySelectorAll('loc').length === 1),
  },
  {
    says: 'has addresses below its own, under 2,048 characters',
    holds: (map) =>
      texts(map, 'loc').every((address) => address.startsWith(home) && address.length < 2048 && URL.canParse(address)),
  },
  { says: 'dates as W3C has it', holds: (map) => texts(map, 'lastmod').every((date) => W3C_DATE.test(date)) },
  { says: 'has no address twice', holds: (map) => new Set(texts(map, 'loc')).size === texts(map, 'loc').length },
];

const [one] = sitemapFiles(entries(5), home);
const many = sitemapFiles(entries(5), home, { addresses: 2, bytes: 1e6 });

describe('a sitemap', () => {
  test.each(rules)('$says', ({ holds }) => expect(holds(parse(one?.content ?? ''), 'urlset', 'url')).toBe(true));

  test('leaves unknown dates out', () => {
    const [first, second] = parse(one?.content ?? '').querySelectorAll('url');
    expect(first?.querySelector('lastmod')?.textContent).toBe('2026-01-01T00:00:00.000Z');
    expect(second?.querySelector('lastmod')).toBeNull();
  });

  test('escapes addresses', () => {
    const address = `${home}a/?x=1&y='"<>`;
    const [file] = sitemapFiles([{ address, changed: null }], home);
    expect(texts(parse(file?.content ?? ''), 'loc')).toEqual([address]);
  });
});

describe('more addresses than one file may hold', () => {
  test.each(rules)('the index $says', ({ holds }) =>
    expect(holds(parse(many[0]?.content ?? ''), 'sitemapindex', 'sitemap')).toBe(true),
  );

  test('come in parts the index names, each dated by its newest', () => {
    expect(many.map(({ name }) => name)).toEqual(['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml', 'sitemap-3.xml']);
    const index = parse(many[0]?.content ?? '');
    expect(texts(index, 'loc')).toEqual([1, 2, 3].map((part) => `${home}sitemap-${part}.xml`));
    expect(texts(index, 'lastmod')[0]).toBe('2026-01-01T00:00:00.000Z');
    expect(many.slice(1).flatMap(({ content }) => texts(parse(content), 'loc'))).toHaveLength(5);
  });

  test('leave full parts as they were when others follow', () => {
    const later = sitemapFiles(entries(6), home, { addresses: 2, bytes: 1e6 });
    expect(later.slice(1, 3)).toEqual(many.slice(1, 3));
  });

  test('come in parts by size, too', () => {
    const files = sitemapFiles(entries(5), home, { addresses: 50, bytes: 300 });
    expect(files.slice(1).every(({ content }) => Buffer.byteLength(content) <= 300)).toBe(true);
    expect(files.length).toBeGreaterThan(3);
  });

  test('begin after fifty thousand', () => {
    expect(sitemapFiles(entries(50_000), home)).toHaveLength(1);
    expect(sitemapFiles(entries(50_001), home)).toHaveLength(3);
  });
});
