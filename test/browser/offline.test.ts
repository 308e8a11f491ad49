import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { violationsInThemes } from './axe-violations.ts';
import { launchChromium } from './chromium.ts';
import { type CuttableSite, serveCuttable } from './cuttable-site.ts';
import { live, openWatched } from './watched-page.ts';

const patient = { timeout: 20_000 };
const allowed: BrowserContextOptions = { serviceWorkers: 'allow' };

const waters = ['退潮', '涨潮', '平流', '回流', '大潮', '小潮', '潮头', '潮间'];

/** No two alike: copies of one story would stand in one row. */
function paragraph(title: string, day: number): string {
  const words = Array.from({ length: 24 }, (_, at) => waters[(day * (at + 3) + at * at) % waters.length]);
  return `<p>${title}。</p><p>潮水一遍一遍地回到原来的地方：${words.map((word, at) => `第${day * 7 + at}次是${word}`).join('，')}。</p>`;
}

function story(slug: string, title: string, day: number, more: { category?: string; body?: string } = {}): string {
  const { category = '海岸', body = paragraph(title, day) } = more;
  const date = new Date(Date.UTC(2026, 9, day, 4)).toISOString().slice(0, 16).replace('T', ' ');
  return `---\ntitle: ${title}\nslug: ${slug}\ncategories: [${category}]\nauthor: 海岸通讯\ndate: ${date}\n---\n${body}\n`;
}

/** Forty by the sea, the newest 40 days after the oldest, and twelve in the mountains. */
function firstEdition(): Record<string, string> {
  const coast = Array.from({ length: 40 }, (_, at) => [
    `coast-${at}.html`,
    story(`coast${at}`, `海岸第${at}天`, at + 1),
  ]);
  const hills = Array.from({ length: 12 }, (_, at) => [
    `hill-${at}.html`,
    story(`hill${at}`, `山里第${at}天`, 3 * at + 2, { category: '山地' }),
  ]);
  return Object.fromEntries([...coast, ...hills]);
}

let browser: Browser;
let paper: CuttableSite;

beforeAll(async () => {
  browser = await launchChromium();
  paper = await serveCuttable('/news/', firstEdition());
});
afterEach(async () => {
  paper.mend();
  paper.hold(null);
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser?.close();
  paper?.close();
});

/** Paths in the site's caches, without origin and base, by the cache's purpose. */
const cached = (page: Page, name: string): Promise<string[]> =>
  page.evaluate(async (purpose) => {
    const cache = await caches.open(`broadsheet /news/ ${purpose}`);
    return (await cache.keys()).map(({ url }) => url.replace(`${location.origin}/news`, ''));
  }, name);

interface Known {
  readonly id: string;
  readonly saved: boolean;
  readonly lists: readonly string[];
  readonly pictures: readonly { readonly address: string }[];
}

/** What is known of the kept articles. */
const kept = (page: Page): Promise<readonly Known[]> =>
  page.evaluate(async () => {
    const opened = indexedDB.open('broadsheet /news/');
    await new Promise((done) => opened.addEventListener('success', done));
    const all = opened.result.transaction('articles').objectStore('articles').getAll();
    await new Promise((done) => all.addEventListener('success', done));
    opened.result.close();
    return all.result;
  });
const keptIds = async (page: Page) => (await kept(page)).map(({ id }) => id);

/** Opens a page, and waits until what it has loaded is kept. */
async function visit(path: string, options: BrowserContextOptions = {}) {
  const opened = await openWatched(browser, { ...allowed, ...options });
  await opened.page.goto(paper.site + path);
  await settled(opened.page);
  return opened;
}

/** The worker answers for the page, and has put in order what it keeps. */
async function settled(page: Page): Promise<void> {
  await live(page);
  await page.waitForFunction(() => {
    const stored = localStorage.getItem('broadsheet.offline /news/');
    return navigator.serviceWorker.controller !== null && stored !== null && JSON.parse(stored).data.settled !== null;
  });
}

