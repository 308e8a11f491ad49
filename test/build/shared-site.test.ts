// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed } from '@rowanmanning/feed-parser';
import { describe, expect, test, vi } from 'vitest';
import { atomRules, jsonFeedRules, rssRules } from './feed-rules.ts';
import { articleFile, printedSite } from './printed-site.ts';
import { pngOf } from './temporary-folder.ts';

// Next to a DOM, modules outside the project cannot be loaded.
vi.mock('../../src/build/load-print.ts', () => ({
  loadPrint: async () => ({
    printPage: (request: object) => [JSON.stringify(request)],
    articleCss: '',
    webManifest: String,
  }),
}));

const TITLE = '</script> ]]> $& & <b>\u202Eevil\u0007</b>';
/** What is left of it: text that neither runs nor turns. */
const SHOWN = '</script> ]]> $& & <b>evil</b>';

const BODY = [
  '<p>Fog ]]> &lt;script&gt;alert(1)&lt;/script&gt; over the <a href="tide.html#end">tide</a>.</p>',
  '<script>alert(2)</script><p onclick="alert(3)"><img src="quay.png"></p>',
].join('\n');

const FILES = {
  'fog.html': articleFile(
    TITLE,
    '2024-03-02 08:00:00',
    'slug: fog\nupdated: 2024-03-05 09:00:00\ncategories:\n  - World\n  - Ports\nauthor: The Pier\nheadimg: quay.png\n',
    BODY,
  ),
  'quay.png': pngOf(300, 200),
  'tide.html': articleFile('Tide', '2024-03-01', 'slug: tide\ncategories: [World]\nauthor: The Pier\n'),
  'someday.html': articleFile('Someday', 'never', 'slug: someday\n'),
};

/** Older news, enough for pages of their own. */
const OLD = Object.fromEntries(
  Array.from({ length: 40 }, (_, number) => [
    `old/${number}.html`,
    articleFile(`Old ${number}`, `2020-01-01 00:${10 + number}:00`, `slug: old-${number}\ncategories: [World]\n`),
  ]),
);

const HOME = 'https://paper.example/news/';
const ENV = { SITE_URL: 'https://paper.example', BASE_PATH: '/news/' };

/** Every file of the printed site by its path. */
async function sharedSite(files: Parameters<typeof printedSite>[0] = FILES): Promise<ReadonlyMap<string, string>> {
  const { site } = await printedSite(files, ENV);
  const found = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path.slice(site.length + 1), readFileSync(path, 'utf8')]));
}

const parse = (text: string | undefined) => new DOMParser().parseFromString(text ?? '', 'application/xml');
const locations = (text: string | undefined) => [...parse(text).querySelectorAll('loc')].map((loc) => loc.textContent);

