import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export interface WatchedPage {
  readonly page: Page;
  /** Console errors, uncaught errors and violations of the content security policy, as they came. */
  readonly faults: string[];
}

/** Failing pictures are part of some tests; the console names them too. */
const isPictureFault = (text: string): boolean => /Failed to load resource/.test(text);

/**
 * A page in a fresh context that writes down everything that goes wrong in it. Without a service worker, unless the options
 * say otherwise: what a worker answers for, a test can neither count nor make fail. What it does is offline.test.ts's matter.
 */
export async function openWatched(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'zh-CN',
    serviceWorkers: 'block',
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isPictureFault(message.text())) faults.push(`console: ${message.text()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return { page, faults };
}

/**
 * Until the app has taken the page over, an article's body and the search field included: React keeps keys of its own on what
 * it has. What listens to the window and the document comes a moment after, so this waits until the page has nothing to do.
 */
export async function live(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const parts = [
      document.querySelector('.article-body') ?? document.querySelector('h1'),
      document.querySelector('input[type="search"]'),
    ];
    return parts.every((part, at) =>
      part === null ? at > 0 : Object.keys(part).some((key) => key.startsWith('__reactFiber')),
    );
  });
  await page.evaluate(
    () => new Promise<void>((done) => requestIdleCallback(() => requestAnimationFrame(() => setTimeout(done)))),
  );
}
