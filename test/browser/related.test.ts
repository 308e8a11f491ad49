import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { articleFile, makeArticle, NEWEST } from '../bench/corpus-article.js';
import { violationsInThemes } from './axe-violations.ts';
import { type ScratchSite, serveScratch } from './build-and-serve.ts';
import { launchChromium } from './chromium.ts';
import { live, openWatched } from './watched-page.ts';

const HOUR = 3_600_000;
const COUNT = 60;

/** Article `index` of an invented corpus as it is printed `hours` before now, by another paper. */
function reprint(index: number, hours: number, paper: string): string {
  const article = makeArticle('related', index, NEWEST - hours * HOUR);
  return articleFile({ ...article, dateText: new Date(NEWEST - hours * HOUR).toISOString(), source: paper });
}

/** Sixty stories an hour apart; the second newest is told thrice more, once long ago. */
const files = {
  ...Object.fromEntries(
    Array.from({ length: COUNT }, (_, index) => [`${index}.html`, reprint(index, 2 * index, '码头报')]),
  ),
  'copy-1.html': reprint(1, 5, '海岸报'),
  'copy-2.html': reprint(1, 9, '河口报'),
  'copy-3.html': reprint(1, 2 * COUNT + 10, '山里报'),
};
const title = makeArticle('related', 1).title;

let browser: Browser;
let scratch: ScratchSite;
beforeAll(async () => {
  [browser, scratch] = await Promise.all([launchChromium(), serveScratch(files)]);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  scratch?.close();
  await browser?.close();
});

const copies = (page: Page) => page.locator('details.row-copies');
const below = (page: Page) => page.locator('.more-stories').innerText();

describe('a story told four times', () => {
  test('takes one row, which says so and opens to show the others in place', async () => {
    const { page, faults } = await openWatched(browser);
    await page.goto(`${scratch.site}/`);
    await live(page);
    await page.waitForFunction(() => document.querySelector('[role=feed]') !== null);
    expect(await copies(page).count()).toBe(1);
    expect(await page.locator('h1 + p').innerText()).toContain(String(COUNT + 3));
    const heights = () => page.evaluate(() => document.querySelector('ol.rows')?.getBoundingClientRect().height ?? 0);
    const closed = await heights();
    await copies(page).locator('summary').click();
    await expect.poll(() => copies(page).locator('li a').count(), { timeout: 15_000 }).toBe(3);
    const lines = await copies(page).locator('li').allInnerTexts();
    expect(lines.map((line) => /海岸报|河口报|山里报/.exec(line)?.[0])).toEqual(['海岸报', '河口报', '山里报']);
    expect(Math.abs((await heights()) - closed - 3 * 44)).toBeLessThanOrEqual(1);
    expect(await violationsInThemes(page)).toEqual([]);
    await copies(page).locator('summary').click();
    await expect.poll(heights, { timeout: 15_000 }).toBe(closed);
    expect(faults).toEqual([]);
  });

  test('is opened by keyboard alone, and leads on', async () => {
    const { page, faults } = await openWatched(browser);
    await page.goto(`${scratch.site}/`);
    await live(page);
    await copies(page).locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => copies(page).locator('li a').count(), { timeout: 15_000 }).toBe(3);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/a\//);
    expect(await page.locator('.facts').innerText()).toContain('海岸报');
    expect(faults).toEqual([]);
  });

  test('opens without script, and every copy is there', async () => {
    const { page } = await openWatched(browser, { javaScriptEnabled: false });
    await page.goto(`${scratch.site}/`);
    await copies(page).locator('summary').click();
    const links = copies(page).locator('li a');
    expect(await links.count()).toBe(3);
    await links.last().click();
    expect(await page.locator('.facts').innerText()).toContain('山里报');
    expect(await below(page)).toContain('另有 3 篇相同报道');
  });

  test('takes a row of its own in each paper’s list', async () => {
    const { page } = await openWatched(browser);
    await page.goto(`${scratch.site}/`);
    const paper = await page.locator('a[href*="/s/"]', { hasText: '海岸报' }).first().getAttribute('href');
    await page.goto(scratch.site + paper);
    await live(page);
    expect(await page.locator('ol.rows h3').allInnerTexts()).toEqual([title]);
    expect(await copies(page).count()).toBe(0);
  });
});

describe('below an article', () => {
  test('the app shows what the printed page shows', async () => {
    const { page, faults } = await openWatched(browser);
    await page.goto(`${scratch.site}/`);
    await live(page);
    const link = page.locator('ol.rows h3 a', { hasText: title }).first();
    await link.click();
    await page.waitForURL(/\/a\//);
    await page.waitForSelector('.more-stories');
    const inApp = await below(page);
    const path = new URL(page.url()).pathname;
    const printed = await openWatched(browser, { javaScriptEnabled: false });
    await printed.page.goto(scratch.site + path);
    expect(inApp).toBe(await below(printed.page));
    expect(inApp).toContain('相关报道');
    await page.reload();
    await live(page);
    expect(await below(page)).toBe(inApp);
    expect(await violationsInThemes(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('a related article opens in the app', async () => {
    const { page, faults } = await openWatched(browser);
    await page.goto(`${scratch.site}/`);
    await live(page);
    await page.locator('ol.rows h3 a').first().click();
    await page.waitForSelector('.more-stories');
    const related = page.locator('.more-stories a').last();
    const name = await related.innerText();
    await related.click();
    await expect.poll(() => page.locator('h1').innerText(), { timeout: 15_000 }).toBe(name);
    await page.waitForSelector('.more-stories');
    expect(faults).toEqual([]);
  });
});
