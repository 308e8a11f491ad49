import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { violationsInThemes } from './axe-violations.ts';
import { launchChromium } from './chromium.ts';
import { live, openWatched } from './watched-page.ts';

const site = inject('sampleSite');
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let browser: Browser;
let articles: Awaited<ReturnType<typeof printedArticles>>;
beforeAll(async () => {
  browser = await launchChromium();
  articles = await printedArticles();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(() => browser?.close());

/** The address and the HTML of every article of the sample edition. */
async function printedArticles(): Promise<readonly (readonly [string, string])[]> {
  const sitemap = await (await fetch(`${site}/sitemap.xml`)).text();
  const paths = [...new Set(Array.from(sitemap.matchAll(/\/a\/[^/<]+\//g), ([path]) => path))];
  return Promise.all(paths.map(async (path) => [path, await (await fetch(site + path)).text()] as const));
}

/** An article that holds a piece of HTML. */
function articleWith(piece: string): string {
  const found = articles.find(([, html]) => html.includes(piece));
  if (!found) throw new Error(`no article of the sample edition has ${piece}`);
  return found[0];
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => `${document.activeElement?.tagName.toLowerCase()}.${document.activeElement?.className}`);

/** Whether the focused element, or what it draws over its row, has a line round it. */
const focusShows = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    return [undefined, '::after'].some((part) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element, part);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
  });

describe('axe finds nothing in any theme', () => {
  test.each([
    ['the front page', '/'],
    ['a page that is not there', '/a/no-such-article/'],
    ['the page about the paper', '/about/'],
  ])('on %s', async (_, path) => {
    const { page } = await openWatched(browser);
    await page.goto(site + path);
    await live(page);
    expect(await violationsInThemes(page)).toEqual([]);
  });

  test.each([
    ['what was searched for', '/?q=%E7%81%AF%E5%A1%94', 'ol.rows mark'],
    ['a search that finds nothing', '/?q=%E7%84%A1%E6%AD%A4%E4%BA%8Bxyz', '.nothing'],
    ['a list of two categories', '/?c=hai-an&c=tian-wen', '.chips'],
    ['a source', '/s/cha-shi/', 'ol.rows'],
    ['a list of older articles', '/page/1/', '.archive'],
    ['the page for when there is no network', '/offline.html', 'h1'],
  ])('on %s', async (_, path, sign) => {
    for (const options of [{}, phone]) {
      const { page } = await openWatched(browser, options);
      await page.goto(site + path);
      await page.locator(sign).first().waitFor();
      expect.soft(await violationsInThemes(page)).toEqual([]);
    }
  });

  test('in a category, and in the sheet it was chosen from', async () => {
    const { page } = await openWatched(browser, phone);
    await page.goto(`${site}/`);
    await live(page);
    await page.locator('a.open-sections').tap();
    await page.locator('dialog.sheet[open]').waitFor();
    expect(await violationsInThemes(page)).toEqual([]);
    await page.locator('dialog.sheet a[href^="/c/"]').first().tap();
    await page.waitForURL(/\/c\//);
    await page.locator('dialog.sheet').waitFor({ state: 'hidden' });
    expect(await violationsInThemes(page)).toEqual([]);
  });

  test('in articles with pictures, tables, code, players and a list of what was removed', async () => {
    const { page } = await openWatched(browser, phone);
    const signs = ['<table', '<pre', 'class="embed"', 'class="removed"', 'class="gallery', 'formula-room', 'lang="ja"'];
    const paths = signs.map(articleWith);
    for (const path of new Set(paths)) {
      await page.goto(site + path);
      await live(page);
      const removed = page.locator('.removed summary');
      if ((await removed.count()) > 0) await removed.click();
      expect.soft(await violationsInThemes(page), path).toEqual([]);
    }
  });

  test('in the settings', async () => {
    const { page } = await openWatched(browser, phone);
    await page.goto(`${site}/`);
    await live(page);
    await page.locator('.imprint a', { hasText: '设置' }).tap();
    await page.getByRole('dialog').waitFor();
    expect(await violationsInThemes(page)).toEqual([]);
  });

  test('in an article whose pictures have failed', async () => {
    const { page } = await openWatched(browser, phone);
    await page.route('**/media/**', (route) => route.abort());
    await page.goto(site + articleWith('<figcaption'));
    await live(page);
    await page.locator('figure').first().scrollIntoViewIfNeeded();
    await page.locator('.failed-picture').first().waitFor();
    expect(await violationsInThemes(page)).toEqual([]);
  });
});

describe('by keyboard', () => {
  test('the first key leads past the head of the page and its filters', async () => {
    const { page } = await openWatched(browser);
    await page.goto(`${site}/`);
    await live(page);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('a.skip');
    await expect
      .poll(() => page.locator('.skip').evaluate((link) => link.getBoundingClientRect().top))
      .toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('section.list');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.querySelector('.list')?.contains(document.activeElement))).toBe(true);
  });

  test.each([
    ['the front page', '/'],
    ['an article', '/a/'],
  ])('every stop on %s is seen', async (_, start) => {
    const { page } = await openWatched(browser, { viewport: { width: 390, height: 844 } });
    await page.goto(site + (start === '/' ? start : articleWith('<pre')));
    await live(page);
    for (let stop = 0; stop < 14; stop++) {
      await page.keyboard.press('Tab');
      const where = await focused(page);
      if (where.startsWith('body')) break;
      expect.soft(await focusShows(page), `${stop}: ${where}`).toBe(true);
    }
  });

  test('a page that is opened is read from its heading', async () => {
    const { page } = await openWatched(browser);
    await page.goto(`${site}/`);
    await live(page);
    const story = page.locator('ol.rows h3 a').first();
    const title = await story.innerText();
    await story.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/a\//);
    await expect.poll(() => focused(page)).toBe('h1.');
    expect(await page.locator('h1').innerText()).toBe(title);
    expect(await page.title()).toContain(title.replaceAll('\n', ''));
  });

  test('Esc closes the sheet and returns to what opened it', async () => {
    const { page } = await openWatched(browser, { viewport: { width: 390, height: 844 } });
    await page.goto(`${site}/`);
    await live(page);
    await page.locator('a.open-sections').focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog.sheet[open]').waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('dialog.sheet').waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('a.open-sections');
  });

  test('a category chosen from the sheet is read from its heading', async () => {
    const { page } = await openWatched(browser, { viewport: { width: 390, height: 844 } });
    await page.goto(`${site}/`);
    await live(page);
    await page.locator('a.open-sections').focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog.sheet a[href^="/c/"]').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/c\//);
    await expect.poll(() => focused(page)).toBe('h1.');
  });
});
