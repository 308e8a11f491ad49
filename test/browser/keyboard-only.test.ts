import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { live, openWatched, type WatchedPage } from './watched-page.ts';

// The three uses of the paper without a mouse: nothing here points, clicks, taps or moves the focus by script.

const site = inject('sampleSite');
const desk: BrowserContextOptions = {
  reducedMotion: 'reduce',
  permissions: ['clipboard-read', 'clipboard-write'],
};
const phone: BrowserContextOptions = { ...desk, viewport: { width: 390, height: 844 } };

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(() => browser?.close());

/** Opens a page and waits until keys are listened to: one without a meaning is answered. */
async function openAt(path: string, options: BrowserContextOptions): Promise<WatchedPage> {
  const watched = await openWatched(browser, options);
  const { page } = watched;
  await page.goto(site + path);
  await live(page);
  await expect
    .poll(async () => {
      await page.keyboard.press('x');
      return page.locator('.key-note').count();
    })
    .toBe(1);
  return watched;
}

interface Focus {
  /** What has it, as a reader would name it; empty where nothing has. */
  readonly name: string;
  /** A line round it in the window; the heading a page is read from needs none. */
  readonly isSeen: boolean;
}

const focus = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return { name: '', isSeen: false };
    const { top, bottom, width } = element.getBoundingClientRect();
    const isInWindow = bottom > 0 && top < innerHeight && width > 0;
    const box = element.closest('label') ?? element;
    const isLined = [getComputedStyle(element), getComputedStyle(element, '::after'), getComputedStyle(box)].some(
      ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    );
    const name = element.getAttribute('aria-label') ?? element.textContent?.trim().replaceAll('\n', '') ?? '';
    return { name: name || element.outerHTML, isSeen: isInWindow && (isLined || element.matches('h1, main, .list')) };
  });

/** Presses Tab, and looks after each whether the focus is seen, until it is on what is wanted. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  const isThere = () => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  for (let stops = 0; stops < 80; stops++) {
    if (await isThere()) return;
    await page.keyboard.press(key);
    const { name, isSeen } = await focus(page);
    expect.soft(isSeen, `${stops}: ${name || 'nothing'}`).toBe(true);
  }
  throw new Error(`no Tab leads to ${selector}`);
}

/** Until the focus is on something of this name, and seen. */
const focusOn = (page: Page, name: string | undefined) =>
  expect.poll(() => focus(page)).toEqual({ name: name ?? '—', isSeen: true });

/** Opens the story that has the focus: it is there, and read from its heading, which is called as its row was. */
async function openWith(page: Page, key: string, title: string | undefined): Promise<void> {
  await page.keyboard.press(key);
  await expect.poll(() => pathOf(page)).toMatch(/^\/a\//);
  await page.locator('.article-body:not([aria-busy])').waitFor();
  await focusOn(page, title);
}

const titles = async (page: Page) =>
  (await page.locator('ol.rows h3').allTextContents()).map((title) => title.replaceAll('\n', '').trim());
const pathOf = (page: Page) => new URL(page.url()).pathname;
const scrolled = (page: Page) => page.evaluate(() => Math.round(window.scrollY));
const count = async (page: Page) =>
  Number(/(\d+) 篇/.exec(await page.locator('.list-head > [role="status"]').innerText())?.[1]);

describe.each([
  ['on a wide window', desk],
  ['on a narrow one', phone],
])('with keys alone, %s', (_, options) => {
  test('a reader opens a story, reads it, goes on to its neighbours and comes back to the same place', async () => {
    const { page, faults } = await openAt('/', options);
    const all = await titles(page);
    await page.keyboard.press('Tab');
    await focusOn(page, '跳到正文');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('list');
    await tabTo(page, 'ol.rows h3 a');
    for (const title of all.slice(1, 3)) {
      await page.keyboard.press('j');
      await focusOn(page, title);
    }
    const place = await scrolled(page);
    await openWith(page, 'Enter', all[2]);
    const story = pathOf(page);
    await page.keyboard.press('Space');
    await expect.poll(() => scrolled(page)).toBeGreaterThan(200);
    await page.keyboard.press('l');
    await focusOn(page, all[3]);
    await expect.poll(() => scrolled(page)).toBe(0);
    await page.keyboard.press('h');
    await focusOn(page, all[2]);
    expect(pathOf(page)).toBe(story);
    await page.keyboard.press('Escape');
    await expect.poll(() => pathOf(page)).toBe('/');
    await focusOn(page, all[2]);
    expect(Math.abs((await scrolled(page)) - place)).toBeLessThanOrEqual(1);
    await page.keyboard.press('Tab');
    expect((await focus(page)).isSeen).toBe(true);
    expect(faults).toEqual([]);
  });

  test('a reader filters by category, reads on in it, and clears the filter', async () => {
    const { page, faults } = await openAt('/', options);
    const whole = await count(page);
    if (options === phone) {
      await tabTo(page, 'a.open-sections');
      await page.keyboard.press('Enter');
      await page.locator('dialog.sheet[open] .facets').waitFor();
    } else {
      await page.locator('#sections .facets').waitFor();
    }
    await tabTo(page, '.facets li:nth-child(2) input[type="checkbox"]');
    await page.keyboard.press('Space');
    await expect.poll(() => pathOf(page)).toMatch(/^\/c\//);
    const ofOne = await count(page);
    expect(ofOne).toBeLessThan(whole);
    await tabTo(page, '.facets li:nth-child(3) input[type="checkbox"]');
    await page.keyboard.press('Space');
    await expect.poll(() => count(page)).toBeGreaterThan(ofOne);
    if (options === phone) {
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('dialog.sheet[open]').count()).toBe(0);
    }
    await expect.poll(() => count(page)).toBeLessThan(whole);
    expect((await focus(page)).isSeen).toBe(true);
    const first = (await titles(page))[0];
    await page.keyboard.press('j');
    await focusOn(page, first);
    await openWith(page, 'o', first);
    await page.keyboard.press('u');
    await expect.poll(() => pathOf(page)).toBe('/');
    await focusOn(page, first);
    await tabTo(page, '.chips .clear', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => count(page)).toBe(whole);
    await expect.poll(async () => (await focus(page)).isSeen).toBe(true);
    expect(faults).toEqual([]);
  });

  test('a reader shares a story and keeps it', async () => {
    const { page, faults } = await openAt('/', options);
    const [title] = await titles(page);
    await page.keyboard.press('j');
    await focusOn(page, title);
    await openWith(page, 'Enter', title);
    const address = `https://paper.example${pathOf(page)}`;
    await tabTo(page, '.story-tools .share');
    await page.keyboard.press('Enter');
    await page.locator('dialog.share-sheet[open]').waitFor();
    await focusOn(page, '关闭');
    await tabTo(page, '.share-ways button');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.said').innerText()).not.toBe('');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(`${title}\n${address}`);
    await page.keyboard.press('Escape');
    await focusOn(page, '分享');
    await tabTo(page, '.save', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.save').innerText()).toBe('已收藏');
    expect((await focus(page)).isSeen).toBe(true);
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await expect.poll(() => pathOf(page)).toBe('/saved/');
    await focusOn(page, '收藏');
    await page.locator('.marked-title a').waitFor();
    await tabTo(page, '.marked-title a');
    await focusOn(page, title);
    await openWith(page, 'Enter', title);
    expect(faults).toEqual([]);
  });
});
