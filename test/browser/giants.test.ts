import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ScratchSite, serveScratch } from './build-and-serve.ts';
import { launchChromium } from './chromium.ts';
import { live, openWatched } from './watched-page.ts';

const WORDS = '雾从海上来，先盖住灯塔，再盖住码头。';
const TAIL = '渡船中午才开。';
/** Many times what the slowest of them takes. */
const PATIENCE = 60_000;

const file = (title: string, day: string, body: string): string =>
  `---\ntitle: ${title}\ndate: 2023-05-${day}\n---\n<p>${WORDS}</p>\n${body}`;

const giants = [
  {
    title: '五兆字节',
    notice: '文件过大',
    end: WORDS,
    file: file('五兆字节', '04', `<p>${WORDS}</p>\n`.repeat(5 * 16_000)),
  },
  {
    title: '十万层',
    notice: '嵌套过深',
    end: TAIL,
    file: file('十万层', '03', `${'<div>'.repeat(100_000)}${TAIL}${'</div>'.repeat(100_000)}`),
  },
  {
    title: '十万个',
    notice: '标记过多',
    end: TAIL,
    file: file('十万个', '02', `${'<p>雾</p>'.repeat(100_000)}<p>${TAIL}</p>`),
  },
];

let scratch: ScratchSite;
let browser: Browser;
beforeAll(async () => {
  const files = giants.map(({ file }, index): [string, string] => [`${index}.html`, file]);
  scratch = await serveScratch(
    Object.fromEntries([...files, ['small.html', file('一则短讯', '01', `<p>${TAIL}</p>`)]]),
  );
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  scratch?.close();
});

const noticed = (page: Page, notice: string): Promise<void> =>
  page.locator('.notice', { hasText: notice }).waitFor({ state: 'visible', timeout: PATIENCE });

/** The story as it is once nothing of it is still to come: how long it is, and its last words. */
async function wholeStory(page: Page): Promise<{ readonly length: number; readonly end: string }> {
  const body = page.locator('.article-body:not([aria-busy])');
  await body.waitFor({ timeout: PATIENCE });
  return body.evaluate((element) => {
    const text = (element.textContent ?? '').trim();
    return { length: text.length, end: text.slice(-40) };
  });
}

/** The same file, cold and without script, cold with script, and by a click. */
describe.each(giants)('$title', { timeout: 4 * PATIENCE }, ({ title, notice, end }) => {
  test('reads whole on its page, with a word about what was done to it', async () => {
    const { page, faults } = await openWatched(browser, { javaScriptEnabled: false });
    await page.goto(scratch.site);
    const href = await page.locator('a', { hasText: title }).first().getAttribute('href');
    await page.goto(new URL(href ?? '', scratch.site).href, { waitUntil: 'commit' });
    await noticed(page, notice);
    expect(await page.locator('.article-body p').first().innerText()).toBe(WORDS);
    await page.waitForLoadState('load');
    expect((await wholeStory(page)).end).toContain(end);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('is the same when it is opened by a click, and when the app takes its page over', async () => {
    const { page, faults } = await openWatched(browser);
    await page.goto(scratch.site);
    await live(page);
    await page.locator('ol.rows a', { hasText: title }).first().click();
    await noticed(page, notice);
    const opened = await wholeStory(page);
    expect(opened.end).toContain(end);
    await page.reload({ waitUntil: 'commit' });
    await noticed(page, notice);
    await live(page);
    expect(await wholeStory(page)).toEqual(opened);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
