import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ScratchSite, serveScratch } from './build-and-serve.ts';
import { launchChromium } from './chromium.ts';
import { live, openWatched } from './watched-page.ts';

const paragraph = '<p>潮水退去以后，码头上只剩下几只倒扣的木船，守灯塔的人把绳子一圈一圈收好。</p>';

function figure(name: string, size: string): string {
  return `<figure><a href="https://far.example/${name}.png"><img src="https://far.example/${name}.png"${size}></a><figcaption>码头，${name}</figcaption></figure>`;
}

function article(slug: string, title: string, body: string, more = ''): string {
  return `---\ntitle: ${title}\ncategories: [海岸]\nauthor: 海岸通讯\nslug: ${slug}\ndate: 2026-11-20\n${more}---\n${body}`;
}

/** One pixel. */
const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const illustrated = [
  paragraph,
  figure('one', ' width="800" height="500"'),
  paragraph.repeat(3),
  figure('two', ' width="300" height="60"'),
  `<p>船上画着<img src="https://icons.example/anchor.png" width="20" height="20" alt="锚">的记号。</p>`,
  paragraph.repeat(12),
  figure('three', ''),
  `<figure><img src="./own.gif"><figcaption>本站自己的</figcaption></figure>`,
  paragraph,
].join('\n');

let scratch: ScratchSite;
let browser: Browser;
beforeAll(async () => {
  scratch = await serveScratch({
    'own.gif': pixel,
    'one.html': article('lit', '退潮之后的码头', illustrated, 'cover: https://covers.example/lit.png\n'),
    'two.html': article('other', '另一座码头', figure('four', '') + paragraph, 'cover: https://covers.example/o.png\n'),
    'three.html': article('plain', '没有图片的一天', paragraph.repeat(3)),
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

type Choice = 'always' | 'tap' | 'never';

interface Opened {
  readonly page: Page;
  readonly faults: readonly string[];
  /** Addresses outside the site that were asked for. */
  readonly asked: readonly string[];
}

async function openWith(choice: Choice | null, path: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const { page, faults } = await openWatched(browser, options);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(scratch.site)) asked.push(request.url());
  });
  await page.route(/^https:\/\/[a-z]+\.example\//, (route) => route.fulfill({ contentType: 'image/gif', body: pixel }));
  if (choice !== null) await choose(page, choice);
  await page.goto(scratch.site + path);
  return { page, faults, asked };
}

/** As it was stored by an earlier visit. */
async function choose(page: Page, pictures: Choice): Promise<void> {
  const settings = JSON.stringify({ version: 1, data: { pictures } });
  await page.addInitScript((text) => {
    if (localStorage.getItem('broadsheet.settings') === null) localStorage.setItem('broadsheet.settings', text);
  }, settings);
}

async function scrollThrough(page: Page): Promise<void> {
  for (let step = 0; step < 8; step++) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(60);
  }
  await page.waitForTimeout(200);
}

const settled = (page: Page) => page.waitForTimeout(600);

describe.each(['tap', 'never'] as const)(
  'where pictures are to come "%s", no other host is asked for one',
  (choice) => {
    test.each([
      ['by a printed article, before the app', '/a/lit/'],
      ['by a printed list, before the app', '/'],
    ])('%s', async (_, path) => {
      const { page, faults } = await openWatched(browser);
      await page.route('**/assets/**', (route) => route.abort());
      await page.route(/\.example\//, (route) => route.abort());
      const asked: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(scratch.site)) asked.push(request.url());
      });
      await choose(page, choice);
      await page.goto(scratch.site + path);
      await scrollThrough(page);
      expect(await page.locator('img.far').count()).toBeGreaterThan(0);
      expect(asked).toEqual([]);
      expect(faults).toEqual([]);
    });

    test('by the app: in an article, in a list, or on the way', async () => {
      const { page, faults, asked } = await openWith(choice, '/a/lit/');
      await live(page);
      await scrollThrough(page);
      await page.locator('.imprint a').first().click();
      await page.locator('ol.rows').waitFor();
      await scrollThrough(page);
      await page.locator('ol.rows h3 a', { hasText: '另一座' }).click();
      await page.waitForURL(/other/);
      await scrollThrough(page);
      expect(asked).toEqual([]);
      expect(faults).toEqual([]);
    });

    test('on paper', async () => {
      const { page, asked } = await openWith(choice, '/a/lit/');
      await live(page);
      await settled(page);
      await page.pdf();
      expect(asked).toEqual([]);
    });

    test('but the site’s own are shown, and every caption', async () => {
      const { page } = await openWith(choice, '/a/lit/');
      await live(page);
      const own = page.locator('img[src^="/media/"]');
      await own.scrollIntoViewIfNeeded();
      await expect.poll(() => own.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
      expect(await page.locator('figcaption').allInnerTexts()).toHaveLength(4);
    });
  },
);

