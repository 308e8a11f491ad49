import type { Browser, BrowserContextOptions, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ScratchSite, serveScratch } from './build-and-serve.ts';
import { launchChromium } from './chromium.ts';
import { sizeIn, standIn } from './picture-stand-in.ts';
import { live, openWatched } from './watched-page.ts';

const paragraph = '<p>潮水退去以后，码头上只剩下几只倒扣的木船，守灯塔的人把绳子一圈一圈收好，等着下一班渡轮。</p>';
const shapes = [
  [1200, 800],
  [800, 1200],
  [1600, 900],
  [900, 900],
  [640, 360],
  [700, 2100],
] as const;

/** 38 pictures: alone, in twos and threes, of many shapes. `named`: whether the article says how large they are. */
function pictures(named: boolean): string {
  const figures = Array.from({ length: 38 }, (_, at) => {
    const [width, height] = shapes[Math.floor(at / 3) % shapes.length] ?? [3, 2];
    const size = named ? ` width="${width}" height="${height}"` : '';
    const text = at % 5 === 0 ? paragraph.repeat(2) : '';
    return `${text}<figure><img src="https://far.example/${at}.jpg?${width}x${height}"${size}><figcaption>第 ${at + 1} 张</figcaption></figure>`;
  });
  return paragraph + figures.join('') + paragraph.repeat(4);
}

/** Formulas in the first lines one sees, and below; nobody says how large they are. */
const formulas = Array.from({ length: 12 }, (_, at) => {
  const tex = ['E=mc^2', '5.55\\times 10^{-18}', '\\frac{a+b}{2}', 'c'][at % 4] ?? '';
  const formula = `<img class="ztext-math" data-formula="${tex}" src="https://far.example/${at}.svg?${[44, 92, 38, 9][at % 4]}x${at % 4 === 2 ? 40 : 20}">`;
  return `<p>退潮的快慢可以写成${formula}，守灯塔的人不大相信，他只看礁石上的那条白线，再看看表。${formula}是后来才有的写法。</p>`;
}).join('');

function article(slug: string, body: string): string {
  return `---\ntitle: 三十八张码头，${slug}\ncategories: [海岸]\nauthor: 海岸通讯\nslug: ${slug}\ndate: 2026-11-20\n---\n${body}`;
}

let scratch: ScratchSite;
let browser: Browser;
beforeAll(async () => {
  scratch = await serveScratch({
    'named.html': article('named', pictures(true)),
    'unnamed.html': article('unnamed', pictures(false)),
    'formulas.html': article('formulas', formulas),
  });
  browser = await launchChromium();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser?.close();
  scratch?.close();
});

const desk: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 } };

/** From the first moment of a page: how much of what was seen has moved, as browsers count it. */
async function measureShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted = window as unknown as { shifts: { value: number; what: string }[] };
    counted.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const {
          value,
          hadRecentInput,
          sources = [],
        } = entry as PerformanceEntry & {
          readonly value: number;
          readonly hadRecentInput: boolean;
          readonly sources?: readonly { readonly node: Node | null }[];
        };
        const what = sources
          .map(({ node }) => (node instanceof Element ? node.outerHTML : (node?.textContent ?? '')).slice(0, 80))
          .join(' | ');
        if (!hadRecentInput) counted.shifts.push({ value, what });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

interface Shift {
  readonly value: number;
  readonly what: string;
}

/** The shifts that matter. Their sum, which is more than any page is judged by, is at most .01. */
async function moved(page: Page): Promise<readonly Shift[]> {
  const all = await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
  return all.reduce((sum, { value }) => sum + value, 0) <= 0.01 ? [] : all.slice(0, 3);
}

async function readThrough(page: Page, step: number): Promise<void> {
  const end = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < end; top += step) {
    await page.mouse.wheel(0, step);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
}

const show = (route: Route) => route.fulfill(standIn(...sizeIn(route.request().url()))).catch(() => {});

/** What becomes of a picture that is asked for. */
const fates: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  come: (page) => page.route(/far\.example/, show),
  'come late': (page) =>
    page.route(/far\.example/, (route) => {
      setTimeout(() => void show(route), 700);
    }),
  'never come': (page) => page.route(/far\.example/, () => {}),
  fail: (page) => page.route(/far\.example/, (route) => route.abort()),
};

describe.each(['named', 'unnamed'])('in an article of 38 pictures, their sizes %s, nothing moves', (slug) => {
  test.each([
    ...Object.keys(fates).map((fate) => [fate, 'desk', desk] as const),
    ['come late', 'phone', phone] as const,
  ])('while they %s (%s)', async (fate, _, size) => {
    const { page } = await openWatched(browser, size);
    await measureShifts(page);
    await fates[fate]?.(page);
    await page.goto(`${scratch.site}/a/${slug}/`, { waitUntil: 'commit' });
    await live(page);
    await readThrough(page, 450);
    await page.waitForTimeout(800);
    expect(await moved(page)).toEqual([]);
  });
});

