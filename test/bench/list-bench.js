// @ts-check
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { enlargeEdition } from './large-edition.js';
import { figure, markdownTable } from './markdown-table.js';
import { chromiumPath, FLAGS, withServer } from './page-bench.js';
import { startFrames } from './page-probe.js';
import { projectRoot } from './project-copy.js';

// `node test/bench/list-bench.js [count]`: filters and scrolling on a list of 100,000 articles, without building their pages.

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').CDPSession} CDPSession */

const RUNS = 7;
const BUDGET = 50;

/** What is clicked, in this order; each changes the list. @type {readonly (readonly [string, string])[]} */
const ACTS = [
  ['choose a category', '#sections .tick input'],
  ['choose another beside it', '#sections nav > ul:last-of-type > li:nth-child(2) > .choice input'],
  ['exclude one', '#sections nav > ul:last-of-type > li:nth-child(3) > .choice .exclude'],
  ['choose a source', '#sections nav:nth-of-type(2) .tick input'],
  ['a year of the histogram', '#sections .bars button:nth-child(4)'],
  ['unread', '#sections .own input'],
  ['any date', '#sections section a'],
  ['clear all', '.chips .clear'],
];

/**
 * Clicks, and says when another list stood there: milliseconds until its rows were drawn, and until the browser had shown them.
 * @param {string} selector @returns {Promise<readonly [number, number]>}
 */
function clickToNewRows(selector) {
  const target = document.querySelector(selector);
  if (!(target instanceof HTMLElement)) throw new Error(`no ${selector}`);
  const heading = document.querySelector('h1')?.textContent;
  return new Promise((done, fail) => {
    const start = performance.now();
    const observer = new MutationObserver(() => {
      if (document.querySelector('h1')?.textContent === heading) return;
      observer.disconnect();
      const drawn = performance.now() - start;
      // The frame after the one that shows them.
      requestAnimationFrame(() => setTimeout(() => done([drawn, performance.now() - start])));
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    target.click();
    setTimeout(() => fail(new Error(`${selector} changed nothing`)), 10_000);
  });
}

/** @param {readonly number[]} values @param {number} part */
function quantile(values, part) {
  return [...values].sort((one, other) => one - other)[Math.floor((values.length - 1) * part)] ?? Number.NaN;
}

/** @param {readonly number[]} values */
const median = (values) => quantile(values, 0.5);

/** What the page's main thread has worked so far, in milliseconds: unlike time, the same on a busy machine. @param {CDPSession} session */
async function worked(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

/** @param {Page} page @param {CDPSession} session */
async function filterTable(page, session) {
  /** @type {Map<string, (readonly [drawn: number, shown: number, work: number])[]>} */
  const times = new Map(ACTS.map(([name]) => [name, []]));
  for (let run = 0; run < RUNS; run++) {
    for (const [name, selector] of ACTS) {
      const before = await worked(session);
      const [drawn, shown] = await page.evaluate(clickToNewRows, selector);
      times.get(name)?.push([drawn, shown, (await worked(session)) - before]);
      await page.waitForTimeout(400);
    }
  }
  const rows = [...times].map(([name, all]) => {
    const [drawn, shown, work] = [0, 1, 2].map((column) => figure(median(all.map((each) => each[column] ?? 0))));
    return [name, work ?? '', drawn ?? '', shown ?? '', BUDGET];
  });
  return markdownTable(['filter', 'main thread, CPU ms', 'rows drawn, ms', 'shown, ms', 'budget'], rows);
}

/** Scrolls the list for five seconds at each speed, in pixels a second. @param {Page} page @param {CDPSession} session */
async function scrollTable(page, session) {
  const rows = [];
  for (const speed of [3000, 10_000, 40_000]) {
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForTimeout(500);
    await page.evaluate(startFrames);
    const before = await worked(session);
    await session.send('Input.synthesizeScrollGesture', {
      ...{ x: 800, y: 400, yDistance: -speed * 5, speed, gestureSourceType: 'mouse' },
    });
    const work = (await worked(session)) - before;
    const frames = await page.evaluate(
      () => /** @type {{ benchFrames: number[] }} */ (/** @type {unknown} */ (window)).benchFrames,
    );
    const times = [work / frames.length, median(frames), quantile(frames, 0.95)];
    rows.push([`${speed.toLocaleString('en')} px/s`, ...times.map((time) => figure(time)), 25]);
  }
  return markdownTable(['scroll', 'main thread a frame, CPU ms', 'frame p50, ms', 'p95', 'budget'], rows);
}

/** @param {string} origin */
async function benchList(origin) {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    await page.goto(`${origin}/`);
    await page.locator('#sections .facets').waitFor({ state: 'attached' });
    await page.waitForTimeout(1000);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    process.stdout.write(`${await filterTable(page, session)}\n\n${await scrollTable(page, session)}\n`);
  } finally {
    await browser.close();
  }
}

async function main() {
  const count = Number(process.argv[2] ?? 100_000);
  const scratch = mkdtempSync(join(tmpdir(), 'broadsheet-list-'));
  try {
    const env = { ...process.env, OUT_DIR: join(scratch, 'site'), REPORT_FILE: join(scratch, 'report.json') };
    execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
      cwd: projectRoot,
      env,
      stdio: 'ignore',
    });
    await enlargeEdition(join(scratch, 'site'), count);
    process.stdout.write(`${count.toLocaleString('en')} articles\n\n`);
    await withServer(join(scratch, 'site'), (origin) => benchList(String(origin)));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

await main();
