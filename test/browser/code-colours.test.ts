import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { live, openWatched } from './watched-page.ts';

const site = inject('sampleSite');

let browser: Browser;
let withCode: string;
let without: string;
beforeAll(async () => {
  browser = await launchChromium();
  const sitemap = await (await fetch(`${site}/sitemap.xml`)).text();
  const paths = [...new Set(Array.from(sitemap.matchAll(/\/a\/[^/<]+\//g), ([path]) => path))];
  const pages = await Promise.all(paths.map(async (path) => ({ path, html: await (await fetch(site + path)).text() })));
  withCode =
    pages.find(({ html }) => /<pre[^>]*><code data-language="(?:js|javascript|css|html|sh|bash)"/.test(html))?.path ??
    '';
  without = pages.find(({ html }) => !html.includes('<pre'))?.path ?? '';
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(() => browser?.close());

/** How many parts of the page's code have a colour. */
const coloured = (page: Page): Promise<number> =>
  page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));

const bodyMarkup = (page: Page): Promise<string> => page.locator('.article-body').innerHTML();

function scriptsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  return asked;
}

describe('code', () => {
  test('is coloured without a change to the article', async () => {
    const { page, faults } = await openWatched(browser);
    await page.goto(site + withCode);
    const printed = await bodyMarkup(page);
    await live(page);
    await page.locator('pre').first().scrollIntoViewIfNeeded();
    await expect.poll(() => coloured(page)).toBeGreaterThan(2);
    expect(await bodyMarkup(page)).toBe(printed);
    expect(faults).toEqual([]);
  });

  test('loses its colours with its page', async () => {
    const { page } = await openWatched(browser);
    await page.goto(site + withCode);
    await live(page);
    await page.locator('pre').first().scrollIntoViewIfNeeded();
    await expect.poll(() => coloured(page)).toBeGreaterThan(2);
    await page.locator('.masthead .name a').click();
    await page.locator('ol.rows').waitFor();
    expect(await coloured(page)).toBe(0);
  });

  test('needs no highlighter where there is none', async () => {
    const { page } = await openWatched(browser);
    const asked = scriptsOf(page);
    await page.goto(site + without);
    await live(page);
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => url.includes('highlight'))).toEqual([]);
  });

  test('is read as it is where browsers cannot colour it', async () => {
    const { page, faults } = await openWatched(browser);
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'Highlight');
      Reflect.deleteProperty(CSS, 'highlights');
    });
    const asked = scriptsOf(page);
    await page.goto(site + withCode);
    const printed = await bodyMarkup(page);
    await live(page);
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => url.includes('highlight'))).toEqual([]);
    expect(await bodyMarkup(page)).toBe(printed);
    expect(faults).toEqual([]);
  });

  test('is read as it is where the highlighter cannot be had', async () => {
    const { page, faults } = await openWatched(browser);
    await page.route(/highlight-code/, (route) => route.abort());
    await page.goto(site + withCode);
    const printed = await bodyMarkup(page);
    await live(page);
    await page.waitForLoadState('networkidle');
    expect(await bodyMarkup(page)).toBe(printed);
    expect(faults.filter((fault) => fault.startsWith('error'))).toEqual([]);
  });
});
