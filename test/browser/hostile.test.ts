import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readArticle } from '../../src/article/read-article.ts';
import { type ScratchSite, serveScratch } from './build-and-serve.ts';
import { launchChromium } from './chromium.ts';
import { openTab, pageFaults, type WatchedTab } from './hostile-detector.ts';
import { type HostileArticle, hostileArticles } from './hostile-site.ts';
import { live } from './watched-page.ts';

const TABS = 4;
const sample = inject('sampleSite');

let browser: Browser;
let scratch: ScratchSite;
let site = '';
const articles = hostileArticles();
beforeAll(async () => {
  browser = await launchChromium();
  scratch = await serveScratch(Object.fromEntries(articles.map(({ file, text }) => [file, text])));
  site = scratch.site;
}, 600_000);
afterAll(async () => {
  await browser?.close();
  scratch?.close();
});

/** Every published article: where it is and which file it came from. */
async function published(): Promise<readonly { readonly path: string; readonly article: HostileArticle }[]> {
  const folder = join(scratch.folder, 'articles');
  const entries = await Promise.all(readdirSync(folder).map((file) => entriesOf(join(folder, file))));
  return entries.flat().map(({ id, file }) => {
    const article = articles.find((candidate) => candidate.file === file);
    if (!article) throw new Error(`no article was written as ${file}`);
    return { path: `/a/${id}/`, article };
  });
}

async function entriesOf(pack: string): Promise<{ id: string; file: string }[]> {
  const { default: entries } = await import(/* @vite-ignore */ pathToFileURL(pack).href);
  return entries;
}

interface Bad {
  readonly file: string;
  readonly how: string;
  readonly faults: readonly string[];
}

async function look(tab: WatchedTab, article: HostileArticle | null, how: string): Promise<readonly Bad[]> {
  const seen = await tab.page.evaluate(pageFaults, { guards: article?.guards ?? [] });
  const faults = [...seen, ...(await tab.take())];
  return faults.length === 0 ? [] : [{ file: article?.file ?? tab.page.url(), how, faults: faults.slice(0, 12) }];
}

/** Until the app shows the whole of this article; what it shows by then is looked at in any case. */
async function shownWhole({ page }: WatchedTab, article: HostileArticle | null): Promise<void> {
  const words = article?.guards[0]?.words ?? '';
  await page
    .waitForFunction(
      (first) => {
        const body = document.querySelector('.article-body');
        return body?.textContent?.includes(first) && !body.hasAttribute('aria-busy');
      },
      words,
      { timeout: 20_000 },
    )
    .catch(() => {});
}

/** Each cold, and its older neighbour by a click. */
async function readAll(pages: Awaited<ReturnType<typeof published>>): Promise<readonly Bad[]> {
  const tab = await openTab(browser, site, true);
  const bad: Bad[] = [];
  for (const { path, article } of pages) {
    await tab.page.goto(site + path);
    bad.push(...(await look(tab, article, 'static page')));
    await live(tab.page);
    const next = await tab.page.evaluate(() => {
      const older = document.querySelector<HTMLAnchorElement>('nav.neighbours a.older');
      older?.click();
      return older?.pathname;
    });
    if (next === undefined) continue;
    const there = everything.get(next) ?? null;
    await shownWhole(tab, there);
    bad.push(...(await look(tab, there, 'in the app')));
  }
  await tab.context.close();
  return bad;
}
const everything = new Map<string, HostileArticle>();

describe('hostile articles, with the content security policy switched off', () => {
  test('every page of every vector is harmless and whole, opened cold and by a click', async () => {
    const pages = await published();
    expect(pages.length).toBe(articles.length);
    for (const { path, article } of pages) everything.set(path, article);
    const share = Math.ceil(pages.length / TABS);
    const shares = Array.from({ length: TABS }, (_, at) => pages.slice(at * share, (at + 1) * share));
    const bad = (await Promise.all(shares.map(readAll))).flat();
    expect(bad).toEqual([]);
  }, 600_000);

  test('lists, feeds and maps are harmless and well-formed', async () => {
    const tab = await openTab(browser, site, true);
    const bad: Bad[] = [];
    await tab.page.goto(`${site}/`);
    const links = await tab.page
      .locator('a[href^="/c/"], a[href^="/s/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    for (const path of ['/', '/about/', '/nothing-here/', ...new Set(links.slice(0, 8))]) {
      await tab.page.goto(site + path);
      bad.push(...(await look(tab, null, path)));
    }
    const broken = await tab.page.evaluate(xmlFaults, ['/rss.xml', '/atom.xml', '/sitemap.xml']);
    await tab.context.close();
    expect([...bad, ...broken]).toEqual([]);
    for (const item of (await (await fetch(`${site}/feed.json`)).json()).items) expect(item.title).not.toBe('');
  }, 300_000);
});