test('printed pages are the same whatever the reader has chosen', async () => {
  const { page } = await openWith('never', '/a/lit/');
  const html = await (await page.request.get(`${scratch.site}/a/lit/`)).text();
  expect(html.match(/<img[^>]*>/g)).toHaveLength(6);
  for (const image of html.match(/<img[^>]*https:[^>]*>/g) ?? []) {
    expect(image).toMatch(/class="far".*loading="lazy".*referrerPolicy="no-referrer"/i);
  }
});

test('where nothing was chosen pictures come by themselves, and no host is told the page', async () => {
  const { page } = await openWatched(browser);
  const referrers: (string | undefined)[] = [];
  await page.route(/\.example\//, (route) => {
    referrers.push(route.request().headers().referer);
    return route.fulfill({ contentType: 'image/gif', body: pixel });
  });
  await page.goto(`${scratch.site}/a/lit/`);
  await live(page);
  await scrollThrough(page);
  expect(referrers).toHaveLength(5);
  expect(referrers.filter(Boolean)).toEqual([]);
});

describe('a picture that waits', () => {
  test('comes alone when it is pressed, by keyboard too, and has the focus then', async () => {
    const { page, asked, faults } = await openWith('tap', '/a/lit/');
    await live(page);
    const waiting = page.locator('.article-body .waiting-picture .load').first();
    expect(await waiting.innerText()).toContain('far.example');
    await waiting.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => asked).toEqual(['https://far.example/one.png']);
    await expect.poll(() => page.evaluate(() => document.activeElement?.querySelector('img')?.src)).toBe(asked[0]);
    expect(faults).toEqual([]);
  });

  test('comes with all others of its page, and of no other page', async () => {
    const { page, asked } = await openWith('tap', '/a/lit/');
    await live(page);
    await page.locator('.picture-hosts button').click();
    await scrollThrough(page);
    await page.evaluate(() => window.scrollTo(0, 0));
    await scrollThrough(page);
    await expect.poll(() => new Set(asked).size).toBe(5);
    expect(await page.locator('.waiting-picture').count()).toBe(0);
    await page.locator('.neighbours a').first().click();
    await page.waitForURL((url) => !url.pathname.includes('lit'));
    await scrollThrough(page);
    expect(new Set(asked).size).toBe(5);
  });

  test('has the place of the picture, so that nothing moves when the app takes over', async () => {
    const { page } = await openWith('tap', '/a/lit/', { viewport: { width: 390, height: 844 } });
    const places = () =>
      page.locator('.article-body > p').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    const printed = await openWatched(browser, { viewport: { width: 390, height: 844 } });
    await printed.page.route('**/assets/**', (route) => route.abort());
    await choose(printed.page, 'tap');
    await printed.page.goto(`${scratch.site}/a/lit/`);
    // What is far below the window would have no place of its own before the app is there.
    await printed.page.evaluate(() => delete document.documentElement.dataset.opening);
    const before = await printed.page
      .locator('.article-body > p')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    await live(page);
    await page.locator('.waiting-picture').first().waitFor();
    const after = await places();
    expect(after.map((top, index) => Math.abs(top - (before[index] ?? 0)) <= 1)).toEqual(after.map(() => true));
  });
});

