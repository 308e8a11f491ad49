import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { SETTINGS_KEY } from '../../src/edition/setting-table.ts';
import { type ScratchSite, serveScratch } from './build-and-serve.ts';
import { launchChromium } from './chromium.ts';
import { type ReadPicture, readPicture } from './read-picture.ts';
import { live, openWatched, type WatchedPage } from './watched-page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** Of the light theme, whatever the reader's is. */
const PAPER = [251, 248, 241];

const foreign = '<figure><img src="https://pictures.example/a.jpg"><figcaption>别人的图</figcaption></figure>';
const files = {
  'plain.html': `---\ntitle: 灯塔为什么是白的\nauthor: 灯塔简报\ncategories: [海岸, 灯塔]\ndate: 2026-11-20 08:00:00\n---\n\n<p>白天，灯塔是一个记号。</p>${foreign}<p>夜里，它是一盏灯；起雾的时候，它是一支号角。</p>`,
  'traditional.html':
    '---\ntitle: 燈塔為什麼是白的\nauthor: 燈塔簡報\n---\n\n<p>白天，燈塔是一個記號；夜裡，它是一盞燈。</p>',
  'english.html':
    '---\ntitle: Why lighthouses are white\nauthor: The Lamp\n---\n\n<p>By day a lighthouse is a mark, by night it is a lamp, and in fog it is a horn.</p>',
  'long.html': `---\ntitle: ${'很长的标题'.repeat(60)}\nauthor: ${'来源'.repeat(80)}\n---\n\n<p>${'这是一段没有尽头的话'.repeat(300)}</p><p>${'a'.repeat(3000)}</p>`,
  'stub.html': '---\ntitle: 一句话\n---\n\n<p>一句话</p>',
};

let browser: Browser;
let scratch: ScratchSite;
let paths: ReadonlyMap<string, string>;
beforeAll(async () => {
  browser = await launchChromium();
  scratch = await serveScratch(files);
  paths = await pathsByTitle();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  scratch?.close();
  await browser?.close();
});

