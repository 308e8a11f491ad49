import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { live, openWatched } from './watched-page.ts';

const sites = [
  ['at the root', inject('sampleSite')],
  ['below a base path', inject('sampleSiteBelowBase')],
] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** Of rows, of the copies that are folded below one of them, and of pages of older articles. */
const titlesOf = (page: Page) =>
  page.locator('ol.rows article h3, .row-copies li bdi, .archive li bdi').allTextContents();

/** Follows a link as a reader without script does; the page that comes must be there. */
async function follow(page: Page, selector: string): Promise<void> {
  const link = page.locator(selector).first();
  const [response] = await Promise.all([page.waitForNavigation(), link.click()]);
  expect([selector, response?.status()]).toEqual([selector, 200]);
}

describe.each(sites)('without script, %s,', (_, site) => {
  test('one gets from the list to older articles, to one of them, to its neighbours and its category', async () => {
    const { page } = await openWatched(browser, { javaScriptEnabled: false });
    await page.goto(`${site}/`);
    const newest = await titlesOf(page);
    expect(newest).toHaveLength(32);

    await follow(page, '.series a[rel=next]');
    expect(new URL(page.url()).pathname).toMatch(/\/page\/\d+\/$/);
    const target = page.locator(':target');
    expect(await target.isVisible()).toBe(true);
    const title = await target.locator('bdi').innerText();
    expect(newest).not.toContain(title);

    await follow(page, ':target a');
    expect(await page.locator('h1').innerText()).toBe(title);
    expect(await page.locator('.article-body > *').count()).toBeGreaterThan(1);

    await follow(page, '.neighbours .newer');
    expect(await page.locator('h1').innerText()).not.toBe(title);
    await follow(page, '.neighbours .older');
    expect(await page.locator('h1').innerText()).toBe(title);

    const category = await page.locator('.byline a[href*="/c/"]').first().innerText();
    await follow(page, '.byline a[href*="/c/"]');
    expect(await page.locator('h1').innerText()).toBe(category);
    expect(await titlesOf(page)).not.toHaveLength(0);
  });

  test('lists and older pages together hold every article', async () => {
    const { page } = await openWatched(browser, { javaScriptEnabled: false });
    await page.goto(`${site}/`);
    const found = new Set(await titlesOf(page));
    while ((await page.locator('.series a[rel=next]').count()) > 0) {
      await follow(page, '.series a[rel=next]');
      for (const title of await titlesOf(page)) found.add(title);
    }
    const map = await (await page.request.get(`${site}/sitemap.xml`)).text();
    expect(found.size).toBe(map.match(/\/a\/[^/]+\/<\/loc>/g)?.length);
  });
});

describe('with script', () => {
  const [[, site]] = sites;

  test('the list is whole and leads to no older page', async () => {
    const { page, faults } = await openWatched(browser);
    await page.goto(`${site}/`);
    await live(page);
    await expect.poll(() => page.locator('.series').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('a page of older articles is what it is without', async () => {
    const { page, faults } = await openWatched(browser);
    await page.goto(`${site}/page/1/`);
    expect(await page.locator('.archive li').count()).toBeGreaterThan(0);
    await follow(page, '.archive h1 a');
    await live(page);
    expect(faults).toEqual([]);
  });
});

test('what heads say is there: feeds, cover, canonical address', async () => {
  const [[, site]] = sites;
  const { page } = await openWatched(browser, { javaScriptEnabled: false });
  await page.goto(`${site}/`);
  await follow(page, 'ol.rows article:has(.thumbnail) h3 a');
  const told = (selector: string, name: string) => page.locator(selector).first().getAttribute(name);
  const addresses = await Promise.all([
    told('link[rel=canonical]', 'href'),
    told('link[type="application/rss+xml"]', 'href'),
    told('link[type="application/atom+xml"]', 'href'),
    told('link[type="application/feed+json"]', 'href'),
    told('meta[property="og:image"]', 'content'),
  ]);
  for (const address of addresses) {
    expect(address).toMatch(/^https:\/\//);
    if (!address?.startsWith('https://paper.example/')) continue;
    const response = await page.request.get(address.replace('https://paper.example', site));
    expect([address, response.status()]).toEqual([address, 200]);
  }
});
