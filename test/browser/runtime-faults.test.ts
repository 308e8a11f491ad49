import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { type ScratchSite, serveScratch } from './build-and-serve.ts';
import { launchChromium } from './chromium.ts';
import { live, openWatched } from './watched-page.ts';

const site = inject('sampleSite');
const KEY = 'broadsheet.settings';
/** Machines that test are busy. */
const patient = { timeout: 15_000 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(() => browser?.close());

/** A page whose reader saves data: nothing is fetched before it is wanted, so that everything can still fail. */
async function openSaving(path: string) {
  const opened = await openWatched(browser);
  await opened.page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } });
  });
  await opened.page.goto(site + path);
  await live(opened.page);
  return opened;
}

/** Does not outlive the document it is set in. */
const mark = (page: Page) => page.evaluate(() => void Object.assign(window, { sameDocument: true }));
const isSameDocument = (page: Page): Promise<boolean> => page.evaluate(() => 'sameDocument' in window);

const firstStory = (page: Page) => page.locator('ol.rows > li article h3 a').first();
const textLength = (page: Page): Promise<number> =>
  page.locator('.article-body').evaluate((body) => body.textContent?.length ?? 0);

async function chooseNoPictures(page: Page): Promise<void> {
  await page.locator('.imprint a', { hasText: '设置' }).click();
  await page.getByRole('radio', { name: '不显示' }).check();
  await page.keyboard.press('Escape');
}

