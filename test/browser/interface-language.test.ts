import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { live, openWatched } from './watched-page.ts';

const site = inject('sampleSite');

let browser: Browser;
let article: string;
beforeAll(async () => {
  browser = await launchChromium();
  const sitemap = await (await fetch(`${site}/sitemap.xml`)).text();
  article = /\/a\/[^/<]+\//.exec(sitemap)?.[0] ?? '';
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(() => browser?.close());

/** What the frame of a page says, and in which language it says to be. */
const frame = (page: Page) =>
  page.evaluate(() => ({
    lang: document.getElementById('root')?.lang,
    search: document.querySelector('.masthead input')?.getAttribute('aria-label'),
    about: document.querySelector('.imprint a:last-child')?.textContent,
  }));

const english = { lang: 'en', search: 'Search', about: 'About' };
const traditional = { lang: 'zh-TW', search: '搜尋文章', about: '關於' };
const simplified = { lang: 'zh-CN', search: '搜索文章', about: '关于' };

async function chooseLanguage(page: Page, value: string): Promise<void> {
  await page.locator('.aa a').click();
  await page.locator(`dialog.settings input[name="language"][value="${value}"]`).check();
}

describe.each([
  ['a list', () => '/'],
  ['an article', () => article],
])('%s', (_, path) => {
  test.each([
    ['en-GB', english],
    ['zh-TW', traditional],
    ['zh-CN', simplified],
    ['ja', simplified],
  ])('speaks to a browser in %s', async (locale, said) => {
    const { page, faults } = await openWatched(browser, { locale });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(site + path());
    await live(page);
    await expect.poll(() => frame(page)).toEqual(said);
    const languages = asked.filter((name) => /\/(?:en|zh-tw|zh-cn)-[^/]*\.js$/.test(name));
    expect(languages).toHaveLength(said === simplified ? 0 : 1);
    expect(faults).toEqual([]);
  });
});

test('the change moves nothing and leaves what is printed of an article as it is', async () => {
  for (const path of ['/', article, '/about/']) {
    for (const viewport of [
      { width: 390, height: 844 },
      { width: 1280, height: 900 },
    ]) {
      const { page, faults } = await openWatched(browser, { locale: 'en', viewport });
      await page.addInitScript(() => {
        const shifts = { sum: 0 };
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.sum += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        document.addEventListener('DOMContentLoaded', () => {
          Object.assign(window, { printed: document.querySelector('.article-body > p') });
        });
      });
      await page.goto(site + path);
      await live(page);
      await expect.poll(() => frame(page)).toEqual(english);
      const { sum, kept } = await page.evaluate(() => {
        const { shifts, printed } = window as unknown as { shifts: { sum: number }; printed: Element | null };
        return { sum: shifts.sum, kept: printed === document.querySelector('.article-body > p') };
      });
      expect.soft(sum, `${path} ${viewport.width}`).toBeLessThan(0.01);
      expect.soft(kept).toBe(true);
      expect.soft(faults).toEqual([]);
    }
  }
});

test('a choice changes everything at once, and outlives the page', async () => {
  const { page, faults } = await openWatched(browser);
  await page.goto(`${site}/about/`);
  await live(page);
  expect(await page.title()).toMatch(/^关于/);
  await chooseLanguage(page, 'en');
  await expect.poll(() => frame(page)).toEqual(english);
  expect(await page.title()).toMatch(/^About/);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.locator('html').evaluate((html) => Object.keys(html.dataset))).toEqual([]);
  await expect.poll(() => page.locator('dialog.settings b').first().textContent()).toBe('Settings');
  await page.keyboard.press('Escape');
  await page.locator('.masthead .name a').click();
  await page.locator('ol.rows').waitFor();
  expect(await page.locator('.date-line').textContent()).toMatch(/^\w+day, \w+ \d+, \d{4}/);
  await page.reload();
  await expect.poll(() => frame(page)).toEqual(english);
  await chooseLanguage(page, 'auto');
  await expect.poll(() => frame(page)).toEqual(simplified);
  expect(faults).toEqual([]);
});

test('filters and their sentence follow', async () => {
  const { page, faults } = await openWatched(browser);
  await page.goto(`${site}/?is=unread`);
  await expect.poll(() => page.title()).toMatch(/^未读 · \d+ 篇/);
  await chooseLanguage(page, 'en');
  await expect.poll(() => page.title()).toMatch(/^Unread · \d+ articles/);
  await expect.poll(() => page.locator('.chips').textContent()).toContain('Clear all');
  await expect.poll(() => page.locator('.facets').first().textContent()).toMatch(/Last 7 days.*Reading/);
  expect(faults).toEqual([]);
});

test('words that can’t be had leave the page in its own language', async () => {
  const { page } = await openWatched(browser, { locale: 'en' });
  await page.route(/\/en-[^/]*\.js$/, (route) => route.abort());
  const refused = page.waitForEvent('requestfailed');
  await page.goto(site + article);
  await refused;
  await live(page);
  expect(await frame(page)).toEqual(simplified);
  await chooseLanguage(page, 'zh-TW');
  await expect.poll(() => frame(page)).toEqual(traditional);
});

test('what went wrong is said in the reader’s language', async () => {
  const { page } = await openWatched(browser, { locale: 'en' });
  await page.goto(`${site}/`);
  await live(page);
  await expect.poll(() => frame(page)).toEqual(english);
  await page.context().setOffline(true);
  await page.locator('.imprint a:last-child').click();
  await expect.poll(() => page.locator('h1').textContent()).toBe('This page could not be opened');
});
