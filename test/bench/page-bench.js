// @ts-check
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { createPreview, listen } from '../../src/build/serve.js';
import { chromiumFlags } from '../chromium-flags.js';
import { findPages } from './find-pages.js';
import { bytesOf, bytesUntil, loadPage } from './load-page.js';
import { figure, kilobytes, markdownTable } from './markdown-table.js';
import { clickToRows, clickToText, startFrames } from './page-probe.js';

/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('./load-page.js').Conditions} Conditions */
/** @typedef {import('./load-page.js').OpenPage} OpenPage */

/**
 * A cold page under Slow 4G and a four times slower processor; the median of each figure.
 * @typedef {object} ColdPage
 * @property {string} name
 * @property {number} fcp milliseconds
 * @property {number} lcp milliseconds
 * @property {number} bytesToLcp on the wire
 * @property {number} page bytes of the document
 * @property {number} bytes
 * @property {number} requests
 * @property {number} cls
 * @property {number} tbt milliseconds
 * @property {number} script bytes of script before the app is live
 * @property {number} data bytes of data and raw texts
 * @property {number} live milliseconds; 0 where there is no app
 */

/**
 * What the app does once it is live: milliseconds, median.
 * @typedef {{ readonly name: string, readonly conditions: string, readonly value: number, readonly budget: number | null }} Act
 */

/** @typedef {{ readonly count: number, readonly pages: readonly ColdPage[], readonly acts: readonly Act[] }} PageResult */

const RUNS = 5;
/** Ratios of first paints are close to 1, so they need more. */
const COLD_RUNS = 9;
/** @type {Conditions} */
const SLOW = { window: 'phone', slowNetwork: true, cpu: 4 };
const SCROLL = { distance: 30_000, speed: 10_000 };
const KINDS = /** @type {const} */ (['article', 'home', 'category']);

