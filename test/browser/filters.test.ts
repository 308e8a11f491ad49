import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { violationsInThemes } from './axe-violations.ts';
import { launchChromium } from './chromium.ts';
import { live, openWatched } from './watched-page.ts';

const site = inject('sampleSite');
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(() => browser?.close());

/** Two cores do all of it: what must come may take its time. */
const poll: typeof expect.poll = (value, options) => expect.poll(value, { timeout: 15_000, ...options });

const filters = (page: Page) => page.locator('#sections .facets');
const status = (page: Page) => page.getByRole('status').first();
const shownCount = async (page: Page) => Number(/(\d[\d,]*) 篇/.exec(await status(page).innerText())?.[1]);
const scrollY = (page: Page) => page.evaluate(() => window.scrollY);
const ids = (page: Page) =>
  page.locator('ol.rows h3 a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));

/** A list with its filters beside it. */
async function openList(path: string, options = {}) {
  const opened = await openWatched(browser, options);
  await opened.page.goto(site + path);
  await live(opened.page);
  await filters(opened.page).waitFor({ state: 'attached' });
  return opened;
}

/** The count a category's link promises. */
const promised = async (page: Page, name: string) =>
  Number(
    await page
      .locator('#sections nav li', { has: page.getByRole('link', { name }) })
      .first()
      .locator('.count')
      .first()
      .innerText(),
  );

/** The outermost categories, by name. */
const outermost = (page: Page) =>
  page.locator('#sections nav:first-of-type > ul:last-of-type > li > .choice .entry-name').allInnerTexts();

describe('filters', () => {
  test('several categories are shown together, and the address, the heading and the title say so', async () => {
    const { page, faults } = await openList('/');
    const [one = '', other = ''] = await outermost(page);
    const sum = (await promised(page, one)) + (await promised(page, other));
    await page.getByRole('checkbox', { name: `选择“${one}”` }).check();
    await page.waitForURL(/\/c\/[^/]+\/$/);
    await page.getByRole('checkbox', { name: `选择“${other}”` }).check();
    await page.waitForURL(/\/\?c=.+&c=/);
    expect(await shownCount(page)).toBe(sum);
    const heading = await page.locator('h1').innerText();
    expect(heading).toContain(one);
    expect(heading).toContain(other);
    expect(await page.title()).toBe(`${heading} · ${sum} 篇 - Broadsheet`);
    expect(await status(page).innerText()).toContain(heading);
    expect(faults).toEqual([]);
  });

  test('a part of a category can be left out, and counts of others follow', async () => {
    const { page } = await openList('/');
    const [one = ''] = await outermost(page);
    const all = await promised(page, one);
    await page.getByRole('button', { name: `排除“${one}”` }).click();
    await page.waitForURL(/\?-c=/);
    const total = await page.locator('#sections .count').first().innerText();
    await poll(() => shownCount(page)).toBe(Number(total) - all);
    expect(await promised(page, one)).toBe(all);
    const sources = page.locator('#sections nav').nth(1).locator('.count');
    const counts = (await sources.allInnerTexts()).map(Number);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(Number(total) - all);
  });

  test.each([
    ['one category', (a: string) => `/?c=${a}`, (a: string) => `/c/${a}/`],
    ['one category and more', (a: string) => `/?c=${a}&sort=old`, (a: string) => `/c/${a}/?sort=old`],
    [
      'a category on another’s page',
      (a: string, b: string) => `/c/${a}/?c=${b}`,
      (a: string, b: string) => `/?c=${a}&c=${b}`,
    ],
    ['a category nobody knows', () => '/?c=nowhere', () => '/?c=nowhere'],
  ])('an address that names %s in another way leads to the list’s own', async (_, asked, proper) => {
    const { page, faults } = await openList('/');
    const paths = await page
      .locator('#sections nav:first-of-type > ul:last-of-type > li > .choice a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/')[2] ?? ''));
    const [one = '', other = ''] = paths.toSorted();
    const { page: expected } = await openList(proper(one, other));
    await page.goto(site + asked(one, other));
    await page.waitForURL(site + proper(one, other));
    await poll(() => page.locator('h1').innerText()).toBe(await expected.locator('h1').innerText());
    await poll(() => status(page).innerText()).toBe(await status(expected).innerText());
    await poll(() => ids(page)).toEqual(await ids(expected));
    expect(await page.locator('html').getAttribute('data-finding')).toBeNull();
    expect(faults).toEqual([]);
  });

  test('days are chosen by a click on a month, by keyboard as a range, and by calendar', async () => {
    const { page, faults } = await openList('/');
    const bars = page.locator('.bars button');
    const last = bars.last();
    const promisedCount = Number(/(\d+) 篇/.exec((await last.getAttribute('aria-label')) ?? '')?.[1]);
    await last.click();
    await page.waitForURL(/\?from=\d{4}-\d\d-\d\d&to=/);
    expect(await shownCount(page)).toBe(promisedCount);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+Enter');
    await poll(() => page.locator('.bars [aria-pressed=true]').count()).toBe(Math.min(2, await bars.count()));
    const field = page.getByLabel('从', { exact: true });
    await field.fill('2000-01-01');
    await page.waitForURL(/\?from=2000-01-01/);
    expect(faults).toEqual([]);
  });

  test('an address in a fresh browser shows the same, with nothing moving before the reader', async () => {
    const { page } = await openList('/');
    const [one = '', other = ''] = await outermost(page);
    await page.getByRole('checkbox', { name: `选择“${one}”` }).check();
    await page.waitForURL(/\/c\//);
    await page.getByRole('checkbox', { name: `选择“${other}”` }).check();
    await page.waitForURL(/\?c=/);
    await page.getByRole('combobox', { name: '排序' }).first().selectOption('old');
    await page.waitForURL(/sort=old/);
    await poll(() => page.locator('.missing').count()).toBe(0);
    const [heading, rows] = [await page.locator('h1').innerText(), await ids(page)];
    for (const options of [{}, phone]) {
      const fresh = await openWatched(browser, options);
      await fresh.page.goto(page.url());
      await live(fresh.page);
      await poll(() => fresh.page.locator('h1').innerText()).toBe(heading);
      expect(await fresh.page.locator('html').getAttribute('data-finding')).toBeNull();
      await poll(async () => (await ids(fresh.page)).slice(0, 5)).toEqual(rows.slice(0, 5));
      const shift = await fresh.page.evaluate(
        () =>
          new Promise<number>((done) => {
            new PerformanceObserver((list) => {
              done(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0));
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => done(0), 300);
          }),
      );
      expect(shift).toBeLessThanOrEqual(0.01);
      expect(fresh.faults).toEqual([]);
    }
  });

  test('a search in the address is not shown before anything is found, and nothing moves', async () => {
    const { page } = await openWatched(browser, phone);
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${site}/?q=灯塔`);
    await poll(() => page.locator('html').getAttribute('data-finding')).toBeNull();
    await page.locator('ol.rows mark').first().waitFor();
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThanOrEqual(0.01);
  });

  test.each([
    ['filtered', '/?sort=old'],
    ['plain', '/'],
  ])('a %s list is at the same pixel after Back, Forward and reload', async (_, path) => {
    const { page } = await openList(path);
    await page.mouse.move(900, 500);
    await page.mouse.wheel(0, 2345);
    await poll(() => scrollY(page)).toBe(2345);
    await poll(() => page.locator('.missing').count()).toBe(0);
    const links = page.locator('ol.rows h3 a');
    const index = await links.evaluateAll((all) => all.findIndex((link) => link.getBoundingClientRect().top > 200));
    const rows = await ids(page);
    await links.nth(index).click();
    await page.waitForURL(/\/a\//);
    await page.goBack();
    await page.waitForURL(site + path);
    await poll(() => scrollY(page)).toBe(2345);
    expect(await ids(page)).toEqual(rows);
    await page.goForward();
    await page.waitForURL(/\/a\//);
    await page.goBack();
    await page.waitForURL(site + path);
    await poll(() => scrollY(page)).toBe(2345);
    await page.reload();
    await live(page);
    await poll(() => scrollY(page)).toBe(2345);
  });

  test('what was read leaves the unread list when it is opened anew, not on the way back', async () => {
    const { page } = await openList('/?is=unread');
    const total = await shownCount(page);
    const first = page.locator('ol.rows h3 a').first();
    const title = await first.innerText();
    await first.click();
    await page.waitForURL(/\/a\//);
    await page.locator('button.save').click();
    await poll(() => page.locator('button.save').innerText()).toBe('已收藏');
    await page.goBack();
    await page.waitForURL(/is=unread/);
    expect(await shownCount(page)).toBe(total);
    expect(await page.locator('ol.rows h3 a').first().innerText()).toBe(title);
    await page.reload();
    await poll(() => shownCount(page)).toBe(total - 1);
    await page.goto(`${site}/?is=saved`);
    await poll(() => shownCount(page)).toBe(1);
    await poll(() => page.locator('ol.rows h3 a').first().innerText()).toBe(title);
  });

  test('a view is handed on without the reader’s own marks', async () => {
    const { page } = await openWatched(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(`${site}/?sort=old&is=unread`);
    await page.locator('.list-head .copy-link button').click();
    await poll(() => page.locator('.copy-link [role=status]').innerText()).toBe('已复制');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('https://paper.example/?sort=old');
    const canonical = page.locator('link[rel=canonical]');
    await poll(() => canonical.getAttribute('href')).toBe('https://paper.example/?sort=old');
  });

  test('chips take filters away one by one or all at once, and the heading is read', async () => {
    const { page } = await openList('/?sort=old&from=2000-01-01');
    const chips = page.locator('.list > .chips button');
    expect(await chips.count()).toBe(3);
    await chips.first().click();
    await page.waitForURL(`${site}/?sort=old`);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await chips.last().click();
    await page.waitForURL(`${site}/`);
    await poll(() => chips.count()).toBe(0);
  });

  test('where nothing is left, it says how to see more', async () => {
    const { page } = await openList('/?from=1975-01-01&to=1975-01-02');
    await page.locator('.nothing').waitFor();
    expect(await shownCount(page)).toBe(0);
    expect(await violationsInThemes(page)).toEqual([]);
    await page.locator('.nothing a').first().click();
    await page.waitForURL(`${site}/`);
    expect(await shownCount(page)).toBeGreaterThan(0);
  });

  test('a jump to a date scrolls to its first article', async () => {
    const { page } = await openList('/');
    const headings = page.locator('ol.rows h2.day');
    await page.mouse.wheel(0, 1500);
    await poll(() => headings.count()).toBeGreaterThan(2);
    const day = await page.locator('ol.rows time').nth(8).getAttribute('datetime');
    const local = new Date(Date.parse(day ?? '') + 8 * 3_600_000).toISOString().slice(0, 10);
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.getByLabel('跳到日期').first().fill(local);
    const [, month, date] = local.split('-').map(Number);
    await poll(() =>
      headings.evaluateAll(
        (all) => all.find((heading) => heading.getBoundingClientRect().top >= -1)?.textContent ?? '',
      ),
    ).toContain(`${month}月${date}日`);
    expect(await scrollY(page)).toBeGreaterThan(100);
  });

  test('rows are cards or compact, and stay so', async () => {
    const { page } = await openList('/');
    const height = () =>
      page
        .locator('ol.rows .row')
        .nth(2)
        .evaluate((row) => row.getBoundingClientRect().height);
    const cards = await height();
    await page.getByRole('combobox', { name: '版式' }).first().selectOption('compact');
    await poll(height).toBeLessThan(cards / 2);
    await page.reload();
    await live(page);
    expect(await height()).toBeLessThan(cards / 2);
    expect(await violationsInThemes(page)).toEqual([]);
  });

  test('on a phone they are a sheet that says how many articles it will show', async () => {
    const { page, faults } = await openWatched(browser, phone);
    await page.goto(`${site}/`);
    await live(page);
    await page.locator('a.open-sections').tap();
    const sheet = page.locator('dialog.sheet');
    await sheet.locator('.facets').waitFor();
    await sheet.locator('.tick input').first().tap();
    await page.waitForURL(/\/c\//);
    const count = await sheet.locator('.choice .count').first().innerText();
    await poll(() => sheet.locator('.sheet-foot button').innerText()).toBe(`显示 ${count} 篇`);
    expect(await violationsInThemes(page)).toEqual([]);
    const small = await sheet.locator('button, .tick, .own, select, input[type=date]').evaluateAll((targets) =>
      targets.flatMap((target) => {
        const { width, height } = target.getBoundingClientRect();
        return target.closest('.bars') || (width >= 40 && height >= 40) ? [] : [target.outerHTML];
      }),
    );
    expect(small).toEqual([]);
    await sheet.locator('.sheet-foot button').tap();
    await poll(() => sheet.isVisible()).toBe(false);
    expect(await shownCount(page)).toBe(Number(count));
    expect(faults).toEqual([]);
  });

  test('work by keyboard alone, which stays where it is', async () => {
    const { page } = await openList('/');
    const box = filters(page).getByRole('checkbox').first();
    await box.focus();
    await page.keyboard.press('Space');
    await page.waitForURL(/\/c\//);
    expect(await page.evaluate(() => document.activeElement?.matches('.tick input:checked'))).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toMatch(/exclude|more/);
    await page.goBack();
    await page.waitForURL(`${site}/`);
    await poll(() => box.isChecked()).toBe(false);
  });

  test('the list is a feed in which axe finds nothing, filtered or not', async () => {
    const { page } = await openList('/');
    expect(await violationsInThemes(page)).toEqual([]);
    expect(await page.getByRole('feed').getByRole('article').count()).toBeGreaterThan(5);
    const [one = ''] = await outermost(page);
    await page.getByRole('button', { name: `排除“${one}”` }).click();
    await page.waitForURL(/-c=/);
    expect(await violationsInThemes(page)).toEqual([]);
  });

  test('a list whose filters can’t be loaded is shown whole, and says so', async () => {
    const { page } = await openWatched(browser, phone);
    let isDown = true;
    await page.route('**/facet-script*', (route) => (isDown ? route.abort() : route.continue()));
    await page.goto(`${site}/?sort=old`);
    await page.getByRole('alert').waitFor();
    expect(await page.locator('ol.rows h3 a').first().isVisible()).toBe(true);
    isDown = false;
    await page.getByRole('alert').getByRole('button').tap();
    await poll(() => page.locator('h1').innerText()).toBe('最早在前');
  });
});
