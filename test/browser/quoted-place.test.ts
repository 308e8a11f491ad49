import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { quoteAnchor } from '../../src/article/quote-anchor.ts';
import { type ScratchSite, serveScratch } from './build-and-serve.ts';
import { chromiumPath, launchChromium } from './chromium.ts';
import { readShot } from './read-picture.ts';
import { live, openWatched, type WatchedPage } from './watched-page.ts';

const clipboard: BrowserContextOptions = { permissions: ['clipboard-read', 'clipboard-write'] };

/** Long enough to scroll; one sentence stands three times in it. */
const paragraphs = Array.from({ length: 40 }, (_, number) =>
  number % 12 === 7
    ? `<p>第 ${number} 夜，灯亮了。<b>船看见了灯</b>，慢慢靠岸。</p>`
    : `<p>第 ${number} 夜没有船。</p>`,
).join('\n');

const front = (title: string): string => `---\ntitle: ${title}\ndate: 2026-11-20 08:00:00\n---\n\n`;

let browser: Browser;
/** A browser that knows nothing of text fragments. */
let plainBrowser: Browser;
let scratch: ScratchSite;
let article: string;
/** What a reader who selected the sentence in the last of its three places has copied. */
let link: string;

beforeAll(async () => {
  browser = await launchChromium();
  plainBrowser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-features=TextFragmentAnchor'],
  });
  const harbour = './harbour.html';
  scratch = await serveScratch({
    'harbour.html': `${front('港口的夜')}${paragraphs}`,
    'reader.html': `${front('读报人')}<p>他读到<a href="${harbour}${quoted()}">这样一句</a>。</p>`,
  });
  article = await harbourPath();
  link = await copyLink();
});
afterEach(async () => {
  for (const each of [browser, plainBrowser]) for (const context of each.contexts()) await context.close();
});
afterAll(async () => {
  scratch?.close();
  await Promise.all([browser?.close(), plainBrowser?.close()]);
});

/** The way to the last of the sentences, as another article may have it: made without a page. */
function quoted(): string {
  const paragraph = '第 31 夜，灯亮了。船看见了灯，慢慢靠岸。';
  const start = paragraph.indexOf('船看见');
  return `#${quoteAnchor(paragraph, { start, end: start + 5 })}:~:text=${encodeURIComponent('船看见了灯')}`;
}

async function harbourPath(): Promise<string> {
  const sitemap = await (await fetch(`${scratch.site}/sitemap.xml`)).text();
  for (const [path] of sitemap.matchAll(/\/a\/[^/<]+\//g)) {
    if ((await (await fetch(scratch.site + path)).text()).includes('第 31 夜')) return path;
  }
  throw new Error('the article is missing');
}

async function openAt(address: string, options: BrowserContextOptions = {}, by = browser): Promise<WatchedPage> {
  const watched = await openWatched(by, options);
  await watched.page.goto(address);
  await live(watched.page);
  return watched;
}

async function copyLink(): Promise<string> {
  const { page } = await openAt(scratch.site + article, clipboard);
  const text = page.locator('.article-body b').last();
  await text.scrollIntoViewIfNeeded();
  await text.evaluate((element) => document.getSelection()?.selectAllChildren(element));
  await page.locator('.quote-control button').first().click();
  await page.locator('.quote-control [role=status]:not(:empty)').waitFor();
  const [quote, , address] = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
  expect(quote).toBe('“船看见了灯”');
  await page.context().close();
  return (address ?? '').replace('https://paper.example', scratch.site);
}

const anchorOnly = (): string => link.replace(/:~:.*$/, '');

/** What our own mark is on. */
const marked = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(CSS.highlights.get('quote') ?? [])].map((range) => String(range)));

/** Where the last of the three sentences stands in the window, from its top; pixels. */
const sentenceTop = (page: Page): Promise<number> =>
  page
    .locator('.article-body b')
    .last()
    .evaluate((text) => text.getBoundingClientRect().top);

const isInSight = async (page: Page): Promise<boolean> => {
  const top = await sentenceTop(page);
  return top > 0 && top < 900;
};