/** Runs in the page: feeds that no reader could parse, or whose links lead elsewhere. */
async function xmlFaults(paths: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const path of paths) {
    const parsed = new DOMParser().parseFromString(await (await fetch(path)).text(), 'application/xml');
    if (parsed.querySelector('parsererror, script')) faults.push(`${path} is not well-formed`);
    for (const link of parsed.querySelectorAll('channel > item > link, loc, entry > id'))
      if (!link.textContent?.startsWith('https://paper.example/')) faults.push(`${path} leads to ${link.textContent}`);
  }
  return faults;
}

/** Articles whose titles, sources, descriptions, tags and categories are all one hostile text. */
const titled = articles
  .filter(({ file }) => /^(?:title|twin)-/.test(file))
  .map(({ file, text }) => ({
    path: `/a/${file.replace('.html', '')}/`,
    ...readArticle(text, { file, timeZone: 'Asia/Shanghai' }).meta,
  }));

describe('a hostile title is the same text', () => {
  let tab: WatchedTab;
  beforeAll(async () => {
    tab = await openTab(browser, site, true);
    await tab.page.goto(`${site}/about/`);
  });
  afterAll(() => tab.context.close());

  test('in the window’s title, the heading, previews and structured data', async () => {
    const found = await tab.page.evaluate(
      headsOf,
      titled.map(({ path }) => path),
    );
    for (const [at, { path, title, tags }] of titled.entries())
      expect({ path, ...found[at] }).toEqual({
        path,
        window: `${title} - Broadsheet`.replaceAll(/\s+/g, ' '),
        texts: [title, title, title, title, title],
        tags,
      });
  });

  test('in lists, on pages of categories and sources and in their addresses', async () => {
    const found = await tab.page.evaluate(
      listsOf,
      titled.map(({ path }) => path),
    );
    expect(found.faults).toEqual([]);
    expect(
      found.addresses.filter((address) => !/^\/[cs]\/[a-z0-9\p{L}\p{N}._~/-]+\/$/u.test(decodeURI(address))),
    ).toEqual([]);
    const rows = new Map(found.rows);
    const listed = titled.filter(({ path }) => rows.has(path));
    expect(listed.length).toBeGreaterThan(20);
    for (const { path, title } of listed) expect([path, rows.get(path)]).toEqual([path, title]);
  });

  test('in all feeds', async () => {
    const feeds = await tab.page.evaluate(feedTitles);
    for (const entries of feeds) {
      const titles = new Map(entries);
      const fed = titled.filter(({ path }) => titles.has(`https://paper.example${path}`));
      expect(fed.length).toBeGreaterThan(20);
      for (const { path, title } of fed) expect(titles.get(`https://paper.example${path}`)).toBe(title);
    }
  });

  test('among results of a search, where it is marked', async () => {
    await tab.page.goto(`${site}/?q=${encodeURIComponent('trap(1)')}`);
    await tab.page.locator('.rows h3 mark').first().waitFor();
    const rows = await tab.page
      .locator('.rows h3 a')
      .evaluateAll((all) => all.map((link) => [link.getAttribute('href'), link.textContent] as const));
    const titles = new Map(titled.map(({ path, title }) => [path, title]));
    const known = rows.filter(([path]) => titles.has(path ?? ''));
    expect(known.length).toBeGreaterThan(3);
    for (const [path, title] of known) expect(title).toBe(titles.get(path ?? ''));
    expect(await look(tab, null, 'search')).toEqual([]);
  });

  test('in the fold of copies and below the article they repeat', async () => {
    await tab.page.goto(`${site}/`);
    await live(tab.page);
    const fold = tab.page.locator('.row-copies').first();
    await fold.locator('summary').click();
    await fold.locator('a bdi').first().waitFor();
    const texts = await fold.locator('a bdi').allTextContents();
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(titled.map(({ title }) => title)).toContain(text);
    await fold.locator('a').first().click();
    await tab.page.locator('aside.more-stories .copies a').first().waitFor();
    expect(await look(tab, null, 'copies')).toEqual([]);
  });
});

