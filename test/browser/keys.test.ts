import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { violationsInThemes } from './axe-violations.ts';
import { launchChromium } from './chromium.ts';
import { live, openWatched, type WatchedPage } from './watched-page.ts';

const site = inject('sampleSite');

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(() => browser?.close());

async function openAt(path: string, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const watched = await openWatched(browser, options);
  await watched.page.goto(site + path);
  await listening(watched.page);
  return watched;
}

/** Until keys are listened to, and what they do has come: a key without a meaning fetches it. */
async function listening(page: Page): Promise<void> {
  await live(page);
  await expect
    .poll(async () => {
      await page.keyboard.press('x');
      return page.locator('.key-note').count();
    })
    .toBe(1);
}

/** The headline that has the focus. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.closest('h3')?.textContent ?? null);
const heading = (page: Page) => page.locator('h1').innerText();
const note = (page: Page) => page.locator('.key-note');
const titles = (page: Page) => page.locator('ol.rows h3').allTextContents();
const pathOf = (page: Page) => new URL(page.url()).pathname;

async function pressUntilFocused(page: Page, key: string, title: string | undefined): Promise<void> {
  await page.keyboard.press(key);
  await expect.poll(() => focused(page)).toBe(title);
}

/** Until the article at hand is another than `before`, and is there. */
async function arrived(page: Page, before: string): Promise<string> {
  await expect.poll(() => pathOf(page)).not.toBe(before);
  await page.locator('.article-body:not([aria-busy])').waitFor();
  return pathOf(page);
}

test('the first key does what it says already', async () => {
  const { page } = await openWatched(browser);
  await page.goto(`${site}/`);
  await live(page);
  await expect
    .poll(async () => {
      await page.keyboard.press('?');
      return page.locator('dialog.key-help[open]').count();
    })
    .toBe(1);
});

describe('in a list', () => {
  test('j and k go from headline to headline, o opens, u comes back to the same place', async () => {
    const { page, faults } = await openAt('/');
    const all = await titles(page);
    await pressUntilFocused(page, 'j', all[0]);
    await pressUntilFocused(page, 'j', all[1]);
    await pressUntilFocused(page, 'j', all[2]);
    await pressUntilFocused(page, 'k', all[1]);
    const before = await page.evaluate(() => window.scrollY);
    await page.keyboard.press('o');
    await expect.poll(() => heading(page)).toBe(all[1]);
    await page.keyboard.press('u');
    await expect.poll(() => pathOf(page)).toBe('/');
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(before);
    expect(faults).toEqual([]);
  });

  test('j goes on through rows that were not drawn at first', async () => {
    const { page } = await openAt('/');
    const seen = new Set<string | null>();
    for (let step = 0; step < 30; step++) {
      const last = await focused(page);
      await page.keyboard.press('j');
      await expect.poll(() => focused(page)).not.toBe(last);
      seen.add(await focused(page));
    }
    expect(seen.size).toBe(30);
  });

  test('m and s mark what has the focus and say so; n passes over what is read', async () => {
    const { page } = await openAt('/');
    const all = await titles(page);
    await page.keyboard.press('m');
    await expect.poll(() => note(page).textContent()).toContain('先用');
    await pressUntilFocused(page, 'j', all[0]);
    await pressUntilFocused(page, 'j', all[1]);
    await page.keyboard.press('m');
    await expect.poll(() => note(page).textContent()).toBe('已标为已读');
    await page.keyboard.press('s');
    await expect.poll(() => note(page).textContent()).toBe('已收藏');
    await pressUntilFocused(page, 'k', all[0]);
    await pressUntilFocused(page, 'n', all[2]);
    await pressUntilFocused(page, 'p', all[0]);
    await pressUntilFocused(page, 'j', all[1]);
    await page.keyboard.press('m');
    await expect.poll(() => note(page).textContent()).toBe('已标为未读');
  });
});