const heading = (page: Page): Promise<string> => page.locator('h1').innerText();
const bodyText = (page: Page): Promise<string> => page.locator('.article-body').innerText();
const link = (page: Page, slug: string) => page.locator(`ol.rows a[href="/news/a/${slug}/"]`);
const searchField = (page: Page) => page.locator('input[type="search"]');
/** A list grows when the edition has come. */
const scrolledTo = (page: Page, slug: string) =>
  expect
    .poll(async () => {
      await page.mouse.wheel(0, 20_000);
      return link(page, slug).count();
    }, patient)
    .toBe(1);
const goOffline = (context: BrowserContext) => {
  paper.cut();
  return context.setOffline(true);
};

/** Opens an article from a list, in the app, and waits until it is kept. */
async function readInApp(page: Page, slug: string): Promise<void> {
  await link(page, slug).click();
  await page.waitForURL(`**/a/${slug}/`);
  await live(page);
  await expect.poll(() => keptIds(page), patient).toContain(slug);
  await page.goBack();
  await link(page, slug).waitFor();
}

describe('without a network, after one visit', () => {
  test('lists, articles that were opened, search and settings are all there', async () => {
    const { page, faults } = await visit('/');
    await readInApp(page, 'coast39');
    await searchField(page).fill('山里第1天');
    await expect.poll(() => page.locator('ol.rows > li').count(), patient).toBe(1);
    await searchField(page).fill('');
    await link(page, 'coast39').waitFor();
    await goOffline(page.context());

    // In the app.
    await link(page, 'coast39').click();
    await expect.poll(() => bodyText(page), patient).toContain('潮水一遍一遍');
    // As a page of its own.
    await page.reload();
    expect(await heading(page)).toBe('海岸第39天');
    await live(page);

    await page.goto(`${paper.site}/`);
    await live(page);
    await link(page, 'coast39').waitFor();
    expect(await page.locator('.list-head [role="status"]').innerText()).toContain('52');
    await scrolledTo(page, 'coast0');

    await searchField(page).fill('山里第1天');
    await expect.poll(() => page.locator('ol.rows > li').count(), patient).toBe(1);
    await page.locator('.imprint').getByText('设置').click();
    await page.getByRole('radio', { name: '深色' }).check();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(faults).toEqual([]);
  });

  test('a shared link was the visit: the article and the front page are there', async () => {
    const { page } = await visit('/a/hill3/');
    await expect.poll(() => keptIds(page), patient).toContain('hill3');
    await goOffline(page.context());
    await page.goto(`${paper.site}/a/hill3/?from=mail`);
    expect(await heading(page)).toBe('山里第3天');
    await page.locator('.masthead .name a').click();
    await link(page, 'coast39').waitFor();
  });

  test('what was never opened leads to what can be read: by address, and from a list', async () => {
    const { page, faults } = await visit('/');
    await readInApp(page, 'coast38');
    await goOffline(page.context());
    await page.goto(`${paper.site}/a/coast2/`);
    await expect.poll(() => heading(page), patient).toBe('离线阅读');
    expect(page.url()).toBe(`${paper.site}/a/coast2/`);
    await page.locator('.kept-articles a').getByText('海岸第38天').click();
    await expect.poll(() => heading(page), patient).toBe('海岸第38天');

    await page.goto(`${paper.site}/c/hai-an/`);
    await expect.poll(() => heading(page), patient).toBe('离线阅读');
    await page.goto(`${paper.site}/`);
    await live(page);
    await scrolledTo(page, 'coast0');
    await link(page, 'coast0').click();
    await expect.poll(() => heading(page), patient).toBe('离线阅读');
    // Back where there is a network: the page itself comes.
    paper.mend();
    await page.context().setOffline(false);
    await expect.poll(() => heading(page), patient).toBe('海岸第0天');
    expect(faults).toEqual([]);
  });

  test('a network that is there and brings nothing is waited for only where nothing is kept', async () => {
    const { page } = await visit('/a/coast5/');
    await expect.poll(() => keptIds(page), patient).toContain('coast5');
    paper.hold(/./);
    await page.goto(`${paper.site}/a/coast5/`, { waitUntil: 'commit' });
    await expect.poll(() => heading(page).catch(() => ''), patient).toBe('海岸第5天');
  });

  test('is said in a small line, that leads to what can be read', async () => {
    const { page } = await visit('/a/coast6/');
    await expect.poll(() => keptIds(page), patient).toContain('coast6');
    const note = page.locator('.offline-note');
    expect(await note.innerText()).toBe('');
    await goOffline(page.context());
    await note.getByText('离线').waitFor();
    await note.getByText('可读 1 篇').click();
    await page.locator('.kept-articles').getByText('海岸第6天').waitFor();
  });
});