/** Runs in the page: what the heads of articles say. */
async function headsOf(paths: readonly string[]) {
  const found = [];
  for (const path of paths) {
    const page = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
    const content = (name: string) => page.querySelector(name)?.getAttribute('content');
    const known = JSON.parse(page.querySelector('script[type="application/ld+json"]')?.textContent ?? '');
    const [article, crumbs] = known['@graph'];
    const heading = page.querySelector('h1')?.textContent;
    const social = [content('meta[property="og:title"]'), content('meta[name="twitter:title"]')];
    const texts = [heading, ...social, article.headline, crumbs.itemListElement.at(-1).name];
    const tags = [...page.querySelectorAll('meta[property="article:tag"]')].map((tag) => tag.getAttribute('content'));
    found.push({ window: page.title, texts, tags });
  }
  return found;
}

/** Runs in the page: the titles of the home list, and whether every category and source of an article leads to its page. */
async function listsOf(paths: readonly string[]) {
  const read = async (path: string) => {
    const answer = await fetch(path);
    return { ok: answer.ok, page: new DOMParser().parseFromString(await answer.text(), 'text/html') };
  };
  const addresses = new Set<string>();
  const faults: string[] = [];
  for (const path of paths)
    for (const link of (await read(path)).page.querySelectorAll('.path a, .facts a')) {
      const address = link.getAttribute('href') ?? '';
      if (addresses.has(address)) continue;
      addresses.add(address);
      const { ok, page } = await read(address);
      const heading = page.querySelector('h1')?.textContent ?? '';
      if (!ok || !heading.includes(link.textContent ?? ''))
        faults.push(`${address}: ${heading} for ${link.textContent}`);
    }
  const rows = [...(await read('/')).page.querySelectorAll('.rows h3 a')].map(
    (link) => [link.getAttribute('href') ?? '', link.textContent ?? ''] as const,
  );
  return { addresses: [...addresses], faults, rows };
}

/** Runs in the page: address and title of the entries of RSS, Atom and JSON Feed. */
async function feedTitles() {
  const text = async (path: string) => (await fetch(path)).text();
  const xml = async (path: string) => new DOMParser().parseFromString(await text(path), 'application/xml');
  const words = (entry: Element, name: string) => entry.querySelector(name)?.textContent ?? '';
  const rss = [...(await xml('/rss.xml')).querySelectorAll('item')].map(
    (item) => [words(item, 'link'), words(item, 'title')] as const,
  );
  const atom = [...(await xml('/atom.xml')).querySelectorAll('entry')].map(
    (entry) => [entry.querySelector('link')?.getAttribute('href') ?? '', words(entry, 'title')] as const,
  );
  const json: { url: string; title: string }[] = JSON.parse(await text('/feed.json')).items;
  return [rss, atom, json.map(({ url, title }) => [url, title] as const)];
}