/** Addresses of the articles by the beginnings of their titles. */
async function pathsByTitle(): Promise<Map<string, string>> {
  const sitemap = await (await fetch(`${scratch.site}/sitemap.xml`)).text();
  const found = new Map<string, string>();
  for (const [path] of sitemap.matchAll(/\/a\/[^/<]+\//g)) {
    const html = await (await fetch(scratch.site + path)).text();
    found.set(/<title>([^<]{3})/.exec(html)?.[1] ?? '', path);
  }
  return found;
}

function pathOf(title: string): string {
  const path = paths.get(title.slice(0, 3));
  if (path === undefined) throw new Error(`no article is called ${title}`);
  return path;
}

async function openAt(title: string, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const watched = await openWatched(browser, options);
  await watched.page.goto(scratch.site + pathOf(title));
  await live(watched.page);
  return watched;
}

async function openPoster(page: Page): Promise<void> {
  await page.locator('.story-tools .share').click();
  await page.locator('.share-sheet .open-poster').click();
  await page.locator('dialog.poster-sheet img').waitFor();
}

async function posterOf(page: Page, colour: readonly number[] = PAPER): Promise<ReadPicture> {
  const address = await page.locator('dialog.poster-sheet img').getAttribute('src');
  return readPicture(page, address ?? '', colour);
}

const select = (page: Page, place: number): Promise<void> =>
  page
    .locator('.article-body > p')
    .nth(place)
    .evaluate((paragraph) => document.getSelection()?.selectAllChildren(paragraph));

/** What axe finds on the page as it stands: rule, element, reason. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(() =>
    (window as unknown as { axe: typeof import('axe-core') }).axe.run(document, { resultTypes: ['violations'] }),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
}

describe('the poster', () => {
  test.each(['灯塔为什么', '燈塔為什麼', 'Why lighthouses', '很长的标题', '一句话'])(
    'of “%s” is a picture on paper with the article’s code, and its policy holds',
    async (title) => {
      const { page, faults } = await openAt(title, { colorScheme: 'dark' });
      await openPoster(page);
      const poster = await posterOf(page);
      expect(poster.code).toBe(`https://paper.example${pathOf(title)}`);
      expect(poster.width).toBe(1080);
      expect(poster.height).toBeGreaterThanOrEqual(1080);
      expect(poster.height).toBeLessThan(2400);
      expect(poster.coloured).toBeGreaterThan((poster.width * poster.height) / 2);
      expect(faults).toEqual([]);
    },
  );

  test('of a passage that is selected has it, and a mark of quotation', async () => {
    const { page } = await openAt('灯塔为什么');
    await openPoster(page);
    const accent = [151, 40, 29];
    const before = await posterOf(page, accent);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('dialog').first().waitFor({ state: 'detached' });
    await select(page, 1);
    await page.locator('.quote-control .open-poster').click();
    await page.locator('dialog.poster-sheet img').waitFor();
    const after = await posterOf(page, accent);
    expect(after.coloured).toBeGreaterThan(before.coloured + 1000);
    expect(after.code).toBe(before.code);
  });

  test('is saved under the article’s name', async () => {
    const { page } = await openAt('灯塔为什么');
    await openPoster(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '保存图片' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${pathOf('灯塔为什么').split('/')[2]}.png`);
    const saved = readFileSync(await download.path());
    const shown = await page.locator('dialog.poster-sheet img').getAttribute('src');
    expect(`data:image/png;base64,${saved.toString('base64')}`).toBe(shown);
  });

  test('is handed to other apps where files can be, and only there', async () => {
    const { page } = await openWatched(browser);
    await page.addInitScript(() => {
      Object.assign(Navigator.prototype, {
        canShare: ({ files }: ShareData) => files?.length === 1,
        share: async ({ files, title }: ShareData) => {
          document.title = `${title} ${files?.[0]?.type} ${files?.[0]?.name}`;
        },
      });
    });
    await page.goto(scratch.site + pathOf('灯塔为什么'));
    await live(page);
    await openPoster(page);
    await page.getByRole('button', { name: '分享图片' }).click();
    await expect.poll(() => page.title()).toMatch(/^灯塔为什么是白的 image\/png \w+\.png$/);
    const without = await openAt('灯塔为什么');
    await without.page.evaluate(() => Object.assign(Navigator.prototype, { canShare: undefined }));
    await openPoster(without.page);
    expect(await without.page.getByRole('button', { name: '分享图片' }).count()).toBe(0);
  });

  test('asks no other site for anything', async () => {
    const { page } = await openAt('灯塔为什么');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await openPoster(page);
    const outside = asked.filter((url) => !url.startsWith(scratch.site) && !/^(?:data|blob):/.test(url));
    expect(outside).toEqual([]);
  });

  test('is closed by Esc alone, and the focus returns step by step', async () => {
    const { page, faults } = await openAt('灯塔为什么');
    await openPoster(page);
    await page.keyboard.press('Escape');
    await page.locator('dialog.poster-sheet').waitFor({ state: 'detached' });
    expect(await page.locator('dialog.share-sheet[open]').count()).toBe(1);
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('open-poster');
    await page.keyboard.press('Escape');
    await page.locator('dialog.share-sheet').waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('share');
    expect(faults).toEqual([]);
  });

  test.each(['light', 'sepia', 'dark'])('is shown with nothing that axe objects to in the %s theme', async (theme) => {
    const { page } = await openWatched(browser, phone);
    const text = JSON.stringify({ version: 1, data: { theme } });
    await page.addInitScript(([key = '', value = '']) => localStorage.setItem(key, value), [SETTINGS_KEY, text]);
    await page.goto(scratch.site + pathOf('灯塔为什么'));
    await live(page);
    await openPoster(page);
    expect(await violations(page)).toEqual([]);
  });

  test('that can’t be drawn says so', async () => {
    const { page } = await openAt('灯塔为什么');
    await page.evaluate(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.locator('.story-tools .share').click();
    await page.locator('.share-sheet .open-poster').click();
    await expect.poll(() => page.locator('dialog.poster-sheet [role=status]').innerText()).toBe('海报没能画出来。');
  });

  test('fits a window of 320 pixels', async () => {
    const { page } = await openAt('灯塔为什么', { viewport: { width: 320, height: 568 } });
    await openPoster(page);
    const dialog = page.locator('dialog.poster-sheet');
    expect(await dialog.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  });
});
