// @ts-check
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { enlargeEdition } from './large-edition.js';
import { figure, markdownTable } from './markdown-table.js';
import { chromiumPath, FLAGS, withServer } from './page-bench.js';
import { startFrames } from './page-probe.js';
import { projectRoot } from './project-copy.js';

// `node test/bench/list-bench.js [count]`: filters and scrolling on a list of 100,000 articles, without building their pages. Counts
// are checked against a plain filter on the way.

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').CDPSession} CDPSession */
/** @typedef {import('./large-edition.js').LargeEdition} LargeEdition */

const RUNS = 7;
const FILTER_BUDGET = 50;
const FRAME_BUDGET = 25;
/** The site's time zone is eight hours ahead. */
const ZONE_MS = 8 * 3_600_000;

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

/** How many articles a list's address asks for, one article at a time. @param {LargeEdition} edition @param {string} address */
function plainCount({ dates, paths, sources }, address) {
  const { pathname, searchParams: query } = new URL(address);
  const [, kind, ...place] = pathname.split('/').slice(0, -1);
  const include = [...query.getAll('c'), ...(kind === 'c' ? [place.join('/')] : [])];
  const wanted = [...query.getAll('src'), ...(kind === 's' ? place : [])];
  const exclude = query.getAll('-c');
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? '9'];
  const inCategories = (/** @type {string} */ path) => {
    let isIn = include.length === 0;
    for (let end = path.indexOf('/'), whole = false; !whole; end = path.indexOf('/', end + 1)) {
      whole = end === -1;
      const level = whole ? path : path.slice(0, end);
      if (include.includes(level)) isIn = true;
      else if (exclude.includes(level)) isIn = false;
    }
    return isIn;
  };
  let count = 0;
  for (const [position, date] of dates.entries()) {
    const day = new Date(date + ZONE_MS).toISOString().slice(0, 10);
    const isIn =
      inCategories(paths[position] ?? '') && (wanted.length === 0 || wanted.includes(sources[position] ?? ''));
    if (isIn && day >= from && day <= to) count++;
  }
  return count;
}

/** @param {Page} page @param {LargeEdition} edition @param {string} name */
async function checkCount(page, edition, name) {
  const text = (await page.locator('.list-head > p[role=status]').textContent()) ?? '';
  const shown = Number(/([\d,]+) 篇/.exec(text)?.[1]?.replaceAll(',', ''));
  const expected = plainCount(edition, page.url());
  if (shown !== expected) throw new Error(`${name}: ${shown} articles are shown, a plain filter finds ${expected}`);
}

/** @typedef {{ name: string, drawn: number, shown: number, work: number }} FilterResult */

/** @param {Page} page @param {CDPSession} session @param {LargeEdition} edition @returns {Promise<FilterResult[]>} */
async function measureFilters(page, session, edition) {
  /** @type {Map<string, (readonly [drawn: number, shown: number, work: number])[]>} */
  const times = new Map(ACTS.map(([name]) => [name, []]));
  for (let run = 0; run < RUNS; run++) {
    for (const [name, selector] of ACTS) {
      const before = await worked(session);
      const [drawn, shown] = await page.evaluate(clickToNewRows, selector);
      times.get(name)?.push([drawn, shown, (await worked(session)) - before]);
      if (run === 0) await checkCount(page, edition, name);
      await page.waitForTimeout(400);
    }
  }
  return [...times].map(([name, all]) => {
    const [drawn = 0, shown = 0, work = 0] = [0, 1, 2].map((column) => median(all.map((each) => each[column] ?? 0)));
    return { name, drawn, shown, work };
  });
}

/** @typedef {{ speed: number, work: number, middle: number, slow: number }} ScrollResult */

/** Scrolls the list for five seconds at each speed, in pixels a second. @param {Page} page @param {CDPSession} session */
async function measureScroll(page, session) {
  /** @type {ScrollResult[]} */
  const results = [];
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
    results.push({ speed, work: work / frames.length, middle: median(frames), slow: quantile(frames, 0.95) });
  }
  return results;
}

/** @param {string} origin @param {LargeEdition} edition */
async function measureList(origin, edition) {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
  try {
    const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
    await page.goto(`${origin}/`);
    await page.locator('#sections .facets').waitFor({ state: 'attached' });
    await page.waitForTimeout(1000);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return { filters: await measureFilters(page, session, edition), scrolls: await measureScroll(page, session) };
  } finally {
    await browser.close();
  }
}

/** @param {{ filters: readonly FilterResult[], scrolls: readonly ScrollResult[] }} result */
function listTables({ filters, scrolls }) {
  const most = (/** @type {readonly number[]} */ values) => Math.max(...values);
  /** @type {readonly (readonly [name: string, value: number, allowed: number])[]} */
  const budgets = [
    ['filter → new rows drawn, slowest, ms', most(filters.map(({ drawn }) => drawn)), FILTER_BUDGET],
    ['the same, processor time of the main thread', most(filters.map(({ work }) => work)), FILTER_BUDGET],
    ['scroll: p95 frame, slowest, ms', most(scrolls.map(({ slow }) => slow)), FRAME_BUDGET],
    ['the same, processor time a frame', most(scrolls.map(({ work }) => work)), FRAME_BUDGET],
  ];
  return [
    markdownTable(
      ['filter', 'main thread, CPU ms', 'rows drawn, ms', 'shown, ms'],
      filters.map(({ name, drawn, shown, work }) => [name, figure(work), figure(drawn), figure(shown)]),
    ),
    markdownTable(
      ['scroll', 'main thread a frame, CPU ms', 'frame p50, ms', 'p95'],
      scrolls.map(({ speed, work, middle, slow }) => [
        `${speed.toLocaleString('en')} px/s`,
        ...[work, middle, slow].map((time) => figure(time)),
      ]),
    ),
    markdownTable(
      ['list budget', 'here', 'allowed', 'kept'],
      budgets.map(([name, value, allowed]) => [
        name,
        figure(value),
        `≤ ${figure(allowed)}`,
        value <= allowed ? 'yes' : '**no**',
      ]),
    ),
  ].join('\n\n');
}

/**
 * What filtering and scrolling a list of `count` articles takes, as Markdown.
 * @param {number} count @param {(line: string) => void} say @returns {Promise<string>}
 * @throws Error where a count that is shown is not what a plain filter finds
 */
export async function listSection(count, say) {
  const scratch = mkdtempSync(join(tmpdir(), 'broadsheet-list-'));
  const site = join(scratch, 'site');
  try {
    say(`${count} articles: the list`);
    execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
      cwd: projectRoot,
      env: { ...process.env, OUT_DIR: site, REPORT_FILE: join(scratch, 'report.json') },
      stdio: 'ignore',
    });
    const edition = await enlargeEdition(site, count);
    const result = await withServer(site, (origin) => measureList(String(origin), edition));
    return `## The list of ${count.toLocaleString('en')} articles\n\n${listTables(result)}`;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const started = process.argv[1];
if (started !== undefined && realpathSync(resolve(started)) === fileURLToPath(import.meta.url)) {
  const text = await listSection(Number(process.argv[2] ?? 100_000), (line) => process.stderr.write(`${line}\n`));
  process.stdout.write(`${text}\n`);
}
