import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ScratchSite, serveScratch } from './build-and-serve.ts';
import { launchChromium } from './chromium.ts';
import { readShot } from './read-picture.ts';
import { live, openWatched, type WatchedPage } from './watched-page.ts';

const HOME = 'https://paper.example';
const ORIGINAL = 'https://news.example/2026/11/harbour.html';
/** A picture that is higher than it is wide. */
const picture = readFileSync(resolve(import.meta.dirname, '../../articles/kitchen/pictures/tofu-steps.webp'));
const files = {
  'steps.webp': picture,
  'harbour.html': `---\ntitle: 港口的夜\nauthor: 海岸通讯\ndate: 2026-11-20 08:00:00\nlink: ${ORIGINAL}\n---\n\n<p>灯亮了。</p><figure><img src="./steps.webp" alt="港口"><figcaption>港口</figcaption></figure><pre><code>${'lamp on; '.repeat(60)}</code></pre><p>${'船靠岸了。'.repeat(900)}</p>`,
  'tide.html': '---\ntitle: 潮水\ndate: 2026-11-19 08:00:00\n---\n\n<p>潮水退了。</p>',
};

let browser: Browser;
let scratch: ScratchSite;
let article: string;
beforeAll(async () => {
  browser = await launchChromium();
  scratch = await serveScratch(files);
  const { page } = await openAt('/');
  article = (await page.locator('ol.rows h3 a', { hasText: '港口的夜' }).getAttribute('href')) ?? '';
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  scratch?.close();
  await browser?.close();
});

async function openAt(path: string, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const watched = await openWatched(browser, options);
  await watched.page.goto(scratch.site + path);
  await live(watched.page);
  return watched;
}

/** Which elements of a kind would be on paper. */
const printed = (page: Page, selector: string): Promise<string[]> =>
  page
    .locator(selector)
    .evaluateAll((elements) =>
      elements.filter((element) => element.checkVisibility()).map((element) => element.outerHTML.slice(0, 80)),
    );

/** Until the code could be drawn at once. */
function codeArrives(page: Page): Promise<unknown> {
  return page.waitForResponse((response) => /qr-code[^/]*\.js$/.test(response.url()));
}

const beginPrinting = (page: Page): Promise<void> =>
  page.evaluate(() => void window.dispatchEvent(new Event('beforeprint')));

describe('on paper', () => {
  test.each([
    ['an article', () => article],
    ['a list', () => '/'],
  ])('%s is black on white, and nothing is there to press', async (_, path) => {
    const { page } = await openAt(path(), { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const chrome = 'button, input, select, dialog, nav, .search, .aa, .imprint, .skip, .sections, .more-stories';
    expect(await printed(page, chrome)).toEqual([]);
    expect(await printed(page, '.masthead .name')).toHaveLength(1);
    const colours = await page.evaluate(() => {
      const style = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body);
      return [style('html').backgroundColor, style('h1').color, style('.page-address').color];
    });
    expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 'rgb(0, 0, 0)']);
  });

  test('the address stands at the end, without script too, and on no screen', async () => {
    const { page } = await openWatched(browser, { javaScriptEnabled: false });
    await page.goto(scratch.site + article);
    expect(await page.locator('.page-address').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.page-address').innerText()).toBe(HOME + article);
    const isLast = await page.evaluate(() => {
      const bottom = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().bottom ?? 0;
      return bottom('.page-address') > bottom('.story');
    });
    expect(isLast).toBe(true);
  });

  test('the address follows the reader through the app', async () => {
    const { page } = await openAt(article);
    const address = () => page.locator('.page-address').textContent();
    expect(await address()).toBe(HOME + article);
    await page.locator('.neighbours a').click();
    await expect.poll(address).not.toBe(HOME + article);
    await expect.poll(address).toBe(page.url().replace(scratch.site, HOME));
    await page.locator('.imprint a', { hasText: '关于' }).click();
    await expect.poll(address).toBe(`${HOME}/about/`);
    await page.locator('.masthead .name a').click();
    await expect.poll(address).toBe(`${HOME}/`);
  });

  test('beside it stands its code, drawn when the page goes to the printer', async () => {
    const { page, faults } = await openWatched(browser, { colorScheme: 'dark' });
    const arrived = codeArrives(page);
    await page.goto(scratch.site + article);
    await live(page);
    await arrived;
    const code = page.locator('.page-address .qr-code');
    await expect
      .poll(async () => {
        await beginPrinting(page);
        return code.count();
      })
      .toBe(1);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect((await readShot(page, await code.screenshot())).code).toBe(HOME + article);
    await page.evaluate(() => void window.dispatchEvent(new Event('afterprint')));
    await expect.poll(() => code.count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('the code is there in time for a printer', async () => {
    const { page } = await openWatched(browser);
    const arrived = codeArrives(page);
    await page.goto(scratch.site + article);
    await live(page);
    await arrived;
    await page.evaluate(() => {
      window.addEventListener('beforeprint', () => {
        document.body.dataset.codes = String(document.querySelectorAll('.page-address .qr-code').length);
      });
    });
    await expect
      .poll(async () => {
        const pdf = await page.pdf({ format: 'A4' });
        expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
        return page.locator('body').getAttribute('data-codes');
      })
      .toBe('1');
  });

  test('a phone, from which few print, does not fetch it', async () => {
    const { page } = await openWatched(browser, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(scratch.site + article);
    await live(page);
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => url.includes('qr-code'))).toEqual([]);
  });

  test('pictures are whole and undistorted, code is wrapped, and nothing is wider than the page', async () => {
    const { page } = await openAt(article, { viewport: { width: 680, height: 900 } });
    await page.emulateMedia({ media: 'print' });
    const set = await page.evaluate(() => {
      const [figure, image, code] = ['.story figure', '.story img', '.story pre'].map((selector) => {
        const element = document.querySelector(selector) ?? document.body;
        return { style: getComputedStyle(element), box: element.getBoundingClientRect(), element };
      });
      return {
        split: figure?.style.breakInside,
        fit: image?.style.objectFit,
        height: image?.box.height,
        overflow: (code?.element.scrollWidth ?? 0) - (code?.element.clientWidth ?? 0),
        wide: document.documentElement.scrollWidth - window.innerWidth,
      };
    });
    expect(set).toMatchObject({ split: 'avoid', fit: 'contain', overflow: 0, wide: 0 });
    expect(set.height).toBeLessThanOrEqual((16 / 2.54) * 96 + 1);
  });

  test('the link to the original says where it leads', async () => {
    const { page } = await openAt(article);
    await page.emulateMedia({ media: 'print' });
    const shown = await page.locator('.small-print a').evaluate((link) => getComputedStyle(link, '::after').content);
    expect(shown).toContain(ORIGINAL);
  });
});