describe('pictures', () => {
  const far = 'https://pictures.example/far.png';
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const hostile = [
    `<p>一张远方的图。</p><p><img src="${far}" width="400" height="300"></p>`,
    '<p><img src="/news/sw.js?x"></p><p><img src="/news/data/edition.json"></p><p><img src="/news/a/coast1/"></p>',
    '<p><a href="/news/sw.js?next">worker</a></p>',
    `<p>${'远方的海是什么颜色？'.repeat(30)}</p>`,
  ].join('');

  let gallery: CuttableSite;
  beforeAll(async () => {
    gallery = await serveCuttable('/news/', { 'far.html': story('far', '远方', 3, { body: hostile }) });
  });
  afterAll(() => gallery?.close());

  async function openFar(page: Page): Promise<string[]> {
    const asked: string[] = [];
    await page.context().route('https://pictures.example/**', (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: 'image/png', body: pixel });
    });
    await page.goto(`${gallery.site}/a/far/`);
    await settled(page);
    return asked;
  }
  const isShown = (page: Page) =>
    page.locator(`.article-body img[src="${far}"]`).evaluate((image: HTMLImageElement) => image.naturalWidth > 0);

  test('of an opened article are kept once they were seen, those of other hosts too', async () => {
    const { page } = await openWatched(browser, allowed);
    await openFar(page);
    await expect.poll(async () => (await kept(page)).flatMap((article) => article.pictures), patient).toHaveLength(1);
    await page.context().unroute('https://pictures.example/**');
    await page.context().route('https://pictures.example/**', (route) => route.abort());
    gallery.cut();
    await page.context().setOffline(true);
    await page.goto(`${gallery.site}/a/far/`);
    await expect.poll(() => isShown(page), patient).toBe(true);
    gallery.mend();
  });

  test('that the reader doesn’t want are never asked for', async () => {
    const { page } = await openWatched(browser, allowed);
    await page.addInitScript(() => {
      localStorage.setItem('broadsheet.settings', '{"version":1,"data":{"pictures":"never"}}');
    });
    const asked = await openFar(page);
    await expect.poll(() => keptIds(page), patient).toEqual(['far']);
    await page.locator('.save').click();
    await expect.poll(async () => (await kept(page))[0]?.saved, patient).toBe(true);
    expect((await kept(page))[0]?.pictures).toEqual([]);
    expect(asked).toEqual([]);
  });

  test('whose addresses are of the site’s own files put nothing in the place of those', async () => {
    const { page } = await openWatched(browser, allowed);
    await openFar(page);
    await page.reload();
    await settled(page);
    const everything = await page.evaluate(async () => {
      const found: string[] = [];
      for (const name of await caches.keys()) {
        for (const { url } of await (await caches.open(name)).keys()) found.push(url);
      }
      return found;
    });
    expect(everything.filter((address) => address.includes('sw.js'))).toEqual([]);
    const registrations = await page.evaluate(async () =>
      (await navigator.serviceWorker.getRegistrations()).map(({ active, scope }) => [active?.scriptURL, scope]),
    );
    expect(registrations).toEqual([[`${gallery.site}/sw.js`, `${gallery.site}/`]]);
    expect(await page.evaluate(async () => (await (await fetch('/news/data/edition.json')).json()).count)).toBe(1);
  });
});

