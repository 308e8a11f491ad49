import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violationsInThemes } from './axe-violations.ts';
import { launchChromium } from './chromium.ts';
import { live, openWatched } from './watched-page.ts';

const site = inject('sampleSite');

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

test('the page about the paper says how the edition is, with script and without', async () => {
  const { page: printed } = await openWatched(browser, { javaScriptEnabled: false });
  await printed.goto(`${site}/about/`);
  expect(await printed.locator('.letter-bars span').count()).toBeGreaterThan(3);
  // Bars that can be seen, each named on hover.
  const bars = await printed
    .locator('.letter-bars span')
    .evaluateAll((all) =>
      all.map((bar) => ({ height: bar.getBoundingClientRect().height, title: bar.getAttribute('title') })),
    );
  expect(Math.max(...bars.map(({ height }) => height))).toBeGreaterThan(40);
  expect(bars.at(-1)?.title).toMatch(/^\d{4}-\d\d：\d+ 篇$/);
  expect(await printed.locator('.about').innerText()).toMatch(/从 \d{4}年.* 到 \d{4}年/);
  const { page, faults } = await openWatched(browser);
  await page.goto(`${site}/about/`);
  await live(page);
  await page.locator('.device').waitFor();
  expect(await page.locator('.packages li', { hasText: 'react-router' }).count()).toBe(1);
  expect(await violationsInThemes(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(faults).toEqual([]);
});

test('what is kept on the device can be cleared, once the reader is sure', async () => {
  const { page } = await openWatched(browser);
  await page.goto(`${site}/`);
  await live(page);
  await page.evaluate(() => {
    localStorage.setItem(
      'broadsheet.marks',
      JSON.stringify({ version: 1, data: { read: [['x', 1, null, 0]], saved: [] } }),
    );
    localStorage.setItem('others', 'stay');
  });
  await page.goto(`${site}/about/`);
  await page.locator('.device').waitFor();
  await page.getByRole('button', { name: '全部清除' }).click();
  await page.getByRole('button', { name: '保留' }).click();
  expect(await page.evaluate(() => localStorage.getItem('broadsheet.marks'))).not.toBeNull();
  await page.getByRole('button', { name: '全部清除' }).click();
  await page.getByRole('button', { name: '清除', exact: true }).click();
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('broadsheet.marks')).catch(() => 'reloading'))
    .toBeNull();
  expect(await page.evaluate(() => localStorage.getItem('others'))).toBe('stay');
});
