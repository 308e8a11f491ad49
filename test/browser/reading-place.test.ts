import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Place } from '../../src/library/places.ts';
import { violationsInThemes } from './axe-violations.ts';
import { launchChromium } from './chromium.ts';
import { type Editions, serveEditions } from './serve-editions.ts';
import { live, openWatched } from './watched-page.ts';

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const PLACES = 'broadsheet.places';

/** Paragraphs of different lengths, each with its number. */
const paragraph = (number: number, name = '段') =>
  `<p>第 ${number} ${name}。${'潮水退去以后，守灯人沿着石阶往下走，数一数今天又露出了几级。'.repeat(1 + (number % 4))}</p>`;
const story = (paragraphs: readonly string[]) => paragraphs.join('\n');

function article(title: string, day: number, body: string): string {
  return `---\ntitle: ${title}\nslug: ${title.toLowerCase()}\ndate: 2026-11-${String(day).padStart(2, '0')} 08:00:00\ncategories: [海岸]\nauthor: 灯塔简报\n---\n${body}\n`;
}

const LONG = Array.from({ length: 40 }, (_, number) => paragraph(number + 1));
const others = Object.fromEntries(
  Array.from({ length: 12 }, (_, number) => [
    `note${number}.html`,
    article(`Note${number}`, number + 1, story(LONG.slice(number, number + 12))),
  ]),
);

const SHORT = article('Short', 20, '<p>一行字。</p>');
const { 'note3.html': _, ...kept } = others;

let browser: Browser;
/** In the second edition the long article has grown at its head, another has come before it, and one was withdrawn. */
let paper: Editions;
beforeAll(async () => {
  browser = await launchChromium();
  const grown = [paragraph(1, '新段'), paragraph(2, '新段'), paragraph(3, '新段'), ...LONG];
  paper = await serveEditions([
    { ...others, 'long.html': article('Long', 15, story(LONG)), 'short.html': SHORT },
    {
      ...kept,
      'long.html': article('Long', 15, story(grown)),
      'older.html': article('Older', 2, story(LONG.slice(0, 3))),
      'short.html': SHORT,
    },
  ]);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  paper.publish(0);
});
afterAll(async () => {
  await browser?.close();
  paper?.close();
});

async function open(path: string, options: BrowserContextOptions = phone) {
  const watched = await openWatched(browser, options);
  await watched.page.goto(paper.site + path);
  await live(watched.page);
  return watched;
}

/** Leaves an article, and opens it again as a link that says "continue" would. */
async function goOn(page: Page): Promise<void> {
  await page.goto(`${paper.site}/about/`);
  await page.goto(`${paper.site}/a/long/#continue`);
}

const stored = (page: Page): Promise<readonly Place[]> =>
  page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? '{"data":[]}').data, PLACES);

/** The paragraph where one reads: a fifth of the window below its top. */
const readParagraph = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const line = window.innerHeight * 0.2;
    const block = [...document.querySelectorAll('.article-body > *')].findLast(
      (each) => each.getBoundingClientRect().top <= line + 1,
    );
    return /第 \d+ 段/.exec(block?.textContent ?? '')?.[0] ?? '';
  });

const scrollY = (page: Page) => page.evaluate(() => Math.round(window.scrollY));

/** Reads on to a share of the page, and rests there until the place is kept. */
async function readTo(page: Page, share: number): Promise<string> {
  // What keeps the place has come.
  await page.locator('.reading-progress').waitFor({ state: 'attached' });
  await page.evaluate((part) => window.scrollTo(0, (document.body.scrollHeight - window.innerHeight) * part), share);
  const paragraph = await readParagraph(page);
  await expect
    .poll(async () => {
      const place = (await stored(page)).at(-1);
      return page.evaluate((index) => {
        const text = document.querySelectorAll('.article-body > *')[index ?? -1]?.textContent;
        return /第 \d+ 段/.exec(text ?? '')?.[0];
      }, place?.index);
    })
    .toBe(paragraph);
  return paragraph;
}

const offer = (page: Page) => page.locator('.read-on');