describe('a reader’s own address and storage', () => {
  const MARKUP = '"><img src=/favicon.svg onerror=trap(1) onload=trap(1)><script>trap(1)</script>';
  test.each([
    ['markup that is searched for', `/?q=${encodeURIComponent(MARKUP)}`],
    ['properties of objects', '/?q=javascript:trap(1)&sort=constructor&is=__proto__'],
    [
      'categories, sources and days',
      `/?c=__proto__&c=constructor/toString&-c=..&src=${encodeURIComponent(MARKUP)}&from=2024-99-99&to=-1`,
    ],
    ['very many words', `/?q=${'%F0%9F%8F%B3%EF%B8%8F'.repeat(300)}&from=__proto__`],
    ['broken percent signs and a deep path', `/?q=%00%ff%u003c&c=${'a/'.repeat(900)}`],
    ['a category nobody has', `/c/__proto__/?q=${encodeURIComponent(MARKUP)}`],
    ['markup for a path', `/${encodeURIComponent(MARKUP)}/`],
    ['markup behind #', `/#${MARKUP}`],
    ['prototypes', '/about/?constructor=1&__proto__[x]=1#javascript:trap(1)'],
  ])('%s in an address: harmless', async (_, address) => {
    const tab = await openTab(browser, site, true);
    await tab.page.goto(site + address);
    await tab.page.waitForTimeout(400);
    const bad = await look(tab, null, address);
    await tab.context.close();
    expect(bad).toEqual([]);
  });

  test.each([
    ['markup', JSON.stringify({ version: 1, data: { pictures: MARKUP, rows: MARKUP, __proto__: MARKUP } })],
    ['a prototype', '{"version":1,"data":{"__proto__":{"pictures":"tap"},"constructor":"cards","pictures":["tap"]}}'],
    ['a list', '{"version":1,"data":["pictures","tap"]}'],
    ['no JSON', MARKUP],
    ['nothing', 'null'],
    [
      'words for marks',
      `{"version":1,"data":{"read":[["${'x'.repeat(99)}",1,null,-5],[{},1]],"saved":[["../../x",1e99,0,1e99]]}}`,
    ],
    ['searches', JSON.stringify({ version: 1, data: [MARKUP, { toString: 1 }, MARKUP] })],
  ])('%s in storage is harmless', async (_, stored) => {
    const tab = await openTab(browser, site, true);
    await tab.page.addInitScript((text) => {
      for (const key of ['settings', 'marks', 'searches']) localStorage.setItem(`broadsheet.${key}`, text);
      sessionStorage.setItem('broadsheet-scroll', text);
    }, stored);
    const bad: Bad[] = [];
    for (const path of ['/', titled[0]?.path ?? '']) {
      await tab.page.goto(site + path);
      await live(tab.page);
      await tab.page.locator('.search input').focus();
      bad.push(...(await look(tab, null, path)));
      const said = await tab.page.evaluate(() => ({ ...document.documentElement.dataset }));
      expect(Object.values(said).filter((value) => !/^(?:tap|never|compact|)$/.test(value ?? ''))).toEqual([]);
    }
    await tab.context.close();
    expect(bad).toEqual([]);
  });

  test.each(['tap', 'never'])(
    'pictures that wait (%s) say hostile descriptions as words',
    async (setting) => {
      const tab = await openTab(browser, site, true);
      await tab.page.addInitScript(
        (pictures) => localStorage.setItem('broadsheet.settings', JSON.stringify({ version: 1, data: { pictures } })),
        setting,
      );
      const bad: Bad[] = [];
      for (const { path } of (await published()).filter((_, at) => at % 20 === 0)) {
        await tab.page.goto(site + path);
        bad.push(...(await look(tab, null, 'before the app')));
        await live(tab.page);
        bad.push(...(await look(tab, null, setting)));
      }
      await tab.context.close();
      expect(bad).toEqual([]);
    },
    300_000,
  );
});

