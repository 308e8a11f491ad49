import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violationsInThemes } from './axe-violations.ts';
import { launchChromium } from './chromium.ts';
import { readShot } from './read-picture.ts';
import { live, openWatched, type WatchedPage } from './watched-page.ts';

const site = inject('sampleSite');

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const savedIds = (page: Page) =>
  page.evaluate(() => {
    const stored = JSON.parse(localStorage.getItem('broadsheet.marks') ?? '{"data":{"saved":[]}}');
    return (stored.data.saved as readonly (readonly [string])[]).map(([id]) => id);
  });

/** A reader who has saved the first two articles of the home page, and looks at them. */
async function readerWithTwo(): Promise<WatchedPage> {
  const watched = await openWatched(browser);
  const { page } = watched;
  for (const place of [0, 1]) {
    await page.goto(`${site}/`);
    await live(page);
    await page.locator('ol.rows h3 a').nth(place).click();
    await page.locator('.story-tools .save').click();
    await expect.poll(() => savedIds(page)).toHaveLength(place + 1);
  }
  await page.goto(`${site}/saved/`);
  await page.getByRole('button', { name: '备份与转移' }).click();
  await page.locator('dialog.transfer[open]').waitFor();
  return watched;
}

test('saved articles go to another device by a code, which asks before it merges', async () => {
  const { page, faults } = await readerWithTwo();
  const code = page.locator('dialog.transfer svg').first();
  await code.waitFor();
  const { code: address } = await readShot(page, await code.screenshot());
  expect(address).toMatch(new RegExp(`^${site}/saved/#`));
  expect(await violationsInThemes(page)).toEqual([]);

  const { page: other, faults: others } = await openWatched(browser);
  await other.goto(address ?? '');
  await other.locator('dialog.hand-off[open]').waitFor();
  expect(await savedIds(other)).toEqual([]);
  await other.getByRole('button', { name: '合并' }).click();
  await expect.poll(() => savedIds(other)).toEqual(await savedIds(page));
  await expect.poll(() => new URL(other.url()).hash).toBe('');
  expect([...faults, ...others]).toEqual([]);
});

test('what is kept goes into a file and comes back out of it, the same byte for byte', async () => {
  const { page } = await readerWithTwo();
  const exportFile = async (from: Page) => {
    const [download] = await Promise.all([
      from.waitForEvent('download'),
      from.getByRole('button', { name: '导出文件' }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    return Buffer.concat(chunks);
  };
  const file = await exportFile(page);

  const { page: other } = await openWatched(browser);
  await other.goto(`${site}/saved/`);
  await other.getByRole('button', { name: '备份与转移' }).click();
  const choose = other.locator('dialog.transfer input[type="file"]');
  await choose.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"format":') });
  await expect.poll(() => other.locator('dialog.transfer .fault').innerText()).toContain('什么也没有改动');
  await choose.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: file });
  await other.getByRole('button', { name: '合并' }).click();
  await expect.poll(() => savedIds(other)).toEqual(await savedIds(page));
  await other.getByRole('button', { name: '备份与转移' }).click();
  expect((await exportFile(other)).equals(file)).toBe(true);
});