describe('the place in an article', () => {
  test('is offered and not jumped to; the offer leads to the same words at another width and size', async () => {
    const { page, faults } = await open('/a/long/');
    const paragraph = await readTo(page, 0.5);
    await page.goto(`${paper.site}/about/`);
    await page.evaluate(() =>
      localStorage.setItem('broadsheet.settings', '{"version":1,"data":{"size":"huge","leading":"loose"}}'),
    );
    await page.setViewportSize({ width: 700, height: 600 });
    await page.goto(`${paper.site}/a/long/`);
    await offer(page).waitFor();
    expect(await scrollY(page)).toBe(0);
    expect(await offer(page).innerText()).toMatch(/上次读到 [56]\d%/);
    await offer(page).getByRole('button', { name: '继续阅读' }).click();
    await expect.poll(() => readParagraph(page)).toBe(paragraph);
    expect(await offer(page).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(paragraph);
    expect(faults).toEqual([]);
  });

  test('is found by its words in an edition in which the text has grown', async () => {
    const { page } = await open('/a/long/');
    const paragraph = await readTo(page, 0.4);
    paper.publish(1);
    await goOn(page);
    await expect.poll(() => page.locator('.article-body').innerText()).toContain('第 1 新段');
    await expect.poll(() => readParagraph(page)).toBe(paragraph);
    // What was asked for once is not asked for again by a reload, nor handed on with the address.
    expect(page.url()).toBe(`${paper.site}/a/long/`);
  });

  test('is not lost by beginning anew, before one is as far', async () => {
    const { page } = await open('/a/long/');
    const paragraph = await readTo(page, 0.6);
    await page.goto(`${paper.site}/`);
    await page.goto(`${paper.site}/a/long/`);
    await offer(page).waitFor();
    await page.evaluate(() => window.scrollTo(0, window.innerHeight * 2));
    await expect.poll(() => offer(page).count()).toBe(0);
    await goOn(page);
    await expect.poll(() => readParagraph(page)).toBe(paragraph);
  });

  test('is another once the offer was turned down', async () => {
    const { page } = await open('/a/long/');
    await readTo(page, 0.6);
    await page.goto(`${paper.site}/`);
    await page.goto(`${paper.site}/a/long/`);
    await offer(page).getByRole('button', { name: '关闭' }).click();
    const paragraph = await readTo(page, 0.2);
    await goOn(page);
    await expect.poll(() => readParagraph(page)).toBe(paragraph);
  });

  test('is not kept of what has been read to its end, nor of what fits a window', async () => {
    const { page } = await open('/a/long/');
    await readTo(page, 0.5);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expect.poll(() => stored(page)).toEqual([]);
    expect(
      await page.locator('.reading-progress').evaluate((bar) => new DOMMatrix(getComputedStyle(bar).transform).a),
    ).toBe(1);
    await page.goto(`${paper.site}/a/short/`);
    await page.locator('.reading-progress').waitFor({ state: 'attached' });
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.goto(`${paper.site}/a/long/`);
    expect(await stored(page)).toEqual([]);
  });

  test('is no reason to leave a list, or to return anywhere but where one was', async () => {
    const { page, faults } = await open('/');
    await page.locator('ol.rows a[href="/a/long/"]').first().click();
    await page.waitForURL(/\/a\/long\//);
    const paragraph = await readTo(page, 0.5);
    const place = await scrollY(page);
    await page.locator('nav.neighbours a').first().dispatchEvent('click');
    await expect.poll(() => page.url()).not.toContain('/a/long/');
    await page.goBack();
    await expect.poll(() => scrollY(page)).toBe(place);
    expect(await readParagraph(page)).toBe(paragraph);
    await page.locator('.reading-progress').waitFor({ state: 'attached' });
    expect(await offer(page).count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('lasts as long as the page where nothing may be stored', async () => {
    const { page, faults } = await openWatched(browser, phone);
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    await page.goto(`${paper.site}/a/long/`);
    await live(page);
    await page.locator('.reading-progress').waitFor({ state: 'attached' });
    await page.evaluate(() => window.scrollTo(0, 3000));
    const paragraph = await readParagraph(page);
    await page.waitForTimeout(500);
    await page.locator('.masthead').getByRole('link', { name: '收藏' }).click();
    await page.getByRole('main').getByRole('link', { name: '历史' }).click();
    await page.locator('.shelf a').click();
    await expect.poll(() => readParagraph(page)).toBe(paragraph);
    expect(faults).toEqual([]);
  });
});

describe('the shelf of what was left in the middle', () => {
  const shelf = (page: Page) => page.locator('.started .shelf');
  const shift = (page: Page) =>
    page.evaluate(
      () =>
        new Promise<number>((done) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(sum), 300);
        }),
    );

  test('stands on the front page from its first paint on, and leads to the place', async () => {
    for (const options of [phone, {}]) {
      const { page, faults } = await open('/a/long/', options);
      const paragraph = await readTo(page, 0.5);
      await page.goto(`${paper.site}/`);
      await shelf(page).waitFor();
      expect(await shift(page)).toBeLessThanOrEqual(0.01);
      expect(await shelf(page).innerText()).toMatch(/Long\s*读到 \d+%/);
      await shelf(page).getByRole('link', { name: 'Long' }).click();
      await expect.poll(() => readParagraph(page)).toBe(paragraph);
      expect(page.url()).toBe(`${paper.site}/a/long/`);
      // Back to the list, forth to where one has read on meanwhile.
      await page.evaluate(() => window.scrollBy(0, 500));
      const place = await scrollY(page);
      await page.goBack();
      await shelf(page).waitFor();
      await page.goForward();
      await expect.poll(() => scrollY(page)).toBe(place);
      expect(faults).toEqual([]);
      await page.context().close();
    }
  });

  test('does not move a list one comes back to: it is there the next time', async () => {
    const { page } = await open('/');
    await page.evaluate(() => window.scrollTo(0, 700));
    const link = page.locator('ol.rows a[href="/a/long/"]').first();
    const top = await link.evaluate((element) => element.getBoundingClientRect().top);
    await link.dispatchEvent('click');
    await page.waitForURL(/\/a\/long\//);
    await readTo(page, 0.5);
    await page.goBack();
    await expect.poll(() => link.evaluate((element) => element.getBoundingClientRect().top)).toBeCloseTo(top, 0);
    expect(await page.locator('.started').isVisible()).toBe(false);
    await page.locator('.masthead .name a').click();
    await page.waitForURL(`${paper.site}/`);
    await page.goto(`${paper.site}/about/`);
    await live(page);
    await page.locator('.masthead .name a').click();
    await shelf(page).waitFor();
  });

  test('is not in the way of a filtered list', async () => {
    const { page } = await open('/a/long/');
    await readTo(page, 0.5);
    await page.goto(`${paper.site}/?q=${encodeURIComponent('潮水')}`);
    await live(page);
    expect(await page.locator('.started').isVisible()).toBe(false);
    await page.goto(`${paper.site}/c/hai-an/`);
    expect(await page.locator('.started').count()).toBe(0);
  });

  test('names what was withdrawn, and can be emptied and filled again', async () => {
    const { page } = await open('/a/note3/');
    await readTo(page, 0.4);
    await page.goto(`${paper.site}/a/long/`);
    await live(page);
    await readTo(page, 0.4);
    paper.publish(1);
    await page.goto(`${paper.site}/`);
    await expect.poll(() => shelf(page).innerText()).toMatch(/Note3\s*已不在本期/);
    expect(await shelf(page).getByRole('link').allInnerTexts()).toEqual(['Long']);
    await page.getByRole('button', { name: '移除“Note3”' }).click();
    expect((await stored(page)).map(({ id }) => id)).toEqual(['long']);
    await page.getByRole('button', { name: '撤销移除“Note3”' }).click();
    expect((await stored(page)).map(({ id }) => id)).toEqual(['note3', 'long']);
  });

  test('stands above the history too, goes and comes back with it, and agrees with another tab', async () => {
    const { page } = await open('/a/long/');
    await readTo(page, 0.4);
    await page.goto(`${paper.site}/history/`);
    await page.locator('.started-articles .shelf').waitFor();
    await expect.poll(() => page.locator('.marked').innerText()).toMatch(/读到 \d+%/);
    const other = await page.context().newPage();
    await other.goto(`${paper.site}/a/long/`);
    await live(other);
    await readTo(other, 0.7);
    await expect.poll(() => page.locator('.shelf').innerText()).toMatch(/读到 [78]\d%/);
    await page.getByRole('button', { name: '清除历史' }).click();
    expect(await stored(page)).toEqual([]);
    expect(await page.locator('.shelf').count()).toBe(0);
    await page.getByRole('button', { name: '撤销' }).click();
    expect(await stored(page)).toHaveLength(1);
    await page.locator('.shelf').waitFor();
  });

  test('axe finds nothing in it, nor in the offer, and nothing moves sideways', async () => {
    for (const width of [320, 1280]) {
      paper.publish(0);
      const { page } = await open('/a/note3/', { ...phone, viewport: { width, height: 800 } });
      for (const path of ['/a/note3/', '/a/note4/', '/a/long/']) {
        await page.goto(paper.site + path);
        await readTo(page, 0.5);
      }
      paper.publish(1);
      for (const [path, part] of [
        ['/', '.started .shelf'],
        ['/history/', '.started-articles .shelf'],
        ['/a/long/', '.read-on'],
      ]) {
        await page.goto(`${paper.site}${path}`);
        await page.locator(part ?? '').waitFor();
        if (path !== '/a/long/') await expect.poll(() => page.locator('.shelf').innerText()).toContain('已不在本期');
        expect.soft(await violationsInThemes(page), `${path} ${width}`).toEqual([]);
        expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `${path} ${width}`).toBe(width);
      }
    }
  });
});