export const FLAGS = [
  ...chromiumFlags,
  // Pictures of other hosts fail at once, on every site alike.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/**
 * Opens the pages of a built site, and of Hugo's, in Chromium.
 * @param {{ count: number, site: string, hugoSite: string | null }} sites
 * @param {(line: string) => void} say
 * @returns {Promise<PageResult>}
 */
export async function benchPages({ count, site, hugoSite }, say) {
  const found = findPages(site, count);
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
  try {
    return await withServer(site, (origin) =>
      withServer(hugoSite, async (hugo) => {
        /** @type {ColdPage[]} */
        const pages = [];
        for (const kind of KINDS) {
          say(`${count} articles: ${kind} page`);
          /** @type {{ name: string, address: string }[]} */
          const addresses = [{ name: kind, address: origin + found.ours[kind] }];
          if (hugo !== null) addresses.push({ name: `Hugo: ${kind}`, address: hugo + found.hugo[kind] });
          pages.push(...(await coldPages(browser, addresses)));
        }
        const acts = await benchActs(browser, String(origin), found.others, say);
        return { count, pages, acts: hugo === null ? acts : [...acts, await pageToPage(browser, hugo)] };
      }),
    );
  } finally {
    await browser.close();
  }
}

/** The browser's version. */
export async function chromiumVersion() {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
  const version = browser.version();
  await browser.close();
  return version;
}

export function chromiumPath() {
  const places = [
    process.env.CHROME_PATH ?? '',
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    chromium.executablePath(),
  ];
  const path = places.find((place) => place !== '' && existsSync(place));
  if (path === undefined)
    throw new Error('no Chromium: install it, or set CHROME_PATH to a Chrome or Chromium executable');
  return path;
}

/**
 * @template Result
 * @param {string | null} folder null: there is nothing to serve
 * @param {(origin: string | null) => Promise<Result>} use
 * @returns {Promise<Result>}
 */
export async function withServer(folder, use) {
  if (folder === null) return use(null);
  const server = createPreview({ folder, base: '/' });
  const port = await listen(server, 0, '127.0.0.1');
  try {
    return await use(`http://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
}

/** Runs something once unmeasured, so that the server has compressed everything, then for the median. @param {() => Promise<number>} measure */
async function medianOf(measure) {
  await measure();
  const values = [];
  for (let run = 0; run < RUNS; run++) values.push(await measure());
  return median(values);
}

/** @param {readonly number[]} values */
function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/**
 * Takes turns, so that a busy moment of the machine meets all alike.
 * @param {Browser} browser
 * @param {readonly { name: string, address: string }[]} addresses
 * @returns {Promise<readonly ColdPage[]>}
 */
async function coldPages(browser, addresses) {
  const results = addresses.map((each) => ({ ...each, runs: /** @type {ColdPage[]} */ ([]) }));
  for (const { name, address } of results) await measureCold(browser, name, address);
  for (let run = 0; run < COLD_RUNS; run++) {
    for (const { name, address, runs } of results) runs.push(await measureCold(browser, name, address));
  }
  return results.map(({ name, runs }) => middlePage(name, runs));
}

/** @param {string} name @param {readonly ColdPage[]} runs @returns {ColdPage} */
function middlePage(name, runs) {
  const middle = (/** @type {(run: ColdPage) => number} */ read) => median(runs.map(read));
  return {
    name,
    fcp: middle(({ fcp }) => fcp),
    lcp: middle(({ lcp }) => lcp),
    bytesToLcp: middle(({ bytesToLcp }) => bytesToLcp),
    page: middle(({ page }) => page),
    bytes: middle(({ bytes }) => bytes),
    requests: middle(({ requests }) => requests),
    cls: middle(({ cls }) => cls),
    tbt: middle(({ tbt }) => tbt),
    script: middle(({ script }) => script),
    data: middle(({ data }) => data),
    live: middle(({ live }) => live),
  };
}

/** @param {Browser} browser @param {string} name @param {string} address @returns {Promise<ColdPage>} */
async function measureCold(browser, name, address) {
  const { seen, loaded, close } = await loadPage(browser, address, SLOW);
  await close();
  const { firstPaint, largestPaint, shift, longTasks, live } = seen;
  const own = new URL(address).pathname;
  const beforeLive = loaded.filter(({ start }) => start <= live);
  return {
    name,
    fcp: firstPaint,
    lcp: largestPaint,
    bytesToLcp: bytesUntil(loaded, largestPaint),
    page: bytesOf(loaded, (path) => path === own),
    bytes: bytesOf(loaded),
    requests: loaded.length,
    cls: shift,
    tbt: blockingTime(longTasks, firstPaint),
    script: bytesOf(beforeLive, (path) => path.startsWith('/assets/')),
    data: bytesOf(loaded, (path) => path.startsWith('/data/') || path.startsWith('/articles/')),
    live,
  };
}

/** What every long task takes beyond 50 ms, after the first paint. @param {readonly (readonly [number, number])[]} tasks @param {number} firstPaint */
function blockingTime(tasks, firstPaint) {
  return tasks.reduce(
    (sum, [start, duration]) => (start + duration > firstPaint ? sum + Math.max(0, duration - 50) : sum),
    0,
  );
}

/**
 * @param {Browser} browser @param {string} origin @param {readonly [string, string]} sections two large categories
 * @param {(line: string) => void} say
 * @returns {Promise<readonly Act[]>}
 */
async function benchActs(browser, origin, [one, other], say) {
  const slow = 'Slow 4G, CPU ÷ 4';
  /** @type {readonly (Omit<Act, 'value'> & { measure: () => Promise<number> })[]} */
  const plan = [
    {
      name: 'click → text, first article of a visit',
      conditions: slow,
      budget: 300,
      measure: () => clickFirst(browser, origin),
    },
    { name: 'click → text, a later one', conditions: slow, budget: 300, measure: () => clickLater(browser, origin) },
    {
      name: 'click → text, after pointing at it',
      conditions: slow,
      budget: 100,
      measure: () => clickPrefetched(browser, origin),
    },
    ...[1, 4].flatMap((cpu) => {
      const conditions = `CPU ÷ ${cpu}, no network delay`;
      const inTime = (/** @type {number} */ budget) => (cpu === 1 ? budget : null);
      return [
        {
          name: 'filter → its rows, first time',
          conditions,
          budget: null,
          measure: () => filter(browser, origin, cpu, [one]),
        },
        {
          name: 'filter → its rows, again',
          conditions,
          budget: inTime(50),
          measure: () => filter(browser, origin, cpu, [one, other, one]),
        },
        {
          name: `scroll, ${SCROLL.distance} px: frame p95`,
          conditions,
          budget: inTime(25),
          measure: () => scroll(browser, origin, cpu),
        },
      ];
    }),
  ];
  /** @type {Act[]} */
  const acts = [];
  for (const { measure, ...act } of plan) {
    say(`${act.name} (${act.conditions})`);
    acts.push({ ...act, value: await medianOf(measure) });
  }
  return acts;
}

const FIRST_LINK = '.rows li:nth-child(2) h3 a';
/** After scrolling, an article of another pack. */
const FAR_LINK = '.rows li:last-child h3 a';

/** @param {Browser} browser @param {string} origin */
async function clickFirst(browser, origin) {
  const { page, close } = await loadPage(browser, `${origin}/`, SLOW);
  const time = await page.evaluate(clickToText, FIRST_LINK);
  await close();
  return time;
}

/** The app has all its script by now, but not this article. @param {Browser} browser @param {string} origin */
async function clickLater(browser, origin) {
  const { page, quiet, close } = await loadPage(browser, `${origin}/`, SLOW);
  await page.evaluate(clickToText, FIRST_LINK);
  await quiet();
  await page.goBack();
  await page.waitForSelector(FIRST_LINK);
  await page.evaluate(() => scrollTo(0, 3000));
  await page.waitForTimeout(1000);
  await quiet();
  const time = await page.evaluate(clickToText, FAR_LINK);
  await close();
  return time;
}

/** @param {Browser} browser @param {string} origin */
async function clickPrefetched(browser, origin) {
  const { page, quiet, close } = await loadPage(browser, `${origin}/`, SLOW);
  await page.locator(FIRST_LINK).hover();
  await page.waitForTimeout(1000);
  await quiet();
  const time = await page.evaluate(clickToText, FIRST_LINK);
  await close();
  return time;
}

/**
 * @param {Browser} browser @param {string} origin @param {number} cpu
 * @param {readonly string[]} sections what is clicked, one after another; the last click is measured
 */
async function filter(browser, origin, cpu, sections) {
  const { page, quiet, close } = await loadPage(browser, `${origin}/`, { window: 'desktop', slowNetwork: false, cpu });
  let time = Number.NaN;
  for (const section of sections) {
    time = (await page.evaluate(clickToRows, `aside a[href="${section}"]`)).rows;
    await quiet();
  }
  await close();
  return time;
}

/** @param {Browser} browser @param {string} origin @param {number} cpu @returns {Promise<number>} the 95th percentile of all frames */
async function scroll(browser, origin, cpu) {
  const { page, session, close } = await loadPage(browser, `${origin}/`, {
    window: 'desktop',
    slowNetwork: false,
    cpu,
  });
  await page.waitForTimeout(500);
  await page.evaluate(startFrames);
  const gesture = {
    x: 640,
    y: 400,
    yDistance: -SCROLL.distance,
    speed: SCROLL.speed,
    gestureSourceType: /** @type {const} */ ('mouse'),
  };
  await session.send('Input.synthesizeScrollGesture', gesture);
  const { frames, top } = await page.evaluate(() => {
    const { benchFrames } = /** @type {{ benchFrames: number[] }} */ (/** @type {unknown} */ (window));
    return { frames: benchFrames, top: scrollY };
  });
  await close();
  if (top < SCROLL.distance / 2) throw new Error(`scrolled no further than ${top} px`);
  return [...frames].sort((one, other) => one - other)[Math.floor(frames.length * 0.95)] ?? Number.NaN;
}

/** The same click where every page is loaded anew. @param {Browser} browser @param {string} origin @returns {Promise<Act>} */
async function pageToPage(browser, origin) {
  const value = await medianOf(async () => {
    const { page, close } = await loadPage(browser, `${origin}/`, SLOW);
    const clicked = await page.evaluate(() => {
      const link = document.querySelector('ol li:nth-child(2) a');
      if (link instanceof HTMLElement) setTimeout(() => link.click());
      return performance.timeOrigin + performance.now();
    });
    await page.waitForURL(/\/a\//);
    await page.waitForLoadState('networkidle');
    const painted = await page.evaluate(() => {
      const { bench } = /** @type {import('./page-probe.js').ProbedWindow} */ (/** @type {unknown} */ (window));
      return bench.origin + bench.largestPaint;
    });
    await close();
    return painted - clicked;
  });
  return { name: 'Hugo: click → next page painted', conditions: 'Slow 4G, CPU ÷ 4', value, budget: null };
}

/** @param {PageResult} result */
export function pagesTable({ pages }) {
  const head = [
    'cold page',
    'first paint ms',
    'LCP ms',
    '× Hugo',
    'KB to LCP',
    'page KB',
    'all KB',
    'requests',
    'CLS',
    'TBT ms',
    'script KB',
    'data KB',
    'live ms',
  ];
  const rows = pages.map((page) => {
    const peer = pages.find(({ name }) => name === `Hugo: ${page.name.replace('Hugo: ', '')}`);
    return [
      page.name,
      figure(page.fcp, 0),
      figure(page.lcp, 0),
      figure(page.lcp / (peer?.lcp ?? Number.NaN), 2),
      kilobytes(page.bytesToLcp),
      kilobytes(page.page),
      kilobytes(page.bytes),
      page.requests,
      figure(page.cls, 3),
      figure(page.tbt, 0),
      kilobytes(page.script),
      kilobytes(page.data),
      page.live > 0 ? figure(page.live, 0) : '–',
    ];
  });
  return markdownTable(head, rows);
}

/** @param {PageResult} result */
export function actsTable({ acts }) {
  const rows = acts.map(({ name, conditions, value }) => [name, conditions, figure(value, 0)]);
  return markdownTable(['in the app', 'conditions', 'ms'], rows);
}
