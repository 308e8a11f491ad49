import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { StoredMark, StoredMarks } from '../../src/library/marks.ts';
import { violationsInThemes } from './axe-violations.ts';
import { launchChromium } from './chromium.ts';
import { live, openWatched, type WatchedPage } from './watched-page.ts';

const site = inject('sampleSite');
const siteBelowBase = inject('sampleSiteBelowBase');
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const MARKS = 'broadsheet.marks';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = Date.now();

const sitemap = await (await fetch(`${site}/sitemap.xml`)).text();
/** Ids of articles of the sample edition. */
const ids = [...new Set(Array.from(sitemap.matchAll(/\/a\/([^/<]+)\//g), ([, id]) => id ?? ''))];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(() => browser?.close());

const articleOf = (place: number): string => ids[place] ?? '';

/** An article that was withdrawn, as an earlier visit has marked it. */
const withdrawn: StoredMark = ['withdrawn1', now - HOUR, now - DAY, 3, '一座已经不亮的灯塔', '海岸通讯'];

/** A mark of a sample article, made so long ago. */
const mark = (place: number, ago: number, title = `题${place}`): StoredMark => [
  ...([articleOf(place), now - ago, now - 10 * DAY, place, title, '来源'] as const),
];

/** As an earlier visit has left it: once, because a reload must find what the test has made of it. */
async function remember(page: Page, data: Partial<StoredMarks>): Promise<void> {
  const text = JSON.stringify({ version: 1, data: { read: [], saved: [], ...data } });
  await page.addInitScript(
    ([key = '', value = '']) => {
      if (localStorage.getItem('test') !== null) return;
      localStorage.setItem('test', '');
      localStorage.setItem(key, value);
    },
    [MARKS, text],
  );
}

async function openMarks(path: string, data: Partial<StoredMarks> = {}, options?: BrowserContextOptions) {
  const watched = await openWatched(browser, options);
  await remember(watched.page, data);
  await watched.page.goto(site + path);
  await live(watched.page);
  await watched.page.locator('.marks-tools').waitFor();
  return watched;
}

const rows = (page: Page) => page.locator('.marked');
const titles = (page: Page) => page.locator('.marked-title').allInnerTexts();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

const stored = (page: Page): Promise<StoredMarks> =>
  page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? '{}').data, MARKS);

describe('the pages of marks', () => {
  test.each(['/saved/', '/history/'])('%s is a file that says what it is without script', async (path) => {
    const answer = await fetch(site + path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<meta name="robots" content="noindex">');
    const { page } = await openWatched(browser, { javaScriptEnabled: false });
    await page.goto(site + path);
    const text = await page.locator('main').innerText();
    expect(text).toContain(path === '/saved/' ? '收藏' : '历史');
    expect(text).toContain('没有脚本就没有这份清单');
    expect(await page.locator('main button').count()).toBe(0);
    expect(await (await fetch(`${site}/sitemap.xml`)).text()).not.toContain(path);
  });

  test('are found from every page: in the masthead, below it, and the one from the other', async () => {
    const { page, faults } = await openMarks('/saved/', {}, phone);
    await page.getByRole('main').getByRole('link', { name: '历史' }).tap();
    await page.waitForURL(`${site}/history/`);
    await page.goto(`${site}/a/${articleOf(0)}/`);
    await live(page);
    await page.locator('.masthead').getByRole('link', { name: '收藏' }).tap();
    await page.waitForURL(`${site}/saved/`);
    expect(await page.title()).toBe('收藏 - Broadsheet');
    await page.locator('.imprint').getByRole('link', { name: '历史' }).tap();
    await page.waitForURL(`${site}/history/`);
    await expect.poll(() => page.locator('h1').evaluate((heading) => heading === document.activeElement)).toBe(true);
    expect(faults).toEqual([]);
  });

  test('work below a base path, as a direct link too', async () => {
    const { page, faults } = await openWatched(browser);
    await page.goto(`${siteBelowBase}/`);
    await live(page);
    const link = page.locator('ol.rows h3 a').first();
    const title = (await link.innerText()).replaceAll('\n', '');
    await link.click();
    await button(page, '收藏').click();
    await page.goto(`${siteBelowBase}/saved/`);
    await expect.poll(() => titles(page)).toEqual([title]);
    await page.locator('.marked-title a').click();
    await page.waitForURL(/\/news\/a\/[^/]+\/$/);
    expect(faults).toEqual([]);
  });

  test('explain themselves while they are empty', async () => {
    const { page } = await openMarks('/saved/');
    expect(await page.locator('.nothing-marked').innerText()).toContain('点标题下的“收藏”');
    await page.getByRole('main').getByRole('link', { name: '历史' }).click();
    await expect.poll(() => page.locator('.nothing-marked').innerText()).toContain('打开一篇文章');
    expect(await button(page, '清除历史').count()).toBe(0);
  });
});

describe('what was saved', () => {
  test('is listed with the last first, and stays when it is read', async () => {
    const { page, faults } = await openMarks('/saved/', { saved: [mark(0, 2 * HOUR), mark(1, HOUR)] });
    expect(await titles(page)).toEqual(['题1', '题0']);
    expect(await rows(page).first().innerText()).toContain('未读');
    await page.locator('.marked-title a').first().click();
    await page.waitForURL(/\/a\//);
    await page.goBack();
    await expect.poll(() => rows(page).count()).toBe(2);
    await expect.poll(() => rows(page).first().innerText()).not.toContain('未读');
    expect(faults).toEqual([]);
  });

  test('and withdrawn is shown by the title it had, and leads nowhere', async () => {
    const { page } = await openMarks('/saved/', { saved: [mark(0, 2 * HOUR), withdrawn] });
    await expect.poll(() => rows(page).first().innerText()).toContain('已不在本期');
    expect(await rows(page).first().innerText()).toContain('一座已经不亮的灯塔');
    expect(await rows(page).first().getByRole('link').count()).toBe(0);
    expect(await rows(page).last().getByRole('link').count()).toBe(1);
  });

  test('under an id alone gets its title from the edition, for good', async () => {
    const { page, faults } = await openMarks('/saved/', { saved: [[articleOf(3), now, null, 0]] });
    const html = await (await fetch(`${site}/a/${articleOf(3)}/`)).text();
    const title = /<meta property="og:title" content="([^"]*)"/.exec(html)?.[1];
    await expect.poll(() => titles(page)).toEqual([title]);
    await expect.poll(async () => (await stored(page)).saved[0]?.[4]).toBe(title);
    expect(faults).toEqual([]);
  });

  test('is taken out and put back by the same button', async () => {
    const { page } = await openMarks('/saved/', { saved: [mark(0, 2 * HOUR), mark(1, HOUR)] });
    const before = await stored(page);
    await button(page, '移除“题1”').click();
    expect((await stored(page)).saved).toHaveLength(1);
    expect(await titles(page)).toEqual(['题1', '题0']);
    const undo = button(page, '撤销移除“题1”');
    expect(await undo.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await stored(page)).toEqual(before);
    await button(page, '移除“题0”').click();
    await page.reload();
    await expect.poll(() => titles(page)).toEqual(['题1']);
  });
});

describe('the history', () => {
  test('is parted by the days of reading', async () => {
    const { page } = await openMarks(
      '/history/',
      { read: [mark(0, 50 * HOUR), mark(1, 49 * HOUR), mark(2, 1000)] },
      { timezoneId: 'Asia/Shanghai' },
    );
    expect(await titles(page)).toEqual(['题2', '题1', '题0']);
    const days = await page.locator('.day').allInnerTexts();
    expect(days.length).toBeGreaterThanOrEqual(2);
    expect(days[0]).toMatch(/^\d+月\d+日 星期.$/);
    expect(await rows(page).first().innerText()).toMatch(/\d\d:\d\d 打开/);
  });

  test('grows by what is opened, and by nothing else', async () => {
    const { page } = await openMarks('/history/');
    await page.goto(`${site}/`);
    await live(page);
    await page.locator('ol.rows h3 a').nth(1).hover();
    await page.locator('ol.rows h3 a').first().click();
    await page.waitForURL(/\/a\//);
    const title = (await page.locator('h1').innerText()).replaceAll('\n', '');
    await page.locator('.masthead').getByRole('link', { name: '历史' }).click();
    await expect.poll(() => titles(page)).toEqual([title]);
  });

  test('is cleared at once, and put back with what was read meanwhile', async () => {
    const { page, faults } = await openMarks('/history/', { read: [mark(0, 5000), mark(1, 4000)], saved: [withdrawn] });
    await button(page, '清除历史').click();
    expect(await stored(page)).toMatchObject({ read: [], saved: [withdrawn] });
    await expect.poll(() => button(page, '撤销').evaluate((undo) => undo === document.activeElement)).toBe(true);
    expect(await page.locator('.nothing-marked').count()).toBe(1);
    await page.getByRole('main').getByRole('link', { name: '收藏' }).click();
    await page.locator('.masthead .name a').click();
    await page.locator('ol.rows h3 a').first().click();
    await page.waitForURL(/\/a\//);
    await page.locator('.masthead').getByRole('link', { name: '历史' }).click();
    await expect.poll(() => rows(page).count()).toBe(1);
    await button(page, '撤销').click();
    const { read } = await stored(page);
    expect(read.map(([id]) => id).slice(0, 2)).toEqual([articleOf(0), articleOf(1)]);
    expect(await rows(page).count()).toBe(read.length);
    expect(await button(page, '撤销').count()).toBe(0);
    expect(faults).toEqual([]);
  });
});

describe('a whole list', () => {
  const shownCount = async (page: Page) =>
    Number(/(\d+) 篇/.exec(await page.getByRole('status').first().innerText())?.[1]);
  const unreadCount = async (page: Page) => {
    await page.goto(`${site}/?is=unread`);
    await live(page);
    await page.locator('#sections .facets').waitFor();
    return (await page.locator('.nothing').count()) > 0 ? 0 : shownCount(page);
  };

  /** As if what was saved had never been opened. */
  const forgetOpening = (page: Page) =>
    page.evaluate((key) => {
      const { data, ...rest } = JSON.parse(localStorage.getItem(key) ?? '{}');
      localStorage.setItem(key, JSON.stringify({ ...rest, data: { ...data, read: [] } }));
      localStorage.removeItem('broadsheet.places');
    }, MARKS);

  test('is marked as read without being history, and taken back', async () => {
    const { page, faults } = await openWatched(browser);
    const all = await unreadCount(page);
    await page.goto(`${site}/`);
    await live(page);
    await page.locator('#sections nav a[href^="/c/"]').first().click();
    await page.waitForURL(/\/c\//);
    const ofList = await shownCount(page);
    await button(page, '全部标为已读').click();
    expect(await page.locator('.undo-line').innerText()).toContain(`已把 ${ofList} 篇标为已读`);
    expect(await button(page, '全部标为已读').count()).toBe(0);
    expect(await shownCount(page)).toBe(ofList);
    expect(await unreadCount(page)).toBe(all - ofList);
    await page.goto(`${site}/history/`);
    await page.locator('.nothing-marked').waitFor();
    await page.goto(`${site}/`);
    await live(page);
    await button(page, '全部标为已读').click();
    expect(await page.locator('.undo-line').innerText()).toContain(`已把 ${all - ofList} 篇标为已读`);
    await button(page, '撤销').click();
    await button(page, '全部标为已读').waitFor();
    expect(await unreadCount(page)).toBe(all - ofList);
    expect(faults).toEqual([]);
  });

  test('that was marked as read leaves nothing of it unread among what was saved', async () => {
    const { page, faults } = await openWatched(browser);
    await page.goto(`${site}/`);
    await live(page);
    await page.locator('#sections nav a[href^="/c/"]').first().click();
    await page.waitForURL(/\/c\//);
    await page.locator('ol.rows h3 a').first().click();
    await button(page, '收藏').click();
    const title = (await page.locator('h1').innerText()).replaceAll('\n', '');
    await page.goBack();
    await button(page, '全部标为已读').click();
    await forgetOpening(page);
    await page.goto(`${site}/`);
    await live(page);
    const other = page.locator('ol.rows h3 a', { hasNotText: title }).first();
    const otherTitle = (await other.innerText()).replaceAll('\n', '');
    await other.click();
    await button(page, '收藏').click();
    await forgetOpening(page);
    await page.goto(`${site}/saved/`);
    await expect.poll(() => rows(page).filter({ hasText: otherTitle }).innerText()).toContain('未读');
    expect(await rows(page).filter({ hasText: title }).innerText()).not.toContain('未读');
    expect(faults).toEqual([]);
  });

  test('on a phone, in the sheet of filters', async () => {
    const { page } = await openWatched(browser, phone);
    await page.goto(`${site}/`);
    await live(page);
    await page.locator('a.open-sections').tap();
    await button(page, '全部标为已读').tap();
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).tap();
    await page.locator('a.open-sections').tap();
    await button(page, '撤销').tap();
    await button(page, '全部标为已读').waitFor();
  });
});

describe('ten thousand marks', () => {
  test('are a list that is drawn where it is seen, and found again after Back', async () => {
    const read = Array.from({ length: 10_000 }, (_, number): StoredMark => {
      return [`m${number}`, now - (10_000 - number) * 600_000, now - 10 * DAY, number, `第 ${number} 篇`, '来源'];
    });
    const { page, faults } = await openMarks('/history/', { read });
    expect(await page.getByRole('status').first().innerText()).toBe('10,000 篇');
    expect(await rows(page).count()).toBeLessThan(60);
    expect(await page.locator('article').first().getAttribute('aria-setsize')).toBe('10000');
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
    await expect.poll(async () => Number(/\d+/.exec((await titles(page))[10] ?? '')?.[0])).toBeLessThan(6000);
    const place = await page.evaluate(() => window.scrollY);
    const seen = (await titles(page))[10];
    await page.getByRole('link', { name: '收藏' }).first().dispatchEvent('click');
    await page.waitForURL(/\/saved\/$/);
    await page.goBack();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(place);
    expect(await titles(page)).toContain(seen);
    await page.reload();
    await live(page);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(place);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expect.poll(async () => (await titles(page)).at(-1)).toBe('第 0 篇');
    expect(faults).toEqual([]);
  });
});

describe('two tabs', () => {
  test('agree on what is saved and read', async () => {
    const { page } = await openMarks('/saved/', { saved: [mark(0, 5000)] });
    const other = await page.context().newPage();
    await other.goto(`${site}/a/${articleOf(2)}/`);
    await live(other);
    await button(other, '收藏').click();
    await expect.poll(() => rows(page).count()).toBe(2);
    await button(page, /^移除/).first().click();
    await expect.poll(() => button(other, '收藏').count()).toBe(1);
  });
});

describe('where nothing can be stored', () => {
  test.each([
    [
      'storage is full',
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      },
    ],
    [
      'storage is blocked',
      () => {
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('blocked', 'SecurityError');
          },
        });
      },
    ],
  ])('because %s: marks last as long as the page, and it says so', async (_, spoil) => {
    const { page, faults } = await openWatched(browser);
    await page.addInitScript(spoil);
    await page.goto(`${site}/a/${articleOf(0)}/`);
    await live(page);
    await button(page, '收藏').click();
    await page.locator('.masthead').getByRole('link', { name: '收藏' }).click();
    await expect.poll(() => rows(page).count()).toBe(1);
    expect(await page.locator('.marks-warning').innerText()).toContain('关掉页面就会丢失');
    expect(faults).toEqual([]);
  });

  test.each(['{', '{"version":1,"data":{"saved":[["a",1e300,null,1],["b"]],"read":7}}'])(
    'what is stored as %s is an empty list',
    async (text) => {
      const { page, faults } = await openWatched(browser);
      await page.addInitScript(([key = '', value = '']) => localStorage.setItem(key, value), [MARKS, text]);
      for (const path of ['/history/', '/saved/']) {
        await page.goto(site + path);
        await page.locator('.nothing-marked').waitFor();
      }
      expect(faults).toEqual([]);
    },
  );
});

describe('looked at', () => {
  const data = {
    saved: [
      mark(0, 9 * HOUR),
      withdrawn,
      mark(1, 1000, '一个没有空格的长标题'.repeat(12)),
      mark(2, 500, 'x'.repeat(119)),
    ],
    read: [mark(0, 30 * HOUR), mark(3, 2 * HOUR), withdrawn],
  };

  async function settled({ page }: WatchedPage): Promise<void> {
    await expect.poll(() => page.locator('.marked').getByText('已不在本期').count()).toBe(1);
  }

  test.each(['/saved/', '/history/'])('axe finds nothing on %s, full or empty, in three themes', async (path) => {
    for (const options of [phone, {}]) {
      const watched = await openMarks(path, data, options);
      await settled(watched);
      await button(watched.page, /^移除/).last().click();
      expect(await violationsInThemes(watched.page)).toEqual([]);
      const empty = await openMarks(path, {}, options);
      expect(await violationsInThemes(empty.page)).toEqual([]);
    }
  });

  test.each([320, 390, 768, 1280])(
    '%s px wide: nothing moves sideways, and fingers meet what they aim at',
    async (width) => {
      for (const path of ['/saved/', '/history/', '/']) {
        const options = { ...phone, viewport: { width, height: 800 } };
        const { page } = await openWatched(browser, options);
        await remember(page, data);
        await page.goto(site + path);
        await live(page);
        if (path !== '/') await page.locator('.marked').first().waitFor();
        expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(width);
        const small = await page
          .locator('.own-lists a, .imprint a, .marked button, .marks-tools button')
          .evaluateAll((all) =>
            all
              .map((element) => ({ text: element.textContent, ...element.getBoundingClientRect().toJSON() }))
              .filter(({ width, height }) => width > 0 && (width < 44 || height < 44)),
          );
        expect.soft(small, path).toEqual([]);
      }
    },
  );

  test('nothing moves while the lists come', async () => {
    for (const path of ['/saved/', '/history/']) {
      const { page } = await openMarks(path, data, phone);
      await page.waitForLoadState('networkidle');
      const shift = await page.evaluate(
        () =>
          new Promise<number>((done) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => done(sum), 300);
          }),
      );
      expect.soft(shift, path).toBeLessThanOrEqual(0.01);
    }
  });
});
