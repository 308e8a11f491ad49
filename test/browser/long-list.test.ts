import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { articleFile, makeArticle } from '../bench/corpus-article.js';
import { corpusPath } from '../bench/make-corpus.js';
import { violationsInThemes as violations } from './axe-violations.ts';
import { type ScratchSite, serveScratch } from './build-and-serve.ts';
import { launchChromium } from './chromium.ts';
import { live, openWatched } from './watched-page.ts';

const ARTICLES = 300;
const desktop: BrowserContextOptions = {};
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** Two cores do all of it: what must come may take its time. */
const poll: typeof expect.poll = (value, options) => expect.poll(value, { timeout: 20_000, ...options });

let browser: Browser;
let scratch: ScratchSite;
beforeAll(async () => {
  const files = Array.from({ length: ARTICLES }, (_, index) => [
    corpusPath(index),
    articleFile(makeArticle('long list', index)),
  ]);
  [scratch, browser] = await Promise.all([serveScratch(Object.fromEntries(files)), launchChromium()]);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  scratch?.close();
  await browser?.close();
});

async function openList(path: string, options: BrowserContextOptions = desktop): Promise<Page> {
  const { page } = await openWatched(browser, options);
  await page.goto(scratch.site + path);
  await settled(page);
  return page;
}

/** Until the list is the one the address asks for, with all its rows. */
async function settled(page: Page): Promise<void> {
  await live(page);
  await poll(() => page.locator('html').getAttribute('data-finding')).toBeNull();
  await poll(() => page.locator('ol.rows[role=none] h3 a').count()).toBeGreaterThan(3);
  await poll(() => page.locator('.missing').count()).toBe(0);
}

/** The first row below the masthead, and the pixel it stands at. */
const firstInView = (page: Page) =>
  page.locator('ol.rows h3 a').evaluateAll((links) => {
    const link = links.find((each) => each.getBoundingClientRect().top > 60);
    return `${link?.getAttribute('href')} at ${link?.getBoundingClientRect().top}`;
  });

