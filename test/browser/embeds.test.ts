import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ScratchSite, serveScratch } from './build-and-serve.ts';
import { launchChromium } from './chromium.ts';
import { live, openWatched } from './watched-page.ts';

const player = 'https://player.vimeo.com/video/1234567';
const paragraph = '<p>涨潮的时候，礁石一块一块地不见了，最后只剩下灯塔脚下那一小圈。</p>';
const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const body = [
  paragraph,
  `<iframe src="${player}" title="涨潮"></iframe>`,
  paragraph,
  `<video poster="https://posters.example/ebb.gif" src="https://player.bilibili.com/player.html?bvid=BV1xx411c7mD" title="退潮"></video>`,
  paragraph,
  `<video poster="https://i.vimeo.com/near.gif" src="https://player.vimeo.com/video/7654321" title="平潮"></video>`,
  `<iframe src="https://tv.unlisted.example/show/1" title="别处的潮水"></iframe>`,
  paragraph.repeat(3),
].join('\n');

let scratch: ScratchSite;
let browser: Browser;
beforeAll(async () => {
  scratch = await serveScratch({
    'tide.html': `---\ntitle: 会动的潮水\nslug: tide\ncategories: [海岸]\ndate: 2026-11-20\n---\n${body}`,
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

async function open(path: string, options: BrowserContextOptions = {}) {
  const { page, faults } = await openWatched(browser, options);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(scratch.site)) asked.push(request.url());
  });
  await page.route(/^https:/, (route) =>
    route.request().resourceType() === 'image'
      ? route.fulfill({ contentType: 'image/gif', body: pixel })
      : route.fulfill({ contentType: 'text/html', body: '<button>player</button>' }),
  );
  await page.goto(scratch.site + path);
  return { page, faults, asked };
}

describe('a player', () => {
  test('is asked for nothing before the click, printed, taken over and opened in the app', async () => {
    const { page, asked, faults } = await open('/a/tide/');
    await live(page);
    await page.mouse.wheel(0, 3000);
    await page.waitForTimeout(500);
    await page.locator('.masthead .name a').click();
    await page.locator('ol.rows h3 a').first().click();
    await page.locator('.embed').first().waitFor();
    await page.mouse.wheel(0, 3000);
    await page.waitForTimeout(500);
    expect(new Set(asked)).toEqual(new Set(['https://posters.example/ebb.gif']));
    expect(await page.locator('iframe').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('names its host, is 16:9, and plays in a sandbox when it is asked to by keyboard', async () => {
    const { page, asked, faults } = await open('/a/tide/');
    await live(page);
    const card = page.locator('.embed').first();
    expect(await card.innerText()).toContain('player.vimeo.com');
    const before = await card.locator('.screen').boundingBox();
    expect((before?.width ?? 0) / (before?.height ?? 1)).toBeCloseTo(16 / 9, 1);
    await card.getByRole('button').focus();
    await page.keyboard.press('Enter');
    const frame = card.locator('iframe');
    await frame.waitFor();
    await expect.poll(() => asked.includes(player)).toBe(true);
    expect(await frame.evaluate((element) => element === document.activeElement)).toBe(true);
    expect((await frame.getAttribute('sandbox'))?.split(' ')).not.toContain('allow-top-navigation');
    expect(await frame.getAttribute('title')).toBe('涨潮');
    expect((await card.locator('.screen').boundingBox())?.height).toBeCloseTo(before?.height ?? 0, 0);
    expect(await card.getByRole('link').getAttribute('href')).toBe('https://vimeo.com/1234567');
    await expect.poll(() => page.frames().some((one) => one.url() === player)).toBe(true);
    expect(faults).toEqual([]);
  });

  test('of another host is a link', async () => {
    const { page } = await open('/a/tide/');
    await live(page);
    expect(await page.locator('.embed').count()).toBe(3);
    const link = page.locator('.article-body a[href="https://tv.unlisted.example/show/1"]');
    expect(await link.isVisible()).toBe(true);
  });

  test('without script is a link to where it plays', async () => {
    const { page, asked } = await open('/a/tide/', { javaScriptEnabled: false });
    expect(await page.locator('.embed').first().getByRole('link').getAttribute('href')).toBe(
      'https://vimeo.com/1234567',
    );
    expect(await page.locator('.embed button').first().isVisible()).toBe(false);
    expect(asked.filter((address) => !address.startsWith('https://posters.example/'))).toEqual([]);
  });
});