describe('what is kept', () => {
  const setLimit = (page: Page, bytes: number) =>
    page.evaluate(async (limit) => {
      const opened = indexedDB.open('broadsheet /news/');
      await new Promise((done) => opened.addEventListener('success', done));
      const put = opened.result.transaction('settings', 'readwrite').objectStore('settings').put(limit, 'limit');
      await new Promise((done) => put.addEventListener('success', done));
      opened.result.close();
    }, bytes);

  test('stays within the limit: the oldest goes, what is saved stays', async () => {
    const { page } = await visit('/');
    await link(page, 'coast39').click();
    await page.locator('.save').click();
    await expect.poll(async () => (await kept(page)).map(({ saved }) => saved), patient).toEqual([true]);
    await page.goBack();
    await readInApp(page, 'coast38');
    await setLimit(page, 90_000);
    await readInApp(page, 'coast37');
    await expect.poll(() => keptIds(page), patient).toEqual(['coast37', 'coast39']);
    expect((await cached(page, 'articles')).toSorted()).toEqual(['/a/coast37/', '/a/coast39/']);
  });

  test('is saved articles as soon as they are saved, and no longer than they are', async () => {
    const { page } = await visit('/a/hill4/');
    await page.evaluate(() => {
      const marks = { read: [], saved: [['hill5', 1, null, 5, '山里第5天', '海岸通讯']] };
      localStorage.setItem('broadsheet.marks', JSON.stringify({ version: 1, data: marks }));
    });
    await page.reload();
    await settled(page);
    await expect.poll(() => keptIds(page), patient).toContain('hill5');
    await goOffline(page.context());
    await page.goto(`${paper.site}/a/hill5/`);
    await expect.poll(() => heading(page), patient).toBe('山里第5天');
    await page.locator('.save').click();
    await page.context().setOffline(false);
    paper.mend();
    await page.goto(`${paper.site}/a/hill4/`);
    await settled(page);
    const saved = async () => (await kept(page)).filter((article) => article.saved).map(({ id }) => id);
    await expect.poll(saved, patient).toEqual([]);
  });

  test('is shown in the settings, limited and cleared there', async () => {
    const { page } = await visit('/a/coast7/');
    await expect.poll(() => keptIds(page), patient).toEqual(['coast7']);
    await page.locator('.imprint').getByText('设置').click();
    await page.getByText('已留存 1 篇').waitFor();
    await page.getByRole('radio', { name: '50 MB' }).check();
    await page.getByRole('button', { name: '清除' }).click();
    await page.getByText('已清除').waitFor();
    expect(await kept(page)).toEqual([]);
    await page.getByRole('radio', { name: '关', exact: true }).check();
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
      .toBe(0);
    await page.reload();
    await live(page);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  });

  test('makes room where the device is full, and the page comes all the same', async () => {
    const { page, faults } = await visit('/');
    await readInApp(page, 'coast36');
    const devtools = await page.context().newCDPSession(page);
    const { usage } = await devtools.send('Storage.getUsageAndQuota', { origin: new URL(paper.site).origin });
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(paper.site).origin, quotaSize: usage });
    await page.goto(`${paper.site}/a/coast35/`);
    expect(await heading(page)).toBe('海岸第35天');
    await live(page);
    await expect.poll(() => keptIds(page), patient).not.toContain('coast36');
    expect(faults).toEqual([]);
  });
});