describe('in an article', () => {
  test('l and h lead on in the list it was opened from, and back leads to that list', async () => {
    const { page } = await openAt('/');
    const category = page.locator('#sections a[href*="/c/"]').first();
    await category.click();
    await expect.poll(() => pathOf(page)).toMatch(/^\/c\//);
    const list = pathOf(page);
    const all = await titles(page);
    await page.locator('ol.rows h3 a').first().click();
    await expect.poll(() => heading(page)).toBe(all[0]);
    await page.keyboard.press('l');
    await expect.poll(() => heading(page)).toBe(all[1]);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => heading(page)).toBe(all[2] ?? all[1]);
    await page.keyboard.press('h');
    await expect.poll(() => heading(page)).toBe(all[2] ? all[1] : all[0]);
    await page.keyboard.press('h');
    await expect.poll(() => heading(page)).toBe(all[0]);
    await page.keyboard.press('h');
    await expect.poll(() => note(page).textContent()).toBe('这个方向没有更多文章了');
    await page.keyboard.press('Escape');
    await expect.poll(() => pathOf(page)).toBe(list);
  });

  test('j scrolls, and at the end leads to the next article; so does Space', async () => {
    const { page } = await openAt('/');
    await page.locator('ol.rows h3 a').first().click();
    const first = await arrived(page, '/');
    await page.keyboard.press('j');
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(200);
    expect(pathOf(page)).toBe(first);
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page.keyboard.press('j');
    const second = await arrived(page, first);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page.keyboard.press('Space');
    await arrived(page, second);
    await page.goBack();
    await expect.poll(() => pathOf(page)).toBe('/');
  });

  test('Space goes on in an article whose end is not drawn yet, and does nothing to a page one has gone back to', async () => {
    const { page } = await openAt('/');
    await page.setViewportSize({ width: 390, height: 600 });
    await page.evaluate(() => {
      const held: IdleRequestCallback[] = [];
      const release = () => {
        window.requestIdleCallback = original;
        for (const callback of held.splice(0)) original(callback);
      };
      const original = window.requestIdleCallback.bind(window);
      const hold = () => {
        window.requestIdleCallback = (callback) => held.push(callback);
      };
      Object.assign(window, { idle: { hold, release } });
    });
    const idle = (act: 'hold' | 'release') =>
      page.evaluate((name) => (window as unknown as { idle: Record<string, () => void> }).idle[name]?.(), act);
    const openHeld = async () => {
      await idle('hold');
      await page.locator('ol.rows h3 a').first().click();
      await page.locator('.article-body[aria-busy]').waitFor();
    };
    await openHeld();
    const path = pathOf(page);
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page.keyboard.press('Space');
    await idle('release');
    await page.locator('.article-body:not([aria-busy])').waitFor();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(300);
    expect(pathOf(page)).toBe(path);
    await page.goBack();
    await page.locator('ol.rows').waitFor();
    await openHeld();
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page.keyboard.press('Space');
    await page.goBack();
    await page.locator('ol.rows').waitFor();
    await idle('release');
    await page.waitForTimeout(300);
    expect(pathOf(page)).toBe('/');
  });

  test('an article that was opened by its link leads back to the front page', async () => {
    const { page: other } = await openAt('/');
    const path = await other.locator('ol.rows h3 a').first().getAttribute('href');
    const { page } = await openAt(path ?? '');
    await page.keyboard.press('l');
    await arrived(page, path ?? '');
    await page.keyboard.press('u');
    await expect.poll(() => pathOf(page)).toBe('/');
  });

  test('t changes the theme, + and − the type, and both say what is chosen', async () => {
    const { page } = await openAt('/');
    await page.keyboard.press('t');
    await expect.poll(() => note(page).textContent()).toBe('主题：浅色');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    await page.keyboard.press('+');
    await expect.poll(() => note(page).textContent()).toBe('字号：大');
    await page.keyboard.press('-');
    await page.keyboard.press('-');
    await expect.poll(() => note(page).textContent()).toBe('字号：小');
  });
});

