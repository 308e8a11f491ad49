import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { live, openWatched } from './watched-page.ts';

const site = inject('sampleSite');
const patient = { timeout: 15_000 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(() => browser?.close());

/** A page that fetches nothing before it is wanted, on a network that never answers for some files, with a clock of its own. */
async function openSilent(path: string, silent: RegExp) {
  const { page } = await openWatched(browser);
  await page.clock.install();
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } });
  });
  await page.route(silent, () => {});
  await page.goto(site + path);
  await live(page);
  return page;
}

/** Until the page gives up what it waits for: time passes as fast as one polls. */
const hear = (page: Page, text: string | RegExp) =>
  expect
    .poll(async () => {
      await page.clock.fastForward(1000);
      const alerts = page.getByRole('alert');
      return (await alerts.count()) > 0 ? alerts.first().innerText() : '';
    }, patient)
    .toMatch(text);

const retry = (page: Page) => page.getByRole('alert').getByRole('button').click();
const status = (page: Page) => page.locator('.list-head > p[role=status]').innerText();

describe('a network that is there and brings nothing', () => {
  test('of rows: one line says so wherever the reader has scrolled, and tries again', async () => {
    const silent = /\/data\/sheet/;
    const page = await openSilent('/?sort=old', silent);
    await hear(page, /其余文章未能载入/);
    expect(await page.getByRole('alert').count()).toBe(1);
    const { bottom } = await page.getByRole('alert').evaluate((alert) => alert.getBoundingClientRect());
    expect(bottom).toBeLessThanOrEqual(900);
    await page.unroute(silent);
    await retry(page);
    await expect.poll(() => page.clock.fastForward(100).then(() => page.locator('.missing').count()), patient).toBe(0);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('of what is searched for: no count is said of words that nobody has looked for', async () => {
    const silent = /\/data\/shard/;
    const page = await openSilent('/', silent);
    await page.getByLabel('搜索文章', { exact: true }).fill('灯塔');
    await page.clock.fastForward(200);
    await page.waitForURL(/\?q=/);
    await expect.poll(() => page.clock.fastForward(100).then(() => status(page)), patient).toBe('正在查找…');
    expect(await page.title()).not.toContain('篇');
    await hear(page, /查找未能进行/);
    expect(await status(page)).not.toContain('篇');
    expect(await page.locator('.rows').count()).toBe(0);
    await page.unroute(silent);
    await retry(page);
    await expect.poll(() => page.clock.fastForward(100).then(() => status(page)), patient).toMatch(/“灯塔” ·\s+\d+ 篇/);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('of filters: the list is shown whole, and says so', async () => {
    const page = await openSilent('/?sort=old', /facet-script/);
    await hear(page, /筛选未能载入/);
    expect(await page.locator('ol.rows h3 a').first().isVisible()).toBe(true);
  });

  test('of an article’s text: its link opens the page itself', async () => {
    const page = await openSilent('/', /\/articles\//);
    await page.locator('ol.rows h3 a').first().click();
    await expect.poll(() => page.clock.fastForward(1000).then(() => page.url()), patient).toMatch(/\/a\//);
    await expect.poll(() => page.locator('.article-body').innerText(), patient).toMatch(/\S/);
  });
});