describe('a list that is kept', () => {
  const openSheet = async (page: Page) => {
    await page.locator('.keep-list').click();
    return page.locator('.keep-list-sheet');
  };
  const isKeptList = async (page: Page) =>
    (await kept(page)).filter(({ lists }) => lists.includes('/c/shan-di/')).length;

  test('says what it takes, comes whole, and reads without a network', async () => {
    const { page, faults } = await visit('/c/shan-di/');
    const sheet = await openSheet(page);
    await sheet.getByText(/需要下载 12 篇，约 [\d.]+ MB/).waitFor();
    await sheet.getByRole('button', { name: '开始下载' }).click();
    await sheet.getByText('已全部留存 · 12 / 12 篇').waitFor();
    expect(await isKeptList(page)).toBe(12);
    await goOffline(page.context());
    await page.goto(`${paper.site}/c/shan-di/`);
    await live(page);
    await link(page, 'hill0').click();
    await expect.poll(() => bodyText(page), patient).toContain('山里第0天');
    await page.goto(`${paper.site}/a/hill7/`);
    expect(await bodyText(page)).toContain('山里第7天');
    expect(faults).toEqual([]);
  });

  test('pauses, goes on after the page was loaded anew, and lets all go when it is cancelled', async () => {
    const { page } = await visit('/c/shan-di/');
    const sheet = await openSheet(page);
    await sheet.getByText('需要下载').waitFor();
    // Some come, the others hang.
    paper.hold(/\/a\/hill[0-5]\//);
    await sheet.getByRole('button', { name: '开始下载' }).click();
    await sheet.getByRole('button', { name: '暂停' }).click();
    await sheet.getByText('已暂停').waitFor();
    paper.hold(null);
    await page.reload();
    await settled(page);
    const before = await isKeptList(page);
    expect(before).toBeLessThan(12);
    await (await openSheet(page)).getByText('已暂停').waitFor();
    await sheet.getByRole('button', { name: '继续' }).click();
    await sheet.getByText('已全部留存').waitFor();
    expect(await isKeptList(page)).toBe(12);
    await sheet.getByRole('button', { name: '移除' }).click();
    await sheet.getByText('需要下载').waitFor();
    await expect.poll(() => isKeptList(page), patient).toBe(0);
    expect(await cached(page, 'articles')).toEqual([]);
  });

  test('goes on by itself where the page was closed on the way', async () => {
    const { page } = await visit('/c/shan-di/');
    const sheet = await openSheet(page);
    await sheet.getByText('需要下载').waitFor();
    paper.hold(/\/a\/hill[0-5]\//);
    await sheet.getByRole('button', { name: '开始下载' }).click();
    await expect.poll(() => isKeptList(page), patient).toBeGreaterThan(2);
    const context = page.context();
    await page.close();
    paper.hold(null);
    const other = await context.newPage();
    await other.goto(`${paper.site}/about/`);
    await settled(other);
    await expect.poll(() => isKeptList(other), patient).toBe(12);
  });

  test('waits while there is no network, and goes on when there is', async () => {
    const { page } = await visit('/c/shan-di/');
    const sheet = await openSheet(page);
    await sheet.getByText('需要下载').waitFor();
    await goOffline(page.context());
    await sheet.getByRole('button', { name: '开始下载' }).click();
    await sheet.getByText('等待网络').waitFor();
    paper.mend();
    await page.context().setOffline(false);
    await sheet.getByText('已全部留存 · 12 / 12 篇').waitFor();
  });
});

test('can be installed: Chromium finds nothing wrong', async () => {
  const { page } = await visit('/');
  const devtools = await page.context().newCDPSession(page);
  const { url, errors, data } = await devtools.send('Page.getAppManifest');
  expect(url).toBe(`${paper.site}/manifest.webmanifest`);
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data ?? '');
  expect([manifest.id, manifest.start_url, manifest.scope]).toEqual(['/news/', '/news/', '/news/']);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // A window in private mode, which all tests are in, can't install anything.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (address) => {
      const { width, height } = await createImageBitmap(await (await fetch(address)).blob());
      return `${width}x${height}`;
    }, src);
    expect(size).toBe(sizes);
  }
  for (const { url: shortcut } of manifest.shortcuts) expect((await fetch(new URL(shortcut, url))).status).toBe(200);
});

test('the worker knows no article', () => {
  const worker = readFileSync(join(paper.folder, 'sw.js'), 'utf8');
  expect(worker).toContain('assets/app-');
  expect(worker).not.toMatch(/coast\d|hill\d|海岸|shan-di/);
});

