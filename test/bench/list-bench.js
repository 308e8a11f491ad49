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

/** Scrolls the list by the wheel's speed until its end is near. @param {Page} page @param {number} speed pixels a second */
async function scrollFrames(page, speed) {
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(500);
  await page.evaluate(startFrames);
  const session = await page.context().newCDPSession(page);
  await session.send('Input.synthesizeScrollGesture', {
    ...{ x: 800, y: 400, yDistance: -speed * 5, speed, gestureSourceType: 'mouse' },
  });
  const frames = await page.evaluate(
    () => /** @type {{ benchFrames: number[] }} */ (/** @type {unknown} */ (window)).benchFrames,
  );
  return frames;
}

/** @param {string} origin */
async function benchList(origin) {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${origin}/`);
    await page.locator('#sections .facets').waitFor({ state: 'attached' });
    await page.waitForTimeout(1000);
    /** @type {Map<string, (readonly [number, number])[]>} */
    const times = new Map(ACTS.map(([name]) => [name, []]));
    for (let run = 0; run < RUNS; run++) {
      for (const [name, selector] of ACTS) {
        times.get(name)?.push(await page.evaluate(clickToNewRows, selector));
        await page.waitForTimeout(400);
      }
    }
    const rows = [...times].map(([name, all]) => {
      const drawn = all.map(([first]) => first);
      return [
        name,
        ...[
          quantile(drawn, 0.5),
          quantile(drawn, 1),
          quantile(
            all.map(([, shown]) => shown),
            0.5,
          ),
        ].map((time) => figure(time)),
        BUDGET,
      ];
    });
    process.stdout.write(`${markdownTable(['filter', 'rows drawn, ms', 'slowest', 'shown', 'budget'], rows)}\n\n`);
    const speeds = [10_000, 40_000];
    const frames = [];
    for (const speed of speeds) {
      const all = await scrollFrames(page, speed);
      frames.push([
        `${speed.toLocaleString('en')} px/s`,
        figure(quantile(all, 0.5)),
        figure(quantile(all, 0.95)),
        figure(quantile(all, 1)),
        25,
      ]);
    }
    process.stdout.write(`${markdownTable(['scroll', 'frame p50, ms', 'p95', 'longest', 'budget'], frames)}\n`);
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