describe('browser storage', () => {
  test.each([
    [
      'that is blocked',
      () => {
        const refuse = {
          get: () => {
            throw new DOMException('blocked', 'SecurityError');
          },
        };
        Object.defineProperty(window, 'localStorage', refuse);
        Object.defineProperty(window, 'sessionStorage', refuse);
      },
    ],
    [
      'that is missing',
      () => {
        Object.defineProperty(window, 'localStorage', { value: null });
        Object.defineProperty(window, 'sessionStorage', { value: null });
      },
    ],
    [
      'that is full',
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      },
    ],
  ])('%s keeps nobody from reading, and a choice lasts as long as the page', async (_, breakStorage) => {
    const { page, faults } = await openWatched(browser);
    await page.addInitScript(breakStorage);
    await page.goto(`${site}/`);
    await live(page);
    await chooseNoPictures(page);
    expect(await page.locator('html').getAttribute('data-pictures')).toBe('never');
    await firstStory(page).click();
    await page.waitForURL(/\/a\//);
    await expect.poll(() => textLength(page), patient).toBeGreaterThan(200);
    expect(await page.locator('html').getAttribute('data-pictures')).toBe('never');
    await page.goBack();
    await firstStory(page).waitFor();
    expect(faults).toEqual([]);
  });

  test.each([
    ['no JSON', '{"version":'],
    ['something else', '[1,2]'],
    ['deep nonsense', `${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['an older program’s settings', '{"version":0,"data":{"images":"off"}}'],
  ])('that holds %s is as if nothing was chosen, and can be chosen anew', async (_, text) => {
    const { page, faults } = await openWatched(browser);
    await page.addInitScript(
      ([key, stored]) => localStorage.getItem(key ?? '') ?? localStorage.setItem(key ?? '', stored ?? ''),
      [KEY, text],
    );
    await page.goto(`${site}/`);
    await live(page);
    expect(await page.locator('html').getAttribute('data-pictures')).toBeNull();
    await chooseNoPictures(page);
    await page.reload();
    await live(page);
    expect(await page.locator('html').getAttribute('data-pictures')).toBe('never');
    expect(faults).toEqual([]);
  });

  test('of a newer program is left as it is, and a choice lasts as long as the page', async () => {
    const text = '{"version":99,"data":{"pictures":"tap","future":{"more":true}}}';
    const { page, faults } = await openWatched(browser);
    await page.addInitScript(([key, stored]) => localStorage.setItem(key ?? '', stored ?? ''), [KEY, text]);
    await page.goto(`${site}/`);
    await live(page);
    expect(await page.locator('html').getAttribute('data-pictures')).toBe('tap');
    await chooseNoPictures(page);
    expect(await page.locator('html').getAttribute('data-pictures')).toBe('never');
    expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toBe(text);
    expect(faults).toEqual([]);
  });
});

describe('a module that fails to load', () => {
  test('because a new edition is out: the link opens the page itself', async () => {
    const { page } = await openSaving('/');
    await page.route(/\/(?:articles|data)\/|\/assets\/(?!start|app|renderer)/, (route) =>
      route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>gone</h1>' }),
    );
    await mark(page);
    const title = (await firstStory(page).innerText()).trim();
    await firstStory(page).click();
    await page.waitForURL(/\/a\//);
    await expect.poll(() => isSameDocument(page), patient).toBe(false);
    expect(await page.locator('h1').innerText()).toBe(title);
    expect(await textLength(page)).toBeGreaterThan(200);
    await page.goBack();
    await firstStory(page).waitFor();
  });

  test('because there is no network: the page says so, and leads on when there is one', async () => {
    const { page } = await openSaving('/');
    const title = (await firstStory(page).innerText()).trim();
    await page.locator('.series').waitFor({ state: 'detached' });
    await page.context().setOffline(true);
    await mark(page);
    await firstStory(page).click();
    await expect.poll(() => page.locator('h1').innerText(), patient).toBe('这一页没能打开');
    expect(await isSameDocument(page)).toBe(true);
    expect(await page.locator('.message a').getAttribute('href')).toMatch(/^\/a\//);
    await page.goBack();
    await firstStory(page).waitFor();
    await page.goForward();
    await expect.poll(() => page.locator('h1').innerText(), patient).toBe('这一页没能打开');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '重新载入' }).click();
    await expect.poll(() => page.locator('h1').innerText(), patient).toBe(title);
    expect(await textLength(page)).toBeGreaterThan(200);
  });

  test('before the app has begun: every page is an ordinary one', async () => {
    const { page } = await openWatched(browser);
    await page.route('**/assets/**', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(`${site}/`);
    await firstStory(page).click();
    await page.waitForURL(/\/a\//);
    expect(await textLength(page)).toBeGreaterThan(200);
    await page.locator('nav.neighbours a').first().click();
    await page.waitForLoadState();
    expect(await textLength(page)).toBeGreaterThan(0);
  });

  test('of the settings: the reader is told, and goes on reading', async () => {
    const { page } = await openSaving('/');
    await page.locator('.series').waitFor({ state: 'detached' });
    await page.context().setOffline(true);
    await page.locator('.imprint a', { hasText: '设置' }).click();
    await page.getByText('设置未能打开，请稍后再试。').waitFor();
    await page.evaluate(() => window.scrollTo(0, 0));
    await firstStory(page).waitFor();
    const title = (await firstStory(page).innerText()).trim();
    await firstStory(page).click();
    // Without a network it may be the page that says so; what matters is that links lead on.
    await page.waitForURL(/\/a\//);
    await page.goBack();
    await expect.poll(async () => (await firstStory(page).innerText()).trim(), patient).toBe(title);
  });
});

/** Rows of the printed home page: of 32 articles some may tell one story. */
async function printedRows(): Promise<number> {
  const html = await (await fetch(`${site}/`)).text();
  return [...html.slice(html.indexOf('<ol class="rows">')).matchAll(/<h3 id="row-/g)].length;
}

describe('data that fails to load', () => {
  test.each([
    ['is gone', { status: 404, body: 'gone' }],
    ['is no data', { status: 200, contentType: 'application/json', body: '<html>' }],
    ['is of another kind', { status: 200, contentType: 'application/json', body: '{"count":"x"}' }],
  ])('and %s leaves the printed rows, and a way to try again', async (_, answer) => {
    const { page } = await openWatched(browser);
    await page.route('**/data/**', (route) => route.fulfill(answer));
    await page.goto(`${site}/`);
    await live(page);
    await page.getByRole('alert').waitFor();
    expect(await page.locator('ol.rows > li').count()).toBe(await printedRows());
    await page.unroute('**/data/**');
    await page.getByRole('alert').getByRole('button').click();
    await expect.poll(() => page.getByRole('alert').count(), patient).toBe(0);
    await page.mouse.wheel(0, 20_000);
    await expect
      .poll(() => page.locator('ol.rows > li').last().getAttribute('aria-posinset'), patient)
      .not.toBe(`${await printedRows()}`);
  });
});

describe('a fault in the app', () => {
  test('in a picture costs the picture, not the text', async () => {
    const { page } = await openWatched(browser);
    await page.addInitScript(() => {
      Object.defineProperty(HTMLImageElement.prototype, 'complete', {
        get: () => {
          throw new Error('broken');
        },
      });
    });
    await page.goto(`${site}/`);
    const illustrated = page.locator('ol.rows article:has(.thumbnail) h3 a').first();
    await page.goto(site + (await illustrated.getAttribute('href')));
    await live(page);
    expect(await textLength(page)).toBeGreaterThan(200);
    expect(await page.locator('.story img').count()).toBe(0);
    expect(await page.locator('.article-body figcaption').count()).toBeGreaterThan(0);
  });

  test('in a whole page opens the page itself, to be read without the app, once', async () => {
    const { page } = await openWatched(browser);
    await page.addInitScript(() => {
      // On pages of articles only: lists set their dates with the same formats.
      const { get } = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format') ?? {};
      Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
        get() {
          if (window.location.pathname.startsWith('/a/')) throw new Error('broken');
          return get?.call(this);
        },
      });
    });
    await page.goto(`${site}/`);
    await live(page);
    const title = (await firstStory(page).innerText()).trim();
    await mark(page);
    await firstStory(page).click();
    await page.waitForURL(/\/a\//);
    await expect.poll(() => isSameDocument(page).catch(() => true), patient).toBe(false);
    await expect.poll(() => page.locator('h1').innerText(), patient).toBe(title);
    await mark(page);
    await page.waitForTimeout(1500);
    expect(await isSameDocument(page)).toBe(true);
    expect(await textLength(page)).toBeGreaterThan(200);
    await page.locator('.masthead .name a').click();
    await page.waitForURL(`${site}/`);
    await live(page);
  });

  test('at its very start leaves the page as it was printed', async () => {
    const { page } = await openWatched(browser);
    await page.addInitScript(() => {
      window.history.replaceState = () => {
        throw new Error('broken');
      };
    });
    await page.goto(`${site}/`);
    await page.waitForTimeout(1000);
    await firstStory(page).click();
    await page.waitForURL(/\/a\//);
    expect(await textLength(page)).toBeGreaterThan(200);
  });
});

describe('articles beyond measure', () => {
  let scratch: ScratchSite;
  const article = (slug: string, title: string, body: string) =>
    `---\ntitle: ${title}\nslug: ${slug}\ncategories: [海岸]\ndate: 2026-11-20\n---\n${body}`;
  beforeAll(async () => {
    scratch = await serveScratch({
      'long.html': article('long', '很长的海岸线', '<p>潮水沿着海岸线走，走到哪里都是岸。</p>\n'.repeat(90_000)),
      'deep.html': article(
        'deep',
        '很深的海',
        `<p>开头。</p>${'<div>'.repeat(100_000)}海底${'</div>'.repeat(100_000)}<p>结尾。</p>`,
      ),
      'short.html': article('short', '很短的一天', '<p>一句话。</p>'),
    });
  });
  afterAll(() => scratch?.close());

  test.each([
    ['5 MB of text', 'long', '潮水沿着海岸线走'],
    ['100,000 nested elements', 'deep', '海底'],
  ])('%s opens cold and in the app, and leads on', async (_, slug, words) => {
    const { page, faults } = await openWatched(browser);
    await page.goto(`${scratch.site}/a/${slug}/`);
    expect(await page.locator('.article-body').innerText()).toContain(words);
    await live(page);
    await page.locator('.masthead .name a').click();
    await page.locator('ol.rows').waitFor();
    await page.locator(`ol.rows a[href="/a/${slug}/"]`).click();
    await page.waitForURL(/\/a\//);
    await expect.poll(() => page.locator('.article-body').innerText(), patient).toContain(words);
    await page.locator('nav.neighbours a').first().click();
    await page.waitForURL((url) => !url.pathname.includes(slug));
    expect(faults).toEqual([]);
  });
});