describe('in an article of formulas of unknown sizes', () => {
  test.each(Object.keys(fates))('nothing moves while they %s (phone)', async (fate) => {
    const { page } = await openWatched(browser, phone);
    await measureShifts(page);
    await fates[fate]?.(page);
    await page.goto(`${scratch.site}/a/formulas/`, { waitUntil: 'commit' });
    await live(page);
    await readThrough(page, 450);
    await page.waitForTimeout(800);
    expect(await moved(page)).toEqual([]);
  });

  test('one that fails is read', async () => {
    const { page } = await openWatched(browser, phone);
    await fates.fail?.(page);
    await page.goto(`${scratch.site}/a/formulas/`);
    await live(page);
    const room = page.locator('.formula-room').nth(2);
    await expect
      .poll(() =>
        room.evaluate((element) => {
          const { content, visibility } = getComputedStyle(element, '::before');
          return { content, visibility, picture: element.querySelector('img')?.checkVisibility() };
        }),
      )
      .toEqual({ content: '"5.55×10⁻¹⁸"', visibility: 'visible', picture: false });
  });

  test('one that comes below the window has its own size there', async () => {
    const { page } = await openWatched(browser, phone);
    await fates.come?.(page);
    await page.goto(`${scratch.site}/a/formulas/`);
    await live(page);
    const last = page.locator('.formula-room img').last();
    await last.scrollIntoViewIfNeeded();
    await expect.poll(() => last.evaluate((image) => image.getBoundingClientRect().width)).toBe(9);
  });
});

describe('a picture of unknown size that comes while its place is read', () => {
  async function readAt(at: number): Promise<{ readonly page: Page; readonly answer: () => void }> {
    const { page } = await openWatched(browser, desk);
    await measureShifts(page);
    let answer = (): void => {};
    const answered = new Promise<void>((done) => {
      answer = done;
    });
    await page.route(/far\.example/, async (route) => {
      await answered;
      await show(route);
    });
    await page.goto(`${scratch.site}/a/unnamed/`, { waitUntil: 'commit' });
    await live(page);
    await page
      .locator('.article-body figure')
      .nth(at)
      .evaluate((figure) => {
        window.scrollTo(0, window.scrollY + figure.getBoundingClientRect().top - 150);
      });
    return { page, answer };
  }

  const height = (page: Page, at: number) =>
    page
      .locator('.article-body figure img')
      .nth(at)
      .evaluate((image) => image.getBoundingClientRect().height);
  const top = (page: Page, at: number) =>
    page
      .locator('.article-body figcaption')
      .nth(at)
      .evaluate((caption) => caption.getBoundingClientRect().top);
  const hasCome = (page: Page, at: number) =>
    expect
      .poll(() =>
        page
          .locator('.article-body figure img')
          .nth(at)
          .evaluate((image: HTMLImageElement) => image.naturalWidth),
      )
      .toBeGreaterThan(0);

  test('is shown whole within its room, and takes its own when it lies below the window', async () => {
    const { page, answer } = await readAt(4);
    const before = { height: await height(page, 4), caption: await top(page, 4) };
    answer();
    await hasCome(page, 4);
    await expect.poll(() => page.locator('img.held').count()).toBeGreaterThan(0);
    expect({ height: await height(page, 4), caption: await top(page, 4) }).toEqual(before);
    await page.evaluate(() => window.scrollBy(0, -1000));
    await expect.poll(() => height(page, 4)).toBeGreaterThan(before.height * 2);
    expect(await moved(page)).toEqual([]);
  });

  test('takes its own at once where only what is out of sight moves', async () => {
    const { page, answer } = await readAt(4);
    await page.evaluate(() => window.scrollBy(0, -400));
    const before = await height(page, 4);
    answer();
    await expect.poll(() => height(page, 4)).toBeGreaterThan(before * 2);
    expect(await moved(page)).toEqual([]);
  });

  test('has its own size at once without script', async () => {
    const { page } = await openWatched(browser, { ...desk, javaScriptEnabled: false });
    await page.route(/far\.example/, show);
    await page.goto(`${scratch.site}/a/unnamed/`);
    const image = page.locator('.article-body figure img').nth(3);
    await image.scrollIntoViewIfNeeded();
    await expect.poll(async () => Math.round((await image.boundingBox())?.height ?? 0)).toBe(918);
  });
});
