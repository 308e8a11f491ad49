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

const firstStory = (page: Page) => page.locator('ol.rows > li article h3 a').first();

/** The body's HTML with attributes in one order: React writes them in another on the server than in the browser. */
const bodyHtml = (page: Page): Promise<string> =>
  page.locator('.article-body').evaluate((body) => {
    const copy = body.cloneNode(true) as HTMLElement;
    for (const node of copy.querySelectorAll('*')) {
      const attributes = [...node.attributes].sort((one, other) => (one.name < other.name ? -1 : 1));
      for (const { name } of attributes) node.removeAttribute(name);
      for (const { name, value } of attributes) node.setAttribute(name, value);
    }
    return copy.innerHTML;
  });

/** Addresses of all articles of the sample edition, from the site's own data. */
async function articlePaths(page: Page, address: string): Promise<string[]> {
  return page.evaluate(async (base) => {
    const names = await (await fetch(`${base}/data/names-0.json`)).json();
    const sheets = await Promise.all(
      names.sheets.map(async (version: string, index: number) =>
        (await fetch(`${base}/data/sheet-${index}-${version}.json`)).json(),
      ),
    );
    return sheets.flat().map((row: { id: string }) => `/a/${row.id}/`);
  }, address);
}

describe('reading', () => {
  test('the home page lists the edition by day and opens a story', async () => {
    const { page, faults } = await openWatched(browser);
    await page.goto(`${site}/`);
    await live(page);
    expect(await page.locator('ol.rows h2').count()).toBeGreaterThan(3);
    const title = (await firstStory(page).innerText()).trim();
    await firstStory(page).click();
    await page.waitForURL(/\/a\/[^/]+\/$/);
    await expect.poll(() => page.locator('h1').innerText()).toBe(title);
    expect(await page.title()).toContain(title);
    expect(await page.locator('article .article-body p').count()).toBeGreaterThan(2);
    expect(await page.locator('article figure figcaption').count()).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });

  test('every article shows the same body printed, taken over and opened in the app', async () => {
    const { page, faults } = await openWatched(browser);
    const printed = await openWatched(browser, { javaScriptEnabled: false });
    await page.goto(`${site}/`);
    const paths = await articlePaths(page, site);
    expect(paths.length).toBeGreaterThanOrEqual(40);
    for (const path of paths) {
      await printed.page.goto(site + path);
      await page.goto(site + path);
      await live(page);
      const taken = await bodyHtml(page);
      const expected = await bodyHtml(printed.page);
      expect.soft(withoutFailures(taken), `${path} taken over`).toBe(withoutFailures(expected));
    }
    expect(faults).toEqual([]);
  }, 300_000);

  test('going from story to story in the app shows what the static pages show', async () => {
    const { page, faults } = await openWatched(browser);
    const printed = await openWatched(browser, { javaScriptEnabled: false });
    await page.goto(`${site}/`);
    await live(page);
    await firstStory(page).click();
    await page.waitForURL(/\/a\//);
    for (let step = 0; step < 12; step++) {
      await expect.poll(() => page.locator('.article-body > *').count()).toBeGreaterThan(0);
      await printed.page.goto(page.url());
      expect
        .soft(withoutFailures(await bodyHtml(page)), page.url())
        .toBe(withoutFailures(await bodyHtml(printed.page)));
      const before = page.url();
      await page.locator('nav.neighbours a.older').click();
      await page.waitForURL((url) => url.href !== before);
      await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
    }
    expect(faults).toEqual([]);
  });

  test('a picture that fails leaves a calm box with its caption, and loads again on request', async () => {
    const { page } = await openWatched(browser);
    let isDown = true;
    await page.route('**/media/**', (route) => (isDown ? route.abort() : route.continue()));
    await page.goto(`${site}/`);
    await live(page);
    await firstStory(page).click();
    const figure = page.locator('.article-body figure').first();
    await figure.scrollIntoViewIfNeeded();
    await figure.locator('.failed-picture').waitFor();
    expect(await figure.locator('figcaption').innerText()).not.toBe('');
    isDown = false;
    await figure.getByRole('button').click();
    await expect
      .poll(() => figure.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
  });

  test('nothing moves while a page loads and is taken over', async () => {
    const { page } = await openWatched(browser, { viewport: { width: 390, height: 844 } });
    for (const path of ['/', (await articlePathsOf(page))[0] ?? '/']) {
      await page.goto(site + path);
      await live(page);
      await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
      const shift = await page.evaluate(
        () =>
          new Promise<number>((done) => {
            new PerformanceObserver((list) => {
              done(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0));
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => done(0), 300);
          }),
      );
      expect(shift, path).toBeLessThanOrEqual(0.01);
    }
  });

  test('rows far below the window are not set before they come near, and stand where they will', async () => {
    const { page, faults } = await openWatched(browser, {
      javaScriptEnabled: false,
      viewport: { width: 412, height: 823 },
    });
    await page.goto(`${site}/`);
    const [first, last] = [page.locator('.rows .row').first(), page.locator('.rows .row').last()];
    const isSet = (row: typeof first) =>
      row.locator('h3').evaluate((title) => title.checkVisibility({ contentVisibilityAuto: true }));
    const place = () => last.evaluate((row) => row.getBoundingClientRect().top + scrollY);
    expect([await isSet(first), await isSet(last)]).toEqual([true, false]);
    const before = await place();
    await last.scrollIntoViewIfNeeded();
    await expect.poll(() => isSet(last)).toBe(true);
    expect(await place()).toBe(before);
    expect(faults).toEqual([]);
  });

  test('no page needs sideways scrolling at 320 pixels', async () => {
    const { page } = await openWatched(browser, { viewport: { width: 320, height: 640 } });
    for (const path of ['/', ...(await articlePathsOf(page))]) {
      await page.goto(site + path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(wide, path).toBeLessThanOrEqual(0);
    }
  });
});

async function articlePathsOf(page: Page): Promise<string[]> {
  await page.goto(`${site}/`);
  return articlePaths(page, site);
}

/** Remote pictures can't load where tests run; whether one has failed yet is a matter of time. */
function withoutFailures(html: string): string {
  return html
    .replace(/<!--.*?-->/g, '')
    .replace(
      /<a [^>]*>\s*<img[^>]*src="https:[^>]*>\s*<\/a>|<img[^>]*src="https:[^>]*>|<span class="failed-picture".*?<\/span><\/span>/g,
      '[remote]',
    );
}

describe('filtering', () => {
  test('a category shows its articles, in the address, and Back undoes it', async () => {
    const { page, faults } = await openWatched(browser);
    await page.goto(`${site}/`);
    await live(page);
    const link = page.locator('#sections nav a[href^="/c/"]').first();
    const name = await link.locator('.entry-name').innerText();
    const count = Number(await link.locator('.count').innerText());
    await link.click();
    await page.waitForURL(/\/c\/[^/]+\/$/);
    await expect.poll(() => page.locator('h1').innerText()).toBe(name);
    expect(await page.getByRole('status').first().innerText()).toContain(`${count}`);
    expect(await page.locator('ol.rows > li').count()).toBe(count);
    expect(await page.locator('#sections [aria-current=page]').innerText()).toContain(name);
    await page.goBack();
    await page.waitForURL(`${site}/`);
    expect(faults).toEqual([]);
  });

  test('on a phone the categories come as a sheet', async () => {
    const { page, faults } = await openWatched(browser, { viewport: { width: 390, height: 844 }, hasTouch: true });
    await page.goto(`${site}/`);
    await live(page);
    await page.locator('a.open-sections').tap();
    const sheet = page.locator('dialog.sheet');
    await sheet.waitFor();
    await sheet.locator('a[href^="/c/"]').first().tap();
    await page.waitForURL(/\/c\//);
    await expect.poll(() => sheet.isVisible()).toBe(false);
    expect(faults).toEqual([]);
  });

  test('Back returns to the same place in the list', async () => {
    const { page } = await openWatched(browser);
    await page.goto(`${site}/`);
    await live(page);
    await page.mouse.wheel(0, 2600);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(2000);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
    const before = await page.evaluate(() => window.scrollY);
    // By its address: meanwhile other rows may have been drawn above it.
    const address = await page
      .locator('ol.rows > li article h3 a')
      .evaluateAll((links) => links.find((link) => link.getBoundingClientRect().top > 200)?.getAttribute('href'));
    await page.locator(`ol.rows h3 a[href="${address}"]`).click();
    await page.waitForURL(/\/a\//);
    await page.goBack();
    await page.waitForURL(`${site}/`);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(before);
  });
});

describe('sharing', () => {
  test('the copied link opens the same article without script', async () => {
    const { page } = await openWatched(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(`${site}/`);
    await live(page);
    await firstStory(page).click();
    await page.waitForURL(/\/a\//);
    await page.locator('.copy-link button').click();
    const title = await page.locator('h1').innerText();
    await expect.poll(() => page.locator('.copy-link [role=status]').innerText()).toBe('已复制');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    // Where the site says it lives, whatever host it was read from.
    expect(copied).toBe(page.url().replace(site, 'https://paper.example'));
    const other = await openWatched(browser, { javaScriptEnabled: false });
    const response = await other.page.goto(copied.replace('https://paper.example', site));
    expect(response?.status()).toBe(200);
    expect(await other.page.locator('h1').innerText()).toBe(title);
    expect(await other.page.locator('.article-body p').count()).toBeGreaterThan(2);
    expect(await other.page.locator('link[rel=canonical]').getAttribute('href')).toBe(copied);
    expect(await other.page.locator('meta[property="og:title"]').getAttribute('content')).toBe(title);
  });

  test('an address that is none gets a friendly page and the status 404', async () => {
    const { page, faults } = await openWatched(browser);
    const response = await page.goto(`${site}/a/no-such-article/`);
    expect(response?.status()).toBe(404);
    await live(page);
    expect(await page.locator('h1').innerText()).toBe('没有这一页');
    // A heading as on any page: in the ink of the text, clear of the masthead, without rules round it.
    const set = await page.evaluate(() => {
      const heading = document.querySelector('h1') ?? document.body;
      const box = heading.parentElement ?? document.body;
      return {
        hasInk: getComputedStyle(heading).color === getComputedStyle(document.body).color,
        rule: getComputedStyle(box).borderTopWidth,
        gap:
          heading.getBoundingClientRect().top -
          (document.querySelector('.masthead')?.getBoundingClientRect().bottom ?? 0),
      };
    });
    expect(set).toMatchObject({ hasInk: true, rule: '0px' });
    expect(set.gap).toBeGreaterThan(16);
    await page.getByRole('link', { name: '回到首页' }).click();
    await page.waitForURL(`${site}/`);
    expect(faults).toEqual([]);
  });

  test('all of it works below a base path', async () => {
    const { page, faults } = await openWatched(browser);
    await page.goto(`${belowBase}/`);
    await live(page);
    await firstStory(page).click();
    await page.waitForURL(/\/news\/a\/[^/]+\/$/);
    await expect.poll(() => page.locator('.article-body > *').count()).toBeGreaterThan(2);
    const picture = page.locator('.article-body figure img').first();
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await page.reload();
    await live(page);
    expect(await page.locator('.article-body > *').count()).toBeGreaterThan(2);
    await page.goBack();
    await page.locator('#sections nav a[href^="/news/c/"]').first().click();
    await page.waitForURL(/\/news\/c\//);
    expect(faults).toEqual([]);
  });
});
