import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { SETTINGS_KEY, settingTable, themeColors } from '../../src/edition/setting-table.ts';
import { launchChromium } from './chromium.ts';
import { live, openWatched, type WatchedPage } from './watched-page.ts';

const site = inject('sampleSite');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let article: string;
beforeAll(async () => {
  browser = await launchChromium();
  article = await articleWithParagraphs();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(() => browser?.close());

/** An article in simplified Chinese whose second block is a paragraph that follows a paragraph. */
async function articleWithParagraphs(): Promise<string> {
  const sitemap = await (await fetch(`${site}/sitemap.xml`)).text();
  const paths = [...new Set(Array.from(sitemap.matchAll(/\/a\/[^/<]+\//g), ([path]) => path))];
  for (const path of paths) {
    const html = await (await fetch(site + path)).text();
    if (html.includes('<html lang="zh-Hans">') && /class="article-body"><p>[^<]*<\/p><p>[^<]{80}/.test(html))
      return path;
  }
  throw new Error('no article of the sample edition in simplified Chinese begins with two paragraphs');
}

async function openAt(path: string, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const watched = await openWatched(browser, options);
  await watched.page.goto(site + path);
  await live(watched.page);
  return watched;
}

async function openPanel(page: Page): Promise<void> {
  await page.locator('.aa a').click();
  await page.locator('dialog.settings[open]').waitFor();
}

const choose = (page: Page, name: string, value: string): Promise<void> =>
  page.locator(`dialog.settings input[name="${name}"][value="${value}"]`).check();

/** How the second paragraph of the article is set, and the page's ground. */
const look = (page: Page) =>
  page.evaluate(() => {
    const paragraph = document.querySelector('.article-body > p + p') ?? document.body;
    const { fontSize, lineHeight, fontFamily, textIndent, marginTop } = getComputedStyle(paragraph);
    const ground = getComputedStyle(document.documentElement).backgroundColor;
    const frame = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')].map(
      (meta) => meta.content,
    );
    const [size, leading] = [Number.parseFloat(fontSize), Number.parseFloat(lineHeight)];
    return {
      ...{ size, leading: Math.round((leading / size) * 100) / 100, face: fontFamily.split(',')[0], ground, frame },
      indent: Number.parseFloat(textIndent) / size,
      gap: Number.parseFloat(marginTop),
      width: (document.querySelector('.article-body')?.clientWidth ?? 0) / size,
      scheme: getComputedStyle(document.documentElement).colorScheme,
    };
  });

const rgb = (hex: string): string =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;

/** What axe finds on the page as it stands: rule, element, reason. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(() =>
    (window as unknown as { axe: typeof import('axe-core') }).axe.run(document, { resultTypes: ['violations'] }),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
}

/** Stored as an earlier visit would have. */
async function remember(page: Page, data: object): Promise<void> {
  const text = JSON.stringify({ version: 1, data });
  await page.addInitScript(([key = '', value = '']) => localStorage.setItem(key, value), [SETTINGS_KEY, text]);
}

describe('a setting changes what it says, and is remembered', () => {
  test('size, line height, width, type and paragraphs', async () => {
    const { page, faults } = await openAt(article);
    const before = await look(page);
    expect(before).toMatchObject({ leading: 1.75, indent: 0, width: 34 });
    await openPanel(page);
    const sizes: number[] = [];
    for (const size of ['small', 'medium', 'large', 'huge']) {
      await choose(page, 'size', size);
      sizes.push((await look(page)).size);
    }
    expect(new Set(sizes).size).toBe(4);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    await choose(page, 'leading', 'tight');
    expect((await look(page)).leading).toBeLessThan(1.7);
    await choose(page, 'leading', 'loose');
    expect((await look(page)).leading).toBe(2);
    await choose(page, 'width', 'wide');
    expect((await look(page)).width).toBeCloseTo(38, 0);
    await choose(page, 'width', 'narrow');
    expect((await look(page)).width).toBeCloseTo(28, 0);
    await choose(page, 'face', 'serif');
    expect((await look(page)).face).toMatch(/Song/);
    await choose(page, 'paragraphs', 'indented');
    expect(await look(page)).toMatchObject({ indent: 2, gap: 0 });
    await choose(page, 'theme', 'sepia');
    const chosen = await look(page);
    expect(chosen).toMatchObject({ ground: rgb(themeColors.sepia), frame: [themeColors.sepia, themeColors.sepia] });
    await page.reload();
    expect(await look(page)).toEqual(chosen);
    await live(page);
    expect(await look(page)).toEqual(chosen);
    await openPanel(page);
    await page.getByRole('button', { name: '恢复默认' }).click();
    expect(await look(page)).toEqual(before);
    expect(await page.locator('html').evaluate((html) => Object.keys(html.dataset))).toEqual([]);
    await page.reload();
    await live(page);
    expect(await look(page)).toEqual(before);
    expect(faults).toEqual([]);
  });

  test('before the app has come, and where it never comes', async () => {
    const { page, faults } = await openWatched(browser, { colorScheme: 'light' });
    await remember(page, { theme: 'dark', size: 'huge' });
    await page.route('**/assets/**', (route) => route.abort());
    for (const path of [article, '/', '/about/', '/page/1/']) {
      await page.goto(site + path);
      const { ground, frame, scheme } = await look(page);
      expect.soft({ ground, frame, scheme }, path).toEqual({
        ...{ ground: rgb(themeColors.dark), frame: [themeColors.dark, themeColors.dark], scheme: 'dark' },
      });
    }
    expect(faults.filter((fault) => fault.includes('policy'))).toEqual([]);
  });

  test('the script that says so stands before anything that is painted', async () => {
    for (const path of [article, '/', '/page/1/']) {
      const html = await (await fetch(site + path)).text();
      const places = ['name="theme-color"', '<script>', '<style', '<body>'].map((part) => html.indexOf(part));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places).not.toContain(-1);
    }
  });

  test('for this visit, where nothing can be stored', async () => {
    const { page, faults } = await openWatched(browser);
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    await page.goto(site + article);
    await live(page);
    await openPanel(page);
    await choose(page, 'theme', 'dark');
    await page.keyboard.press('Escape');
    await page.locator('.masthead .name a').click();
    await page.locator('ol.rows').waitFor();
    expect((await look(page)).ground).toBe(rgb(themeColors.dark));
    expect(faults).toEqual([]);
  });

  test('in both of two tabs', async () => {
    const { page } = await openAt(article);
    const other = await page.context().newPage();
    await other.goto(`${site}/`);
    await live(other);
    await openPanel(page);
    await choose(page, 'theme', 'sepia');
    await expect.poll(async () => (await look(other)).ground).toBe(rgb(themeColors.sepia));
    await openPanel(other);
    await choose(other, 'size', 'large');
    await expect.poll(() => page.locator('input[name="size"][value="large"]').isChecked()).toBe(true);
  });

  test('not on paper, which is white', async () => {
    const { page } = await openWatched(browser);
    await remember(page, { theme: 'dark' });
    await page.goto(site + article);
    await page.emulateMedia({ media: 'print' });
    expect((await look(page)).ground).toBe('rgb(255, 255, 255)');
    expect(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).color)).toBe('rgb(0, 0, 0)');
  });
});

describe('the panel', () => {
  test.each([
    ['a list', '/'],
    ['an article', ''],
  ])('opens by keyboard on %s, and gives the focus back', async (_, path) => {
    const { page, faults } = await openAt(path || article);
    const opener = page.locator('.aa a');
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog.settings[open]').waitFor();
    await page.locator('input[name="theme"]:checked').focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    await page.keyboard.press('Escape');
    await page.locator('dialog.settings').waitFor({ state: 'detached' });
    await expect.poll(() => opener.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(faults).toEqual([]);
  });

  test('is fetched when it is first opened', async () => {
    const { page } = await openWatched(browser);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(site + article);
    await live(page);
    expect(asked.filter((url) => url.includes('settings-dialog'))).toEqual([]);
    await openPanel(page);
    expect(asked.filter((url) => url.includes('settings-dialog'))).toHaveLength(1);
  });

  test('lies beside the text of a wide window and leaves a phone’s in sight', async () => {
    for (const viewport of [
      { width: 1280, height: 900 },
      { width: 390, height: 844 },
    ]) {
      const { page } = await openAt(article, { viewport });
      await openPanel(page);
      const [panel, text] = await Promise.all(
        ['dialog.settings', '.article-body'].map((selector) => page.locator(selector).boundingBox()),
      );
      if (!panel || !text) throw new Error('nothing to measure');
      const beside = panel.x >= text.x + text.width - 2;
      expect.soft(beside || panel.y >= viewport.height * 0.39, `${viewport.width}`).toBe(true);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
    }
  });
});

describe('axe finds nothing, with the panel open and without', () => {
  test.each(settingTable.theme.filter((theme) => theme !== 'auto'))('in the theme %s', async (theme) => {
    const { page } = await openWatched(browser, { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
    await remember(page, { theme });
    for (const path of [article, '/', '/about/', '/a/no-such-article/']) {
      await page.goto(site + path);
      await live(page);
      expect.soft(await violations(page), path).toEqual([]);
    }
    await openPanel(page);
    expect.soft(await violations(page)).toEqual([]);
  });
});
