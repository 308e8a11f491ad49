import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { live, openWatched } from './watched-page.ts';

const site = inject('sampleSite');
const belowBase = inject('sampleSiteBelowBase');

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** By its name: its role becomes another with the searches it offers. */
const field = (page: Page) => page.getByLabel('搜索文章', { exact: true });
/** Not as drawn: rows that are not near the window yet are drawn later. */
const titles = (page: Page) => page.locator('.rows h3').allTextContents();
const patient = { timeout: 15_000 };

async function openHome(address = `${site}/`) {
  const watched = await openWatched(browser);
  await watched.page.goto(address);
  await live(watched.page);
  return watched;
}

describe('search', () => {
  test('finds articles as one types, marks what was found, and follows in the address without adding to history', async () => {
    const { page, faults } = await openHome();
    const before = await page.evaluate(() => window.history.length);
    await page.keyboard.press('/');
    await page.keyboard.type('太陽', { delay: 30 });
    await expect.poll(() => page.locator('.rows mark').first().innerText(), patient).toMatch(/太[阳陽]/);
    expect(decodeURIComponent(page.url())).toBe(`${site}/?q=太陽`);
    expect(await page.evaluate(() => window.history.length)).toBe(before);
    await expect.poll(() => page.locator('.list-head > p[role=status]').innerText()).toMatch(/“太陽” · *\s*\d+ 篇/);
    const [first] = await titles(page);
    expect(first).toMatch(/太[阳陽]/);
    expect(faults).toEqual([]);
  });

  test('an address that was handed on shows the same in a fresh browser, below a base path too', async () => {
    const one = await openHome(`${site}/?q=%E5%A4%AA%E9%98%B3`);
    const other = await openHome(`${belowBase}/?q=%E5%A4%AA%E9%98%B3`);
    await expect.poll(() => one.page.locator('.rows mark').count(), patient).toBeGreaterThan(0);
    await expect.poll(() => other.page.locator('.rows mark').count(), patient).toBeGreaterThan(0);
    // Rows go on arriving after the first mark.
    await expect.poll(() => titles(one.page).then((all) => all.length), patient).toBeGreaterThan(1);
    await expect
      .poll(async () => (await titles(other.page)).join('\n') === (await titles(one.page)).join('\n'), patient)
      .toBe(true);
    expect(await titles(other.page)).toEqual(await titles(one.page));
    expect(await field(one.page).inputValue()).toBe('太阳');
    expect([...one.faults, ...other.faults]).toEqual([]);
  });

  test('arrows lead from the field through the results and back, Enter opens one, Back returns, Esc clears', async () => {
    const { page, faults } = await openHome();
    await field(page).fill('灯塔');
    await expect.poll(() => page.locator('.rows mark').count(), patient).toBeGreaterThan(0);
    await expect.poll(() => titles(page).then((all) => all.length), patient).toBeGreaterThan(1);
    const [first = '', second = ''] = await titles(page);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(first);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(second);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/a\//);
    await page.goBack();
    await expect.poll(() => field(page).inputValue(), patient).toBe('灯塔');
    await expect.poll(() => titles(page).then(([title]) => title), patient).toBe(first);
    await field(page).focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url(), patient).toBe(`${site}/`);
    expect(await field(page).inputValue()).toBe('');
    expect(faults).toEqual([]);
  });

  test('words are kept where Enter ended them or a result was opened, offered again, and cleared', async () => {
    const { page } = await openHome();
    const offered = () =>
      page.locator('datalist option').evaluateAll((all) => all.map((one) => one.getAttribute('value')));
    await field(page).fill('桥');
    await expect.poll(() => page.locator('.rows mark').count(), patient).toBeGreaterThan(0);
    expect(await offered()).toEqual([]);
    await page.locator('.rows h3 a').first().click();
    await page.waitForURL(/\/a\//);
    await page.goBack();
    await page.waitForURL(/\?q=/);
    await expect.poll(() => field(page).inputValue(), patient).toBe('桥');
    // Come back to, the page may be a document of its own, whose script is on its way.
    await expect.poll(offered, patient).toEqual(['桥']);
    await field(page).fill('灯塔');
    await field(page).press('Enter');
    await expect.poll(offered, patient).toEqual(['灯塔', '桥']);
    await page.reload();
    await live(page);
    await page.getByRole('button', { name: '清除查找记录' }).click();
    await expect.poll(offered, patient).toEqual([]);
    expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => localStorage.getItem('broadsheet.searches'))).toContain('[]');
  });

  test('where nothing is found, it offers the words one by one', async () => {
    const { page, faults } = await openHome(`${site}/?q=${encodeURIComponent('灯塔 龘')}`);
    await page.locator('.nothing').waitFor();
    await expect
      .poll(() => page.locator('.list-head > p[role=status]').innerText(), patient)
      .toMatch(/“灯塔 龘” ·\s+0 篇/);
    const ways = await page.locator('.nothing a').allInnerTexts();
    expect(ways.slice(0, 3)).toEqual(['只查“灯塔”', '只查“龘”', '不搜“灯塔 龘”']);
    await page.getByRole('link', { name: '只查“灯塔”' }).click();
    await expect.poll(() => page.locator('.rows mark').count(), patient).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });

  test('marks alone look for nothing, and very long words neither widen the page nor fill it', async () => {
    const { page } = await openHome(`${site}/?q=${encodeURIComponent('《（')}`);
    await expect.poll(() => titles(page).then((all) => all.length), patient).toBeGreaterThan(5);
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(`${site}/?q=${encodeURIComponent(`${'灯塔 '.repeat(30)}${'abcdefghij'.repeat(9)}`)}`);
    await expect.poll(() => page.locator('.rows mark').count(), patient).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    const { top } = await page.locator('.rows').evaluate((rows) => rows.getBoundingClientRect());
    expect(top).toBeLessThan(500);
  });

  test('letters that are being composed are not looked for', async () => {
    const { page } = await openHome();
    await field(page).focus();
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'deng', selectionStart: 4, selectionEnd: 4 });
    await page.waitForTimeout(600);
    expect(page.url()).toBe(`${site}/`);
    await session.send('Input.insertText', { text: '灯塔' });
    await expect.poll(() => decodeURIComponent(page.url()), patient).toBe(`${site}/?q=灯塔`);
  });

  test('loads nothing of the index before it is wanted', async () => {
    const { page } = await openHome();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.waitForTimeout(500);
    expect(asked.filter((address) => address.includes('/data/search'))).toEqual([]);
    await field(page).focus();
    await expect.poll(() => asked.some((address) => address.endsWith('/data/search.json')), patient).toBe(true);
  });

  test('from a page that is no list Enter leads to all articles', async () => {
    const { page, faults } = await openHome(`${site}/about/`);
    await field(page).fill('灯塔');
    await page.keyboard.press('Enter');
    await expect.poll(() => decodeURIComponent(page.url()), patient).toBe(`${site}/?q=灯塔`);
    await expect.poll(() => page.locator('.rows mark').count(), patient).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });

  test('without the index it says so, and goes on when it is there again', async () => {
    const { page } = await openHome();
    await page.route('**/data/search*', (route) => route.abort());
    await field(page).fill('灯塔');
    await expect.poll(() => page.locator('.search-note').count(), patient).toBe(1);
    await page.unroute('**/data/search*');
    await page.locator('.search-note button').click();
    await expect.poll(() => page.locator('.rows mark').count(), patient).toBeGreaterThan(0);
  });

  test('shows the piece of the text that holds the words, where title and excerpt do not', async () => {
    const { page } = await openHome(`${site}/?q=%E6%98%9F%E6%98%9F`);
    await expect.poll(() => page.locator('.excerpt mark').count(), { timeout: 20_000 }).toBeGreaterThan(0);
  });
});
