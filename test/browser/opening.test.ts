import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { live, openWatched } from './watched-page.ts';

const site = inject('sampleSite');
const phone = { viewport: { width: 390, height: 844 } };

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(() => browser?.close());

/** A page whose app never comes. */
async function openPrinted(path: string, options: BrowserContextOptions = phone): Promise<Page> {
  const { page } = await openWatched(browser, options);
  await page.route('**/assets/*.js', () => {});
  await page.goto(site + path, { waitUntil: 'commit' });
  await page.locator('.imprint').waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return page;
}

const textHeight = (page: Page) =>
  page.locator('.article-body').evaluate((body) => body.getBoundingClientRect().height);
const isOpening = (page: Page) => page.evaluate(() => document.documentElement.dataset.opening !== undefined);

/** Which of some blocks are set, and which of them are in the window. */
const blocksOf = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((blocks) =>
    blocks.map((block) => {
      const { top, bottom } = block.getBoundingClientRect();
      const inner = block.querySelector('*') ?? block.firstChild?.parentElement ?? block;
      return {
        seen: bottom > 0 && top < innerHeight,
        set: inner === block || inner.checkVisibility({ contentVisibilityAuto: true }),
      };
    }),
  );

/** The longest article of the sample edition. */
async function longestArticle(): Promise<string> {
  const { page } = await openWatched(browser);
  await page.goto(`${site}/`);
  return page.evaluate(async () => {
    const { sheets } = await (await fetch('/data/names-0.json')).json();
    const rows = (
      await Promise.all(
        sheets.map(async (version: string, at: number) => (await fetch(`/data/sheet-${at}-${version}.json`)).json()),
      )
    ).flat() as { id: string; minutes: number }[];
    const [longest] = rows.sort((one, other) => other.minutes - one.minutes);
    return `/a/${longest?.id}/`;
  });
}

describe('before the first paint', () => {
  test.each([
    ['a phone', phone],
    ['a large screen', { viewport: { width: 1920, height: 1400 } }],
  ])('on %s all rows of a list that are in the window are set, and not those far below', async (_, options) => {
    const page = await openPrinted('/', options);
    const rows = await blocksOf(page, '.rows > li');
    expect(rows.filter(({ seen }) => seen).length).toBeGreaterThan(1);
    expect(rows.filter(({ seen, set }) => seen && !set)).toEqual([]);
    expect(rows.at(-1)).toEqual({ seen: false, set: false });
  });

  test('what follows an article is not set, and is when somebody goes there', async () => {
    const page = await openPrinted(await longestArticle());
    expect(await isOpening(page)).toBe(true);
    const after = page.locator('.more-stories a').first();
    const isSet = () => after.evaluate((link) => link.checkVisibility({ contentVisibilityAuto: true }));
    expect(await isSet()).toBe(false);
    await page.keyboard.press('End');
    await expect.poll(isSet).toBe(true);
  });

  /** A page whose app comes when it is let in, and one of its blocks. */
  const openLate = async (path: string, selector: string) => {
    const { page } = await openWatched(browser, phone);
    let letIn = () => {};
    const late = new Promise<void>((done) => {
      letIn = done;
    });
    await page.route('**/assets/*.js', (route) => late.then(() => route.continue()));
    await page.goto(site + path, { waitUntil: 'commit' });
    await page.locator('.imprint').waitFor();
    const block = page.locator(selector);
    const top = () => block.evaluate((element) => element.getBoundingClientRect().top);
    return { page, block, top, letIn };
  };

  test('whoever has gone on before the app is there stays at what they see', async () => {
    for (const [path, selector] of [
      [await longestArticle(), '.article-body > :nth-last-child(4)'],
      ['/', '.rows > :nth-child(20)'],
    ] as const) {
      const { page, block, top, letIn } = await openLate(path, selector);
      await block.evaluate((element) => element.scrollIntoView());
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
      await block.evaluate((element) => element.scrollIntoView());
      const before = await top();
      letIn();
      await expect.poll(() => isOpening(page)).toBe(false);
      expect(Math.abs((await top()) - before)).toBeLessThan(3);
    }
  });

  test('a link to a passage leads to it', async () => {
    const path = await longestArticle();
    const { page: plain } = await openWatched(browser, phone);
    await plain.goto(site + path);
    const place = (await plain.locator('.article-body > p').count()) - 3;
    const text = (await plain.locator('.article-body > p').nth(place).textContent()) ?? '';
    const { page } = await openWatched(browser, phone);
    await page.goto(`${site}${path}#:~:text=${encodeURIComponent(text.slice(0, 12))}`);
    await live(page);
    const passage = page.locator('.article-body > p').nth(place);
    const top = () => passage.evaluate((element) => element.getBoundingClientRect().top);
    await expect.poll(top).toBeLessThan(phone.viewport.height);
    expect(await top()).toBeGreaterThan(-1);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
  });

  test('nothing is left out once the app is there, nothing has moved, and all is as tall as without script', async () => {
    const path = await longestArticle();
    for (const address of ['/', path]) {
      const plain = await openWatched(browser, { ...phone, javaScriptEnabled: false });
      await plain.page.goto(site + address);
      const { page, faults } = await openWatched(browser, phone);
      await page.addInitScript(() => {
        Object.assign(window, { shift: 0 });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const { value } = entry as PerformanceEntry & { value: number };
            (window as unknown as { shift: number }).shift += value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(site + address);
      await live(page);
      await expect.poll(() => isOpening(page)).toBe(false);
      expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThanOrEqual(0.01);
      if (address === path) expect(await textHeight(page)).toBeCloseTo(await textHeight(plain.page), 0);
      expect(faults).toEqual([]);
    }
  });

  test('a page that is opened at one of its places, or anew where it was, is whole at once', async () => {
    const path = await longestArticle();
    const plain = await openWatched(browser, { ...phone, javaScriptEnabled: false });
    await plain.page.goto(site + path);
    const page = await openPrinted(`${path}#continue`);
    expect(await isOpening(page)).toBe(false);
    expect(await textHeight(page)).toBeCloseTo(await textHeight(plain.page), 0);
    const { page: again } = await openWatched(browser, phone);
    await again.goto(site + path);
    await live(again);
    await again.evaluate(() => scrollTo(0, document.documentElement.scrollHeight - innerHeight - 400));
    const before = await again.evaluate(() => scrollY);
    await again.route('**/assets/*.js', () => {});
    await again.reload({ waitUntil: 'commit' });
    await again.locator('.imprint').waitFor();
    expect(await isOpening(again)).toBe(false);
    await expect.poll(() => again.evaluate(() => scrollY)).toBeCloseTo(before, -2);
  });
});
