import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { violationsInThemes } from './axe-violations.ts';
import { launchChromium } from './chromium.ts';
import { readShot } from './read-picture.ts';
import { live, openWatched, type WatchedPage } from './watched-page.ts';

const site = inject('sampleSite');
const belowBase = inject('sampleSiteBelowBase');

/** Where the sample edition says it lives. */
const HOME = 'https://paper.example';
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const clipboard: BrowserContextOptions = { permissions: ['clipboard-read', 'clipboard-write'] };

let browser: Browser;
let article: string;
beforeAll(async () => {
  browser = await launchChromium();
  article = await firstArticle();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(() => browser?.close());

/** An article whose text begins with two plain paragraphs. */
async function firstArticle(): Promise<string> {
  const sitemap = await (await fetch(`${site}/sitemap.xml`)).text();
  const paths = [...new Set(Array.from(sitemap.matchAll(/\/a\/[^/<]+\//g), ([path]) => path))];
  for (const path of paths) {
    const html = await (await fetch(site + path)).text();
    if (/class="article-body"><p>[^<]*<\/p><p>[^<]{80}/.test(html)) return path;
  }
  throw new Error('no article of the sample edition begins with two paragraphs');
}

async function openAt(address: string, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const watched = await openWatched(browser, options);
  await watched.page.goto(address);
  await live(watched.page);
  return watched;
}

async function openSheet(page: Page): Promise<void> {
  await page.locator('.story-tools .share').click();
  await page.locator('dialog.share-sheet[open]').waitFor();
}

/** What the sheet offers, from top to bottom. */
const offered = (page: Page): Promise<string[]> =>
  page
    .locator('.share-ways')
    .evaluate((ways) =>
      [...ways.querySelectorAll('.in-wechat, button, figure svg, a, .quote-hint')].map(
        (way) => way.getAttribute('aria-label') ?? way.firstChild?.textContent ?? '',
      ),
    );

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** Selects a part of a paragraph of the article as a reader does, from one character to another. */
async function select(page: Page, paragraph: number, start: number, end: number): Promise<string> {
  const boxes = await page
    .locator('.article-body > p')
    .nth(paragraph)
    .evaluate(
      (element, [first, last]) => {
        element.scrollIntoView({ block: 'center' });
        const text = element.firstChild ?? element;
        return [first, last].map((at) => {
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          const { left, top, height } = range.getBoundingClientRect();
          return { x: left + 1, y: top + height / 2 };
        });
      },
      [start, end] as const,
    );
  const [from, to] = boxes;
  if (!from || !to) throw new Error('nothing to select');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  return page.evaluate(() => String(document.getSelection()));
}

describe('the sheet', () => {
  test('offers, in this order: link, title with link, the system, a code, Weibo, a quote', async () => {
    const { page, faults } = await openWatched(browser);
    await page.addInitScript(() => Object.assign(Navigator.prototype, { share: async () => {} }));
    await page.goto(site + article);
    await live(page);
    await openSheet(page);
    const ways = ['复制链接', '复制标题和链接', '用其他应用分享', '本页地址的二维码', '分享到微博'];
    expect((await offered(page)).slice(0, 6)).toEqual([...ways, expect.stringMatching(/^先在正文里选中/)]);
    expect(faults).toEqual([]);
  });

  test('offers the system’s sharing only where there is one, and hands it the address', async () => {
    const { page } = await openWatched(browser);
    await page.addInitScript(() => {
      Object.assign(Navigator.prototype, {
        share: async (data: ShareData) => {
          document.title = JSON.stringify(data);
        },
      });
    });
    await page.goto(site + article);
    await live(page);
    const title = await page.locator('h1').innerText();
    await openSheet(page);
    await page.getByRole('button', { name: '用其他应用分享' }).click();
    await expect.poll(() => page.title()).toBe(JSON.stringify({ title, url: HOME + article }));
    const without = await openWatched(browser);
    await without.page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'share'));
    await without.page.goto(site + article);
    await live(without.page);
    await openSheet(without.page);
    expect(await offered(without.page)).not.toContain('用其他应用分享');
  });

  test('says in WeChat first what to tap there', async () => {
    const { page } = await openAt(site + article, { ...phone, userAgent: 'Mozilla/5.0 MicroMessenger/8.0.50' });
    await openSheet(page);
    expect((await offered(page))[0]).toContain('···');
  });

  test('copies the address, and the title with it, and says so', async () => {
    const { page, faults } = await openAt(`${site}${article}?utm_source=x#somewhere`, clipboard);
    const title = await page.locator('h1').innerText();
    await openSheet(page);
    const said = () => page.locator('.share-sheet [role=status]').innerText();
    await page.getByRole('button', { name: '复制链接', exact: true }).last().click();
    await expect.poll(said).toBe('已复制');
    expect(await copied(page)).toBe(HOME + article);
    await page.getByRole('button', { name: '复制标题和链接' }).click();
    await expect.poll(() => copied(page)).toBe(`${title}\n${HOME}${article}`);
    expect(faults).toEqual([]);
  });

  test('copies over plain http too, where pages have no clipboard', async () => {
    const { page } = await openWatched(browser, clipboard);
    await page.addInitScript(() => {
      const { clipboard } = navigator;
      Object.assign(window, { readClipboard: () => clipboard.readText() });
      Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });
    });
    await page.goto(site + article);
    await live(page);
    await openSheet(page);
    const way = page.locator('.share-ways button').first();
    await way.click();
    await expect.poll(() => page.locator('.share-sheet [role=status]').innerText()).toBe('已复制');
    const text = await page.evaluate(() =>
      (window as unknown as { readClipboard: () => Promise<string> }).readClipboard(),
    );
    expect(text).toBe(HOME + article);
    expect(await way.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await page.locator('textarea').count()).toBe(0);
  });

  test('leads to Weibo by a plain link, with address and title', async () => {
    const { page } = await openAt(site + article);
    const title = await page.locator('h1').innerText();
    await openSheet(page);
    const link = page.getByRole('link', { name: '分享到微博' });
    const address = new URL((await link.getAttribute('href')) ?? '');
    expect(address.origin + address.pathname).toBe('https://service.weibo.com/share/share.php');
    expect(Object.fromEntries(address.searchParams)).toEqual({ url: HOME + article, title });
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer nofollow');
  });

  test('stands again below the text, before the way to other articles', async () => {
    const { page } = await openAt(site + article);
    const order = await page.evaluate(() =>
      [...document.querySelectorAll('.story .save, .article-body, .share, .neighbours')].map((part) => part.className),
    );
    expect(order).toEqual(['save', 'share', 'article-body', 'share', 'neighbours']);
    await page.locator('.story-foot .share').click();
    await page.locator('dialog.share-sheet[open]').waitFor();
  });

  test('is fetched when it is first opened', async () => {
    const { page } = await openWatched(browser);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(site + article);
    await live(page);
    expect(asked.filter((url) => /share-sheet|quote-script/.test(url))).toEqual([]);
    await openSheet(page);
    expect(asked.filter((url) => url.includes('share-sheet'))).toHaveLength(1);
  });

  test('that can’t be fetched says so', async () => {
    const { page } = await openWatched(browser);
    await page.route('**/share-sheet*', (route) => route.abort());
    await page.goto(site + article);
    await live(page);
    await page.locator('.story-tools .share').click();
    await page.locator('.story-tools .share + [role=status]').waitFor();
  });

  test.each([
    ['Esc', (page: Page) => page.keyboard.press('Escape')],
    ['its button', (page: Page) => page.locator('.share-sheet .sheet-head button').click()],
  ])('is closed by %s, and gives the focus back', async (_, close) => {
    const { page, faults } = await openAt(site + article);
    const opener = page.locator('.story-tools .share');
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog.share-sheet[open]').waitFor();
    await close(page);
    await page.locator('dialog.share-sheet').waitFor({ state: 'detached' });
    await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(faults).toEqual([]);
  });

  test('has nothing that axe objects to in any theme', async () => {
    const { page } = await openAt(site + article, phone);
    await openSheet(page);
    expect(await violationsInThemes(page)).toEqual([]);
  });

  test('fits a window of 320 pixels', async () => {
    const { page } = await openAt(site + article, { viewport: { width: 320, height: 568 } });
    await openSheet(page);
    const sheet = page.locator('dialog.share-sheet');
    expect(await sheet.evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    const code = await page.locator('.share-sheet .qr-code').boundingBox();
    expect(code?.width).toBeGreaterThanOrEqual(240);
  });
});

describe('the code', () => {
  test.each([
    ['in the light', 'light', () => site, ''],
    ['in the dark', 'dark', () => site, ''],
    ['below a base path', 'dark', () => belowBase, '/news'],
  ] as const)('%s says the article’s address, and no other', async (_, colorScheme, at, base) => {
    const { page } = await openAt(`${at()}${article}?x=1#y`, { colorScheme });
    await openSheet(page);
    const code = page.locator('.share-sheet .qr-code');
    const box = await code.boundingBox();
    expect(box?.width).toBeGreaterThanOrEqual(240);
    const read = await readShot(page, await code.screenshot(), [255, 255, 255]);
    expect(read.code).toBe(HOME + base + article);
    expect(read.coloured).toBeGreaterThan((read.width * read.height) / 3);
  });

  test('is of the article that is shown, after others have been', async () => {
    const { page } = await openAt(site + article);
    await page.locator('.neighbours a').first().click();
    await page.waitForURL((url) => url.pathname !== article);
    await expect.poll(() => page.locator('.article-body[aria-busy]').count()).toBe(0);
    await openSheet(page);
    const read = await readShot(page, await page.locator('.share-sheet .qr-code').screenshot());
    expect(read.code).toBe(page.url().replace(site, HOME));
  });
});

describe('a list', () => {
  test('is shared by its address and its title, without the reader’s own marks', async () => {
    const { page, faults } = await openAt(`${site}/?sort=old&is=unread`, clipboard);
    await page.locator('.list-head .share').click();
    await page.locator('dialog.share-sheet[open]').waitFor();
    await page.getByRole('button', { name: '复制标题和链接' }).click();
    await expect.poll(() => copied(page)).toBe(`最早在前 - Broadsheet\n${HOME}/?sort=old`);
    const read = await readShot(page, await page.locator('.share-sheet .qr-code').screenshot());
    expect(read.code).toBe(`${HOME}/?sort=old`);
    expect(await page.locator('.share-sheet .quote-hint').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('that is filtered has a sentence for a title, with its count', async () => {
    const { page } = await openAt(`${site}/`, clipboard);
    const category = page.locator('.facets a[href*="/c/"], #sections a[href*="/c/"]').first();
    await category.click();
    const heading = page.locator('.list-head h1');
    await expect.poll(() => heading.innerText()).not.toBe('全部');
    const name = await heading.innerText();
    await page.locator('.list-head .share').click();
    await page.locator('dialog.share-sheet[open]').waitFor();
    const title = page.locator('.shared-title');
    await expect.poll(() => title.innerText()).toMatch(/^.+ · \d+ 篇 - Broadsheet$/);
    expect(await title.innerText()).toContain(name.split(' ').at(-1));
  });
});

describe('what is selected in an article', () => {
  test('is offered for sharing beside it, copied with the way to it, and stays selected', async () => {
    const { page, faults } = await openAt(site + article, clipboard);
    const words = await select(page, 1, 4, 20);
    const control = page.locator('.quote-control button').first();
    await control.click();
    await expect.poll(() => page.locator('.quote-control [role=status]').innerText()).toBe('引文和链接已复制');
    expect(await page.evaluate(() => String(document.getSelection()))).toBe(words);
    const lines = (await copied(page)).split('\n');
    expect(lines[0]).toBe(`“${words}”`);
    expect(lines[1]).toContain(await page.locator('h1').innerText());
    expect(lines[2]).toMatch(/^https:\/\/paper\.example\/a\/[^/]+\/#p-[0-9a-z]{6}\.4-16:~:text=/);
    await page.mouse.click(5, 5);
    await page.locator('.quote-control').waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  });

  test('stands in the sheet too, which keys reach', async () => {
    const { page } = await openAt(site + article, clipboard);
    const words = await select(page, 1, 0, 12);
    await page.locator('.story-tools .share').focus();
    await page.keyboard.press('Enter');
    const quote = page.locator('.share-sheet .quote');
    await quote.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.share-sheet [role=status]').innerText()).toBe('引文和链接已复制');
    expect(await copied(page)).toContain(`“${words}”`);
  });

  test('stays what it was when the sheet is opened by a press', async () => {
    const { page } = await openAt(site + article);
    const words = await select(page, 1, 0, 12);
    await openSheet(page);
    expect(await page.locator('.share-sheet q').innerText()).toBe(words);
  });

  test('by touch is offered at the bottom, clear of the browser’s own menu', async () => {
    const { page } = await openAt(site + article, phone);
    await page
      .locator('.article-body > p')
      .nth(1)
      .evaluate((paragraph) => {
        document.getSelection()?.selectAllChildren(paragraph);
      });
    const control = page.locator('.quote-control');
    await control.waitFor();
    const box = await control.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(844 - 60);
    expect(
      await page
        .locator('.quote-control button')
        .first()
        .evaluate((button) => button.clientHeight),
    ).toBeGreaterThanOrEqual(43);
    expect(await violationsInThemes(page)).toEqual([]);
  });

  test('is offered no longer once something else is selected, in the search field for one', async () => {
    const { page } = await openAt(site + article);
    await select(page, 1, 0, 12);
    await page.locator('.quote-control').waitFor();
    await page.locator('.search input').fill('灯塔');
    await page.locator('.search input').selectText();
    await page.locator('.quote-control').waitFor({ state: 'detached' });
  });
});