describe('feeds', () => {
  test('of the site and of every category keep the rules', async () => {
    const site = await sharedSite({ ...FILES, ...OLD });
    for (const folder of ['', 'c/world/', 'c/world/ports/', 'c/uncategorised/']) {
      const [rss, atom] = [parse(site.get(`${folder}rss.xml`)), parse(site.get(`${folder}atom.xml`))];
      const json = JSON.parse(site.get(`${folder}feed.json`) ?? '');
      const broken = [
        ...rssRules.filter(({ holds }) => !holds(rss)),
        ...atomRules.filter(({ holds }) => !holds(atom)),
        ...jsonFeedRules.filter(({ holds }) => !holds(json, json.items)),
      ];
      expect([folder, broken.map(({ says }) => says)]).toEqual([folder, []]);
    }
    expect([...site.keys()].filter((path) => path.startsWith('s/') && !path.endsWith('index.html'))).toEqual([]);
  });

  test('hold the newest thirty, whole in the site’s and as excerpts in a category’s', async () => {
    const site = await sharedSite({ ...FILES, ...OLD });
    const own = parseFeed(site.get('rss.xml') ?? '');
    const world = parseFeed(site.get('c/world/rss.xml') ?? '');
    expect([own.items.length, world.items.length]).toEqual([30, 30]);
    expect(own.items.slice(0, 2).map(({ url }) => url)).toEqual([`${HOME}a/fog/`, `${HOME}a/tide/`]);
    expect(own.items[0]?.content).toContain(`<a href="${HOME}a/tide/#end">tide</a>`);
    expect(world.items[0]?.content).toBeNull();
    expect(world.items[0]?.description).toContain('over the tide');
  });

  test('hold nothing that runs, and all of the text', async () => {
    const site = await sharedSite();
    const { items } = JSON.parse(site.get('feed.json') ?? '');
    expect(items[0].title).toBe(SHOWN);
    const body = new DOMParser().parseFromString(items[0].content_html, 'text/html').body;
    expect(body.querySelector('script, [onclick]')).toBeNull();
    expect(body.textContent).toContain('Fog ]]> <script>alert(1)</script> over the tide.');
    expect(body.querySelector('img')?.getAttribute('src')).toMatch(/^https:\/\/paper\.example\/news\/media\/quay-/);
  });

  test('know the picture, its type and its bytes', async () => {
    const enclosure = parse((await sharedSite()).get('rss.xml')).querySelector('enclosure');
    expect(enclosure?.getAttribute('url')).toMatch(/^https:\/\/paper\.example\/news\/media\/quay-[0-9a-f]{10}\.png$/);
    expect(enclosure?.getAttribute('type')).toBe('image/png');
    expect(enclosure?.getAttribute('length')).toBe('33');
  });

  test('are dated by their newest article', async () => {
    const site = await sharedSite();
    expect(parse(site.get('atom.xml')).querySelector('feed > updated')?.textContent).toBe('2024-03-05T01:00:00.000Z');
    const undated = parse(site.get('c/uncategorised/atom.xml'));
    expect(undated.querySelector('published')).toBeNull();
    expect(parse(site.get('c/uncategorised/rss.xml')).querySelector('lastBuildDate, pubDate')).toBeNull();
  });
});

/** For readers without script, and a reader's own: what only their browser knows. */
const UNLISTED = /^(?:page|saved|history)\//;

test('the sitemap names every page that others may want, robots.txt names it', async () => {
  const site = await sharedSite({ ...FILES, ...OLD });
  const pages = [...site.keys()].filter((path) => path.endsWith('index.html') && !UNLISTED.test(path));
  const addresses = pages.map((path) => HOME + path.replace(/index\.html$/, ''));
  expect(locations(site.get('sitemap.xml')).toSorted()).toEqual(addresses.toSorted());
  expect(parse(site.get('sitemap.xml')).querySelector('lastmod')).not.toBeNull();
  expect(site.get('robots.txt')).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${HOME}sitemap.xml\n`);
  expect(site.get('_headers')).toMatch(/^\/news\/a\/\*\n {2}Content-Security-Policy: default-src/m);
});

test('lists with more than 32 articles have pages of older ones', async () => {
  const site = await sharedSite({ ...FILES, ...OLD });
  const archives = [...site.keys()].filter((path) => path.startsWith('page/'));
  expect(archives.toSorted()).toEqual(['page/1/index.html', 'page/c/world/1/index.html']);
  const { data } = JSON.parse(site.get('index.html') ?? '');
  expect(data.older).toMatch(/^\/page\/1\/#row-old-\d+$/);
});

test('a new article changes no feed, list or older page it is not in', async () => {
  const before = await sharedSite({ ...FILES, ...OLD });
  const news = articleFile('News', '2024-04-01', 'slug: news\ncategories: [Weather]\nauthor: The Vane\n');
  const after = await sharedSite({ ...FILES, ...OLD, 'news.html': news });
  const feeds = [...before.keys()].filter((path) => /rss\.xml|atom\.xml|feed\.json|^page\//.test(path));
  const changed = feeds.filter((path) => before.get(path) !== after.get(path));
  expect(changed.toSorted()).toEqual(['atom.xml', 'feed.json', 'rss.xml']);
});

test('the same articles give the same bytes', async () => {
  const [one, two] = [await sharedSite(), await sharedSite()];
  const strip = (site: ReadonlyMap<string, string>) => [...site].filter(([path]) => path !== '.keep');
  expect(strip(one)).toEqual(strip(two));
});