async function openFirstInView(page: Page): Promise<void> {
  const [href = ''] = (await firstInView(page)).split(' ');
  await page.locator(`ol.rows h3 a[href="${href}"]`).click();
  await page.waitForURL(/\/a\//);
  await page.locator('.article-body').waitFor();
}

/** What a list shows, apart from how it is reached. */
const shown = (page: Page) =>
  page.evaluate(() => ({
    heading: document.querySelector('h1')?.textContent,
    status: document.querySelector('.list-head > p[role=status]')?.textContent,
    chips: [...document.querySelectorAll('.list > .chips li')].map((chip) => chip.textContent),
    rows: [...document.querySelectorAll('ol.rows h3 a')].slice(0, 5).map((link) => link.getAttribute('href')),
    title: document.title,
  }));

/** By its name: its role becomes another with the searches it offers. */
const field = (page: Page) => page.getByLabel('搜索文章', { exact: true });
const count = (page: Page) =>
  page
    .locator('.list-head > p[role=status]')
    .evaluate((status) => Number(/([\d,]+) 篇/.exec(status.textContent ?? '')?.[1]));

const states: readonly (readonly [string, string])[] = [
  ['plain', '/'],
  ['filtered', '/?-c=cai-jing&sort=old'],
  ['searched', `/?q=${encodeURIComponent('数据')}`],
  ['searched and filtered', `/?-c=cai-jing&q=${encodeURIComponent('数据')}&sort=old`],
];

describe.each([
  ['desktop', desktop],
  ['phone', phone],
])('on a %s', (_, options) => {
  test.each(states)('a %s list is at the same pixel after Back, Forward and reloads', async (_, path) => {
    const page = await openList(path, options);
    for (const part of [0.25, 0.5, 0.75]) {
      await page.evaluate((to) => window.scrollTo(0, to * document.documentElement.scrollHeight), part);
      // Rows are drawn a frame later, and their texts come later still.
      await poll(() => firstInView(page)).not.toContain('undefined');
      await poll(() => page.locator('.missing').count()).toBe(0);
    }
    const place = await firstInView(page);
    const back = async () => {
      await page.goBack();
      await page.waitForURL(scratch.site + path);
      await poll(() => firstInView(page)).toBe(place);
    };
    await openFirstInView(page);
    await back();
    await page.goForward();
    await page.waitForURL(/\/a\//);
    await back();
    await page.reload();
    await poll(() => firstInView(page)).toBe(place);
    await openFirstInView(page);
    await page.reload();
    await live(page);
    await back();
  });

  test.each(states.slice(1))('a %s list is the same in a fresh browser', async (_, path) => {
    const page = await openList(path, options);
    const fresh = await openList(page.url().slice(scratch.site.length), desktop);
    expect(await shown(fresh)).toEqual(await shown(page));
  });
});

describe('operators', () => {
  test('combine with words, with each other and with filters, in either width and script, and with names in quotes', async () => {
    const page = await openList('/');
    const found = async (words: string) => {
      await field(page).fill(words);
      await poll(() => page.locator('.list-head > p[role=status] .hidden').textContent()).toBe(`“${words}” · `);
      return count(page);
    };
    const promised = async (name: string) =>
      Number(await page.locator('#sections .choice', { hasText: name }).first().locator('.count').innerText());
    const [finance, all] = [await promised('财经'), await count(page)];
    expect(finance).toBeGreaterThan(10);
    for (const words of ['分类:财经', '分类：财经', '分類：財經', '分类: "财经"', 'category:财经', 'CATEGORY：財經']) {
      expect(await found(words)).toBe(finance);
    }
    expect(await found('-分类:财经')).toBe(all - finance);
    const both = await found('分类:财经 数据');
    expect(both).toBeLessThanOrEqual(finance);
    expect(await found('数据 分类:财经')).toBe(both);
    expect(await found('数据 -分类:财经')).toBe((await found('数据')) - both);
    const own = await found('来源:临川');
    expect(own).toBeGreaterThan(0);
    expect(await found('来源:临川 分类:财经')).toBe(own);
    expect(await found('来源:临川 分类:国际')).toBe(0);
    expect(await found('来源:没有这张报')).toBe(0);
    await field(page).fill('来源:临川');
    await page.getByRole('button', { name: '排除“财经”' }).click();
    await poll(() => count(page)).toBe(0);
  });
});

describe('a jump to a date', () => {
  test('ends at its heading, also where filters have come above the list since', async () => {
    const page = await openList('/');
    await page.getByRole('button', { name: '排除“财经”' }).click();
    await page.locator('.list > .chips').waitFor();
    await page.getByLabel('跳到日期').first().fill('2021-06-15');
    await poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(1000);
    await poll(() =>
      page
        .locator('ol.rows h2.day')
        .evaluateAll((all) => all.some((heading) => Math.abs(heading.getBoundingClientRect().top) < 1)),
    ).toBe(true);
  });
});

describe('whoever listens', () => {
  test('hears each state of a list once, and axe finds nothing in any', async () => {
    const page = await openList('/');
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const status = document.querySelector('.list-head > p[role=status]');
      if (status) {
        new MutationObserver(() => heard.push(status.textContent ?? '')).observe(status, {
          ...{ childList: true, subtree: true, characterData: true },
        });
      }
    });
    const heard = (last: RegExp) =>
      poll(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard.at(-1) ?? '')).toMatch(last);
    await field(page).fill('数据');
    await heard(/^“数据” · \d+ 篇$/);
    expect(await violations(page)).toEqual([]);
    await field(page).press('Enter');
    await page.getByRole('checkbox', { name: '选择“财经”' }).check();
    await heard(/^财经 · “数据” · \d+ 篇$/);
    await page.locator('#sections .more').first().click();
    expect(await violations(page)).toEqual([]);
    await field(page).fill('龘');
    await heard(/^财经 · “龘” · 0 篇$/);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '清除全部' }).click();
    await heard(/^全部 · 300 篇$/);
    await field(page).focus();
    await page.keyboard.press('ArrowDown');
    expect(await violations(page)).toEqual([]);
    const tree = await page.locator('[role=feed]').ariaSnapshot();
    expect(tree).toMatch(/^- feed "文章":\n\s+- article ".+"/);
  });

  test('on a phone too, in the sheet and behind it', async () => {
    const page = await openList(`/?q=${encodeURIComponent('数据')}`, phone);
    expect(await violations(page)).toEqual([]);
    await page.locator('a.open-sections').tap();
    await page.locator('dialog.sheet .facets').waitFor();
    await page.locator('dialog.sheet .more').first().tap();
    expect(await violations(page)).toEqual([]);
  });
});