describe('the detector', () => {
  let tab: WatchedTab;
  let unsafe = '';
  beforeAll(async () => {
    tab = await openTab(browser, site, true);
    await tab.page.route('**/unsafe/', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: unsafe }),
    );
  });
  afterAll(() => tab.context.close());

  test.each([
    ['script run', '<p onclick="0">话</p><img src="/favicon.svg" onload="trap()">'],
    ['dialog: alert', '<img src="/favicon.svg" onload="alert(1)">'],
    ['popup: open', '<img src="/favicon.svg" onload="window.open()">'],
    [
      'submitted form',
      '<form onsubmit="return false"><button>x</button></form><img src="/favicon.svg" onload="document.forms[0].requestSubmit()">',
    ],
    ['handler: onclick', '<p onclick="0">话</p>'],
    ['outside request: script', '<link rel="modulepreload" href="https://evil.example/x.js">'],
    ['forbidden element: <iframe>', '<iframe></iframe>'],
    ['forbidden element: <object>', '<object></object>'],
    ['forbidden element: <embed>', '<embed>'],
    ['forbidden element: <svg>', '<svg></svg>'],
    ['forbidden element: <math>', '<math></math>'],
    ['forbidden element: <form> in the article', '<form></form>'],
    ['forbidden element: <input> in the article', '<input>'],
    ['forbidden element: <style> in the article', '<style></style>'],
    ['forbidden element: <meta> in the article', '<meta content="1">'],
    ['forbidden element: <link> in the article', '<link>'],
    ['forbidden element: <base> in the article', '<base>'],
    ['forbidden address: href', '<a href=" java\nscript:trap(1)">话</a>'],
    ['forbidden address: src', '<img src="data:text/html,x">'],
    ['forbidden attribute: srcset', '<img srcset="/favicon.svg 1x">'],
    ['forbidden attribute: ping', '<a ping="/x">话</a>'],
    ['clobbered: id=root', '<p id="root">话</p>'],
    ['clobbered: name=x', '<a name="x">话</a>'],
    ['overlay: fixed', '<p style="position:fixed">话</p>'],
    ['overlay: absolute', '<p style="position:absolute">话</p>'],
    ['overlay: sticky', '<p style="position:sticky">话</p>'],
    ['overlay: fixed <div> at the centre', '<div style="position:fixed;inset:0">话</div>'],
    ['CSS url', '<p style="background:url(/x)">话</p>'],
    ['style attribute', '<p style="color:red">话</p>'],
    ['link out', '<a href="https://evil.example/">话</a>'],
    ['link target', '<a href="/" target="root">话</a>'],
    ['lost: 一段好话', '<p>话</p>'],
    ['crash', '<img src="/favicon.svg" onload="throw new Error(1)">'],
    ['navigation: https://evil.example/', '<img src="/favicon.svg" onload="location = \'https://evil.example/\'">'],
  ])('sees %s', async (fault, hostile) => {
    unsafe = `<!doctype html><div id="root"><article><h1>题</h1><div class="article-body">${hostile}</div></article></div>`;
    await tab.page.goto(`${site}/unsafe/`, { waitUntil: 'load' });
    const seen = await tab.page
      .evaluate(pageFaults, { guards: [{ words: '一段好话', src: 'x', caption: 'x' }] })
      .catch(() => []);
    await expect.poll(async () => [...seen, ...(await tab.take())].some((found) => found.startsWith(fault))).toBe(true);
    await tab.page.goto('about:blank');
    await tab.take();
  });

  test('sees a page that is blank', async () => {
    unsafe = '<!doctype html><div id="root"></div>';
    await tab.page.goto(`${site}/unsafe/`);
    const seen = await tab.page.evaluate(pageFaults, { guards: [] });
    expect(seen).toEqual(['blank page: no heading', 'blank page: no text']);
  });
});

describe('with the content security policy on', () => {
  test('no page of any kind violates it', async () => {
    const tab = await openTab(browser, sample, false);
    const { page } = tab;
    await page.goto(`${sample}/`);
    await live(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator('.open-sections').first().click();
    await page.locator('.sheet').waitFor();
    const find = (selector: string) => page.locator(selector).first().getAttribute('href');
    const paths = [await find('a[href^="/c/"]'), await find('a[href^="/s/"]'), '/about/', '/no-such-page/', '/page/0/'];
    const stories = await page
      .locator('ol.rows h3 a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    for (const path of [...paths, ...stories.slice(0, 6)]) {
      await page.goto(sample + (path ?? '/'));
      if (path !== '/page/0/') await live(page);
    }
    const faults = await tab.take();
    await tab.context.close();
    expect(faults.filter((fault) => /policy|script|crash|console/.test(fault))).toEqual([]);
  }, 120_000);

  test('hostile articles do not even try', async () => {
    const tab = await openTab(browser, site, false);
    const pages = await published();
    for (const { path } of pages.filter((_, at) => at % 12 === 0)) {
      await tab.page.goto(site + path);
      await live(tab.page);
    }
    const faults = await tab.take();
    await tab.context.close();
    expect(faults).toEqual([]);
  }, 300_000);
});