describe('the setting', () => {
  test('is named under an article with all hosts it asks, printed too, and nowhere else', async () => {
    const { page } = await openWith(null, '/a/lit/', { javaScriptEnabled: false });
    const line = page.locator('.picture-hosts');
    for (const host of ['covers.example', 'far.example', 'icons.example']) {
      expect(await line.innerText()).toContain(host);
    }
    await line.getByRole('link').click();
    await page.waitForURL(/\/about\/#settings$/);
    expect(await page.locator('#settings').isVisible()).toBe(true);
    await page.goto(`${scratch.site}/a/plain/`);
    expect(await page.locator('.picture-hosts').count()).toBe(0);
  });

  test('is reached from a list, chosen by keyboard, and works at once and the next time', async () => {
    const { page, asked, faults } = await openWith(null, '/');
    await live(page);
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    const opener = page.locator('.imprint a', { hasText: '设置' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByRole('radio', { name: '直接显示' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('html').getAttribute('data-pictures')).toBe('never');
    await page.keyboard.press('Escape');
    await expect.poll(() => opener.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await page.locator('.thumbnail[src]').count()).toBe(0);
    const before = asked.length;
    await page.reload();
    await live(page);
    await settled(page);
    expect(asked).toHaveLength(before);
    expect(faults).toEqual([]);
  });

  test('changed in one tab is changed in the other', async () => {
    const { page, asked } = await openWith('never', '/a/lit/');
    await live(page);
    const other = await page.context().newPage();
    await other.goto(`${scratch.site}/about/`);
    await live(other);
    await other.locator('.imprint a', { hasText: '设置' }).click();
    await other.getByRole('radio', { name: '点按后载入' }).check();
    await page.locator('.article-body .waiting-picture').first().waitFor();
    expect(await page.locator('html').getAttribute('data-pictures')).toBe('tap');
    expect(asked).toEqual([]);
  });
});

describe('a picture host that hangs', () => {
  test('keeps nobody from reading; after a while the place says so, and the picture may still come', async () => {
    const { page, faults } = await openWatched(browser);
    await page.clock.install();
    let answer = (): void => {};
    const released = new Promise<void>((done) => {
      answer = done;
    });
    await page.route(/\.example\//, async (route) => {
      await released;
      await route.fulfill({ contentType: 'image/gif', body: pixel }).catch(() => {});
    });
    await page.goto(`${scratch.site}/a/lit/`, { waitUntil: 'commit' });
    await live(page);
    const place = page.locator('.article-body figure').first();
    await place.scrollIntoViewIfNeeded();
    await settled(page);
    expect(await place.locator('.failed-picture').count()).toBe(0);
    await page.clock.fastForward(20_000);
    await place.locator('.failed-picture').waitFor();
    expect(await place.innerText()).toContain('far.example 迟迟没有回应');
    expect(await place.getByRole('button').count()).toBe(1);
    answer();
    await place.locator('.failed-picture').waitFor({ state: 'detached' });
    expect(await place.locator('img').isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });

  test('is asked again on request', async () => {
    const { page } = await openWatched(browser);
    await page.clock.install();
    let requests = 0;
    await page.route(/far\.example\/one/, (route) => {
      requests += 1;
      if (requests > 1) void route.fulfill({ contentType: 'image/gif', body: pixel });
    });
    await page.goto(`${scratch.site}/a/lit/`, { waitUntil: 'commit' });
    await live(page);
    const place = page.locator('.article-body figure').first();
    await place.scrollIntoViewIfNeeded();
    await expect.poll(() => requests).toBe(1);
    await settled(page);
    await page.clock.fastForward(20_000);
    await place.getByRole('button').click();
    await expect.poll(() => requests).toBe(2);
    await expect.poll(() => place.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  });
});
