import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { live, openWatched } from './watched-page.ts';

const site = inject('sampleSite');

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

async function articleIn(lang: string): Promise<string> {
  const sitemap = await (await fetch(`${site}/sitemap.xml`)).text();
  const paths = [...new Set(Array.from(sitemap.matchAll(/\/a\/[^/<]+\//g), ([path]) => path))];
  for (const path of paths) {
    if ((await (await fetch(site + path)).text()).includes(`<html lang="${lang}">`)) return path;
  }
  throw new Error(`the sample edition has no article in ${lang}`);
}

async function choose(page: Page, script: string): Promise<void> {
  await page.locator('.aa a').click();
  await page.locator(`dialog.settings[open] input[name="script"][value="${script}"]`).check();
  await page.keyboard.press('Escape');
}

const story = (page: Page) => page.locator('article.story');

test('an article is shown in the characters the reader chooses, and as it was written again', async () => {
  const { page, faults } = await openWatched(browser);
  await page.goto(site + (await articleIn('zh-Hant')));
  await live(page);
  const [title, text] = [await page.locator('h1').innerText(), await page.locator('.article-body').innerText()];
  await choose(page, 'simplified');
  await expect.poll(() => story(page).getAttribute('lang')).toBe('zh-Hans');
  await expect.poll(() => page.locator('.article-body').innerText()).not.toBe(text);
  expect(await page.locator('h1').innerText()).not.toBe(title);
  // One character for one: nothing is lost.
  expect(Math.abs((await page.locator('.article-body').innerText()).length - text.length)).toBeLessThan(5);
  await page.reload();
  await live(page);
  await expect.poll(() => story(page).getAttribute('lang')).toBe('zh-Hans');
  await choose(page, 'original');
  await expect.poll(() => page.locator('.article-body').innerText()).toBe(text);
  expect(await page.locator('h1').innerText()).toBe(title);
  expect(faults).toEqual([]);
});

test('what is no Chinese, or in these characters already, loads nothing', async () => {
  const { page } = await openWatched(browser);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(site + (await articleIn('zh-Hans')));
  await live(page);
  await choose(page, 'simplified');
  await page.goto(site + (await articleIn('ja')));
  await live(page);
  await page.locator('.article-body:not([aria-busy])').waitFor();
  expect(asked.filter((url) => url.includes('convert-'))).toEqual([]);
});