describe('where nothing can be kept', () => {
  test.each([
    [
      'because the browser has no workers',
      () => {
        Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
      },
    ],
    [
      'because they are forbidden, as in a private window',
      () => {
        const refuse = async () => Promise.reject(new DOMException('no', 'SecurityError'));
        Object.defineProperty(ServiceWorkerContainer.prototype, 'register', { value: refuse });
        Object.defineProperty(IDBFactory.prototype, 'open', {
          value: () => {
            throw new DOMException('no', 'SecurityError');
          },
        });
      },
    ],
  ])('%s, everything else works, and nobody complains', async (_, forbid) => {
    const { page, faults } = await openWatched(browser, allowed);
    await page.addInitScript(forbid);
    await page.goto(`${paper.site}/`);
    await live(page);
    await link(page, 'coast39').click();
    await expect.poll(() => bodyText(page), patient).toContain('潮水一遍一遍');
    await page.locator('.imprint').getByText('设置').click();
    await page.getByRole('radio', { name: '深色' }).check();
    // Longer than it takes to begin.
    await page.waitForFunction(() => performance.now() > 6000);
    expect(
      await page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('broadsheet'))),
    ).toEqual([]);
    expect(faults).toEqual([]);
  });
});

describe('what reading offline adds to the pages', () => {
  test('has no fault axe knows', async () => {
    const { page } = await visit('/c/shan-di/');
    await page.locator('.keep-list').click();
    await page.locator('.keep-list-sheet').getByText('需要下载').waitFor();
    expect(await violationsInThemes(page)).toEqual([]);
    await page.getByRole('button', { name: '开始下载' }).click();
    await page.getByText('已全部留存').waitFor();
    expect(await violationsInThemes(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.imprint').getByText('设置').click();
    await page.getByText('已留存 12 篇').waitFor();
    expect(await violationsInThemes(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await goOffline(page.context());
    await page.locator('.offline-note').getByText('可读 12 篇').waitFor();
    expect(await violationsInThemes(page)).toEqual([]);
    await page.goto(`${paper.site}/a/coast3/`);
    await page.locator('.kept-articles').waitFor();
    expect(await violationsInThemes(page)).toEqual([]);
  });
});

// Last, because they change the paper.
describe('a new edition', () => {
  let page: Page;
  let day = 0;
  beforeEach(async () => {
    day += 1;
    ({ page } = await visit('/'));
  });
  const deployNews = () => paper.deploy({ [`news-${day}.html`]: story(`news${day}`, `最新消息${day}`, 50 + day) });
  const lookForNews = () => page.evaluate(() => window.dispatchEvent(new Event('online')));

  test('is offered, changes nothing by itself, and is there when it is asked for', async () => {
    await readInApp(page, 'coast39');
    const old = [...(await cached(page, 'data')), ...(await cached(page, 'tables'))];
    const oldColumns = old.find((path) => path.includes('columns-'));
    await link(page, 'coast39').click();
    await expect.poll(() => heading(page), patient).toBe('海岸第39天');
    await deployNews();
    await lookForNews();
    const note = page.locator('.offline-note');
    await note.getByText('新一期已到').waitFor();
    expect(await heading(page)).toBe('海岸第39天');
    expect(await cached(page, 'data')).toContain(oldColumns);

    await page.goBack();
    await link(page, 'coast39').waitFor();
    await note.getByRole('button', { name: '换上' }).click();
    await link(page, `news${day}`).waitFor();
    await expect.poll(() => note.innerText(), patient).toBe('');
    // What the old edition alone had is gone, what both have stays.
    await expect
      .poll(async () => (await cached(page, 'data')).filter((path) => path.includes('columns-')), patient)
      .toHaveLength(1);
    expect(await cached(page, 'data')).not.toContain(oldColumns);
    expect(await keptIds(page)).toContain('coast39');
    // And the new one is there without a network.
    await goOffline(page.context());
    await page.goto(`${paper.site}/`);
    await live(page);
    await link(page, `news${day}`).waitFor();
  });

  test('that took the old files away leaves an open page reading what it has', async () => {
    await readInApp(page, 'coast39');
    await deployNews();
    await link(page, 'coast39').click();
    await expect.poll(() => bodyText(page), patient).toContain('潮水一遍一遍');
    await page.locator('.imprint').getByText('设置').click();
    await page.getByRole('radio', { name: '深色' }).check();
    await page.keyboard.press('Escape');
    await page.goBack();
    // And one it doesn't have is found where it is now.
    await link(page, 'coast37').click();
    await expect.poll(() => heading(page), patient).toBe('海岸第37天');
    await expect.poll(() => bodyText(page), patient).toContain('潮水一遍一遍');
  });

  test('is what one sees who simply loads the page again', async () => {
    await deployNews();
    await page.reload();
    await link(page, `news${day}`).waitFor();
    await settled(page);
    await lookForNews();
    expect(await page.locator('.offline-note').innerText()).toBe('');
  });

  test('brings a kept list its new articles', async () => {
    await page.goto(`${paper.site}/c/shan-di/`);
    await page.locator('.keep-list').click();
    await page.getByRole('button', { name: '开始下载' }).click();
    await page.getByText('已全部留存').waitFor();
    await paper.deploy({ 'hill-new.html': story('hillnew', '山里的新路', 60, { category: '山地' }) });
    await page.goto(`${paper.site}/`);
    await expect.poll(() => keptIds(page), patient).toContain('hillnew');
  });
});

describe('a new program', () => {
  let version = 0;
  /** Gives the app's entry another name, everywhere: what a deploy of changed code looks like from outside. */
  function deployProgram(): { readonly old: string; readonly fresh: string } {
    version += 1;
    const html = readFileSync(join(paper.folder, 'index.html'), 'utf8');
    const old = /<script type="module" src="\/news\/assets\/([\w.-]+\.js)"/.exec(html)?.[1] ?? '';
    const fresh = old.replace(/-[\w-]+\.js$/, `-fresh${String(version).padStart(3, '0')}.js`);
    for (const name of readdirSync(paper.folder, { recursive: true, encoding: 'utf8' })) {
      if (!/(?:\.html|sw\.js)$/.test(name)) continue;
      const file = join(paper.folder, name);
      const text = readFileSync(file, 'utf8');
      // A file of the build's may be another name of one in its cache.
      rmSync(file);
      writeFileSync(file, text.replaceAll(old, fresh));
    }
    renameSync(join(paper.folder, 'assets', old), join(paper.folder, 'assets', fresh));
    return { old, fresh };
  }
  const entry = (page: Page) => page.locator('script[type="module"]').getAttribute('src');

  test('is offered to who reads with the old one, and takes its place when it is asked to', async () => {
    const { page, faults } = await visit('/');
    const { old, fresh } = deployProgram();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    const note = page.locator('.offline-note');
    await note.getByText('新一期已到').waitFor();
    expect(await cached(page, 'shell')).toContain(`/assets/${old}`);
    // Meanwhile what the old one needs is there.
    await page.locator('.imprint').getByText('设置').click();
    await page.getByRole('radio', { name: '深色' }).waitFor();
    await page.keyboard.press('Escape');
    await note.getByRole('button', { name: '换上' }).click();
    await expect.poll(() => entry(page).catch(() => ''), patient).toBe(`/news/assets/${fresh}`);
    await live(page);
    await expect.poll(() => cached(page, 'shell'), patient).not.toContain(`/assets/${old}`);
    expect(await cached(page, 'shell')).toContain(`/assets/${fresh}`);
    expect(faults).toEqual([]);
  });

  test('is not offered to who has it already; the worker follows when no other page is open', async () => {
    const { page } = await visit('/');
    const { old, fresh } = deployProgram();
    await page.reload();
    await settled(page);
    expect(await entry(page)).toBe(`/news/assets/${fresh}`);
    await expect.poll(() => cached(page, 'shell'), patient).not.toContain(`/assets/${old}`);
    expect(await page.locator('.offline-note').innerText()).toBe('');
  });

  test('waits for the other pages that are open', async () => {
    const { page } = await visit('/');
    const other = await page.context().newPage();
    await other.goto(`${paper.site}/about/`);
    await live(other);
    const { old, fresh } = deployProgram();
    await page.reload();
    await settled(page);
    await expect.poll(() => cached(page, 'shell'), patient).toContain(`/assets/${fresh}`);
    expect(await cached(page, 'shell')).toContain(`/assets/${old}`);
    const waiting = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state);
    // Its files are there before it is done with installing.
    await expect.poll(waiting, patient).toBe('installed');
    await other.close();
    await page.reload();
    await expect.poll(() => cached(page, 'shell').catch(() => [old]), patient).not.toContain(`/assets/${old}`);
  });
});