describe('keys are left alone', () => {
  test('in a field, with a modifier, with text selected, while a dialog is open', async () => {
    const { page } = await openAt('/');
    await pressUntilFocused(page, 'j', (await titles(page))[0]);
    await page.locator('input[type="search"]').focus();
    await page.keyboard.type('jkt');
    expect(await page.locator('input[type="search"]').inputValue()).toBe('jkt');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+j');
    await page.evaluate(() => window.getSelection()?.selectAllChildren(document.querySelector('h3') ?? document.body));
    await page.keyboard.press('t');
    await page.evaluate(() => window.getSelection()?.removeAllRanges());
    await page.keyboard.press('?');
    await page.locator('dialog.key-help[open]').waitFor();
    await page.keyboard.press('t');
    expect(await page.locator('html').getAttribute('data-theme')).toBeNull();
  });

  test('while characters are being chosen', async () => {
    const { page } = await openAt('/');
    await page.evaluate(() => {
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 't', isComposing: true, bubbles: true }));
    });
    await pressUntilFocused(page, 'j', (await titles(page))[0]);
    expect(await page.locator('html').getAttribute('data-theme')).toBeNull();
  });

  test('once they are switched off, until they are switched on', async () => {
    const { page } = await openAt('/');
    await page.keyboard.press('?');
    await page.locator('dialog.key-help[open] input[role="switch"]').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.reload();
    await live(page);
    await page.keyboard.press('j');
    await page.keyboard.press('t');
    expect(await focused(page)).toBeNull();
    expect(await page.locator('html').getAttribute('data-theme')).toBeNull();
    await page.locator('.aa a').click();
    await page.locator('dialog.settings[open] input[name="keys"]').check();
    await page.keyboard.press('Escape');
    await pressUntilFocused(page, 'j', (await titles(page))[0]);
  });
});

test('the help has no fault of access in any theme, and gives the focus back', async () => {
  const { page, faults } = await openAt('/');
  await pressUntilFocused(page, 'j', (await titles(page))[0]);
  await page.keyboard.press('?');
  await page.locator('dialog.key-help[open]').waitFor();
  expect(await violationsInThemes(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('dialog.key-help').count()).toBe(0);
  expect(await focused(page)).toBe((await titles(page))[0]);
  expect(faults).toEqual([]);
});

describe('swiping', () => {
  /** A finger that moves over the article, as the browser reports it. */
  const swipe = (page: Page, from: number, to: number) =>
    page.evaluate(
      ([start = 0, end = 0]) => {
        const target = document.querySelector('.article-body p') ?? document.body;
        const at = (x: number) => new Touch({ identifier: 1, target, clientX: x, clientY: 300 });
        const send = (type: string, touches: Touch[], changed: Touch[]) =>
          target.dispatchEvent(new TouchEvent(type, { bubbles: true, touches, changedTouches: changed }));
        send('touchstart', [at(start)], [at(start)]);
        send('touchend', [], [at(end)]);
      },
      [from, to],
    );

  test('does nothing unless it is wanted, then leads to the next article and back', async () => {
    const { page } = await openAt('/', { viewport: { width: 390, height: 844 }, hasTouch: true });
    await page.locator('ol.rows h3 a').first().click();
    const first = await arrived(page, '/');
    await swipe(page, 300, 100);
    await page.locator('.aa a').click();
    await page.locator('dialog.settings[open] input[name="swipe"]').check();
    expect(pathOf(page)).toBe(first);
    await page.keyboard.press('Escape');
    await expect
      .poll(async () => {
        if (pathOf(page) === first) await swipe(page, 300, 100);
        return pathOf(page);
      })
      .not.toBe(first);
    const second = await arrived(page, first);
    await swipe(page, 100, 300);
    await arrived(page, second);
    expect(pathOf(page)).toBe(first);
  });
});
