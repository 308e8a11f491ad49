import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { live, openWatched } from './watched-page.ts';

const site = inject('sampleSite');

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

interface Asked {
  readonly page: Page;
  readonly faults: readonly string[];
  /** Texts and scripts that were asked for, in order. */
  readonly files: readonly string[];
}

async function open(path: string, options: BrowserContextOptions = {}, savesData = false): Promise<Asked> {
  const { page, faults } = await openWatched(browser, options);
  const files: string[] = [];
  page.on('request', (request) => {
    const name = /\/(?:articles|assets)\/(.*)$/.exec(request.url())?.[1];
    if (name) files.push(name);
  });
  if (savesData) {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } });
    });
  }
  await page.goto(site + path);
  await live(page);
  return { page, faults, files };
}

const isText = (name: string): boolean => /^\d+-\w+\.js$/.test(name);
const isArticleScript = (name: string): boolean => name.startsWith('article-script-');
const wait = (page: Page, time: number) => page.waitForTimeout(time);

/** Until nothing more is asked for. */
async function quiet(page: Page, files: readonly string[]): Promise<void> {
  let seen: number;
  do {
    seen = files.length;
    await wait(page, 1500);
  } while (files.length > seen);
}

describe('reading ahead', () => {
  test('fetches what is on the page once, and opens it without another request', async () => {
    const { page, faults, files } = await open('/');
    await expect.poll(() => files.filter(isText).length).toBeGreaterThan(0);
    await expect.poll(() => files.filter(isArticleScript).length).toBe(1);
    await quiet(page, files);
    const link = page.locator('ol.rows > li article h3 a').first();
    const title = (await link.innerText()).trim();
    await link.hover();
    await wait(page, 300);
    expect(new Set(files).size).toBe(files.length);
    expect(files.filter(isArticleScript)).toHaveLength(1);
    // What it shows must be here: only what its own links lead to may be asked for, and comes to nothing.
    await page.route(/\/(?:articles|assets|data)\//, (route) => route.abort());
    await page.evaluate(() => {
      new MutationObserver((changes) => {
        const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
        const waits = added.some((node) => node instanceof Element && node.classList.contains('progress'));
        if (waits) document.documentElement.dataset.waits = '';
      }).observe(document.body, { childList: true, subtree: true });
    });
    await link.click();
    await expect.poll(() => page.locator('h1').innerText()).toBe(title);
    expect(await page.locator('.article-body > *').count()).toBeGreaterThan(0);
    // Nor was the page drawn once more to say that it is on its way.
    expect(await page.locator('html').getAttribute('data-waits')).toBeNull();
    expect(faults).toEqual([]);
  });

  test('costs those who save data nothing', async () => {
    const { page, files } = await open('/', {}, true);
    await page.locator('ol.rows > li article h3 a').first().hover();
    await wait(page, 2500);
    expect(files.filter((name) => isText(name) || isArticleScript(name))).toEqual([]);
    await page.locator('ol.rows > li article h3 a').first().click();
    await expect.poll(() => page.locator('.article-body > *').count()).toBeGreaterThan(0);
    expect(files.filter(isText)).toHaveLength(1);
  });

  test('a page of an article is live before the script of articles is asked for', async () => {
    const { page } = await open('/');
    const path = await page.locator('ol.rows > li article h3 a').nth(3).getAttribute('href');
    const { page: article, files: asked, faults } = await open(path ?? '');
    expect(asked.findIndex(isArticleScript)).toBeGreaterThan(asked.findIndex((name) => name.startsWith('app-')));
    // The story before it is ready: its text has come with the pack of this one, or with its own.
    await article.locator('nav.neighbours a.older').hover();
    await wait(article, 1500);
    const before = asked.length;
    await article.locator('nav.neighbours a.older').click();
    await expect.poll(() => article.url()).not.toContain(path);
    await expect.poll(() => article.locator('.article-body > *').count()).toBeGreaterThan(0);
    expect(asked).toHaveLength(before);
    expect(faults).toEqual([]);
  });

  test('a story that is opened fills the window first; whole a moment later, it is found at its place again', async () => {
    const { page, faults } = await open('/', { viewport: { width: 390, height: 844 } });
    const link = page.locator('ol.rows > li article h3 a').nth(1);
    const path = (await link.getAttribute('href')) ?? '';
    const { page: printed } = await openWatched(browser, { javaScriptEnabled: false });
    await printed.goto(new URL(path, site).href);
    const whole = await printed.locator('.article-body').innerText();
    await wait(page, 1000);
    await page.evaluate(() => {
      new MutationObserver(() => {
        const opening = document.querySelector('.article-body[aria-busy]');
        if (opening) document.documentElement.dataset.drawn = String(opening.textContent?.length);
      }).observe(document.body, { childList: true, subtree: true });
    });
    await link.click();
    await expect.poll(() => page.locator('.article-body:not([aria-busy])').count()).toBe(1);
    expect(await page.locator('.article-body').innerText()).toBe(whole);
    const opening = Number(await page.locator('html').getAttribute('data-drawn'));
    expect(opening).toBeGreaterThan(300);
    expect(opening).toBeLessThan(whole.length);
    // Back and forth: a place far down is there at once.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const place = await page.evaluate(() => scrollY);
    await wait(page, 100);
    await page.goBack();
    await expect.poll(() => page.locator('ol.rows').count()).toBe(1);
    await page.goForward();
    await expect.poll(() => page.locator('.article-body').count()).toBe(1);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
    expect(faults).toEqual([]);
  });

  test('what is rehearsed is seen by nobody: no picture is asked for, nothing is marked as read, no heading is there twice', async () => {
    const { page } = await openWatched(browser);
    const drawn: string[] = [];
    await page.exposeFunction('tellDrawn', (html: string) => drawn.push(html));
    await page.addInitScript(() => {
      const { tellDrawn } = window as unknown as { tellDrawn: (html: string) => void };
      const { appendChild } = Node.prototype;
      Node.prototype.appendChild = function <Child extends Node>(this: Node, child: Child): Child {
        const added = appendChild.call(this, child) as Child;
        // Outside the document.
        const within = this.getRootNode() as Element;
        if (within instanceof HTMLDivElement && added instanceof Element && added.id === 'main')
          tellDrawn(added.outerHTML);
        return added;
      };
    });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.goto(`${site}/`);
    await live(page);
    const history = await page.evaluate(() => [window.history.length, window.history.state]);
    await expect.poll(() => drawn.length).toBeGreaterThan(0);
    const rehearsed = drawn.find((html) => html.includes('class="story"')) ?? '';
    expect(rehearsed).toContain('article-body');
    expect(rehearsed).not.toContain('<img');
    await wait(page, 500);
    expect(await page.locator('h1, main').count()).toBe(2);
    expect(await page.evaluate(() => localStorage.getItem('broadsheet.marks'))).toBeNull();
    expect(await page.title()).not.toContain(' - ');
    expect(await page.evaluate(() => [window.history.length, window.history.state])).toEqual(history);
    expect(new URL(page.url()).pathname).toBe('/');
    expect(asked.filter((request) => /^HEAD|^GET \/(?:a\/|$)/.test(request))).toEqual(['GET /']);
  });

  test('a Markdown article is rendered in the app', async () => {
    const { page, faults } = await open('/');
    const link = page.locator('ol.rows a', { hasText: 'Why tea likes mist' });
    for (let step = 0; step < 20 && (await link.count()) === 0; step++) {
      await page.mouse.wheel(0, 1200);
      await wait(page, 200);
    }
    // The list may still be rolling.
    await link.first().dispatchEvent('click');
    await expect.poll(() => page.locator('.article-body > *').count()).toBeGreaterThan(2);
    expect(await page.locator('.article-body').innerText()).not.toMatch(/^#|\*\*|\]\(/m);
    expect(faults).toEqual([]);
  });
});