/** The colour a mark has, as the style sheet mixes it: red, green, blue. */
function markColour(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const colour = getComputedStyle(document.querySelector('.article-body') ?? document.body, '::target-text');
    if (!probe) throw new Error('no canvas');
    probe.fillStyle = colour.backgroundColor;
    probe.fillRect(0, 0, 1, 1);
    return [...probe.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  });
}

describe('a link to a passage', () => {
  test('names it by its words, told from the same ones before, and by our own anchor', () => {
    const fragment = decodeURIComponent(new URL(link.replace(':~:', '%20')).hash);
    expect(fragment).toMatch(/^#p-[0-9a-z]{6}\.\d+-5 text=/);
    expect(fragment).toContain('船看见了灯');
    expect(fragment).toMatch(/text=.+-,|,-/);
  });

  test('is shown and marked by the browser itself, without script', async () => {
    const { page } = await openWatched(browser, { javaScriptEnabled: false });
    await page.goto(link);
    await expect.poll(() => isInSight(page)).toBe(true);
    const { coloured } = await readShot(page, await page.screenshot(), await markColour(page));
    expect(coloured).toBeGreaterThan(200);
  });

  test('is marked once, where it is, when the app has taken the page over', async () => {
    const { page, faults } = await openAt(link);
    await expect.poll(() => marked(page)).toEqual(['船看见了灯']);
    expect(await isInSight(page)).toBe(true);
    const colour = await markColour(page);
    const both = await readShot(page, await page.screenshot(), colour);
    expect(both.coloured).toBeGreaterThan(200);
    expect(await page.locator('.article-body mark').count()).toBe(0);
    expect(await page.locator('.quote-gone').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('is shown by our anchor alone', async () => {
    const { page } = await openAt(anchorOnly());
    await expect.poll(() => marked(page)).toEqual(['船看见了灯']);
    await expect.poll(() => isInSight(page)).toBe(true);
  });

  test('is shown where the browser knows no text fragments', async () => {
    const { page, faults } = await openAt(link, {}, plainBrowser);
    await expect.poll(() => marked(page)).toEqual(['船看见了灯']);
    await expect.poll(() => isInSight(page)).toBe(true);
    expect(faults).toEqual([]);
  });

  test('is selected where the browser has no marks of its own', async () => {
    const { page } = await openWatched(browser);
    await page.addInitScript(() => Reflect.deleteProperty(window, 'Highlight'));
    await page.goto(anchorOnly());
    await live(page);
    await expect.poll(() => page.evaluate(() => String(document.getSelection()))).toBe('船看见了灯');
    expect(await isInSight(page)).toBe(true);
  });

  test('is followed in the app too', async () => {
    const { page, faults } = await openAt(`${scratch.site}/`);
    await page.locator('ol.rows h3 a', { hasText: '读报人' }).click();
    await page.locator('.article-body a').click();
    await page.waitForURL(`**${article}*`);
    await page.locator('.article-body').waitFor();
    await expect.poll(() => marked(page)).toEqual(['船看见了灯']);
    await expect.poll(() => isInSight(page)).toBe(true);
    expect(faults).toEqual([]);
  });

  test('that is gone says so quietly, and the article is there', async () => {
    const { page, faults } = await openAt(
      `${scratch.site}${article}#p-zzzzzz.1-2:~:text=%E6%B2%A1%E6%9C%89%E7%9A%84%E8%AF%9D`,
    );
    const notice = page.locator('.quote-gone');
    await notice.waitFor();
    expect(await notice.innerText()).toContain('找不到了');
    expect(await page.locator('.article-body p').count()).toBe(40);
    await notice.getByRole('button').click();
    await notice.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  });

  test('leaves a reader who has come back where they were', async () => {
    const { page } = await openAt(link);
    await expect.poll(() => marked(page)).toEqual(['船看见了灯']);
    await page.evaluate(() => window.scrollTo(0, 40));
    await page.reload();
    await live(page);
    await expect.poll(() => marked(page)).toEqual(['船看见了灯']);
    expect(await page.evaluate(() => window.scrollY)).toBeLessThanOrEqual(40);
  });
});
