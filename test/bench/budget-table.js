// @ts-check
import { figure, markdownTable } from './markdown-table.js';

/** @typedef {import('./build-bench.js').BuildResult} BuildResult */
/** @typedef {import('./page-bench.js').PageResult} PageResult */

/** @typedef {{ readonly name: string, readonly value: number, readonly budget: number, readonly digits: number }} Line */

/**
 * Every budget of the design that builds and pages have, and whether this run kept it.
 * @param {BuildResult} built @param {PageResult} opened
 */
export function budgetTable(built, opened) {
  const rows = [...buildLines(built), ...pageLines(opened)].map(({ name, value, budget, digits }) => [
    name,
    figure(value, digits),
    `≤ ${figure(budget, digits)}`,
    Number.isFinite(value) ? (value <= budget ? 'yes' : '**no**') : '–',
  ]);
  return markdownTable(['budget', 'here', 'allowed', 'kept'], rows);
}

/** Smaller builds are mostly the bundler's work, and their lists outnumber their articles. */
const FIRST_COUNT = 10_000;

/** @param {BuildResult} result @returns {readonly Line[]} */
function buildLines({ count, runs, dev, hugo }) {
  if (count < FIRST_COUNT) return [];
  const [first, last] = [runs[0], runs.at(-1)];
  const peer = hugo?.cost.cpu ?? Number.NaN;
  const largest = Math.max(...runs.map(({ cost }) => cost.largest)) / 1e6;
  return [
    // "Below Eleventy": 34 s where Hugo took 11 to 18, in the design's measurement; docs/performance-notes.md has one of our own.
    { name: 'cold build: CPU, × Hugo', value: (first?.cost.cpu ?? Number.NaN) / peer, budget: 2.3, digits: 2 },
    { name: `${last?.name}: CPU, × Hugo`, value: (last?.cost.cpu ?? Number.NaN) / peer, budget: 0.25, digits: 2 },
    { name: 'largest process, MB', value: largest, budget: count > FIRST_COUNT ? 1500 : 500, digits: 0 },
    { name: 'files per article', value: (first?.files ?? Number.NaN) / count, budget: 1.3, digits: 2 },
    ...(count > FIRST_COUNT
      ? []
      : [{ name: 'npm run dev, warm: ready, s', value: dev.again.ready / 1000, budget: 3, digits: 1 }]),
  ];
}

/** @param {PageResult} result @returns {readonly Line[]} */
function pageLines({ pages, acts }) {
  const ours = pages.filter(({ name }) => !name.startsWith('Hugo'));
  const article = ours.find(({ name }) => name === 'article');
  const lists = ours.filter(({ name }) => name !== 'article');
  const most = (/** @type {(page: import('./page-bench.js').ColdPage) => number} */ read) =>
    Math.max(...ours.map(read));
  return [
    ...ours.map(({ name, lcp }) => {
      const peer = pages.find((page) => page.name === `Hugo: ${name}`)?.lcp ?? Number.NaN;
      return { name: `${name}: LCP, × Hugo`, value: lcp / peer, budget: 1.15, digits: 2 };
    }),
    { name: 'article page, KB', value: (article?.page ?? Number.NaN) / 1000, budget: 14, digits: 1 },
    {
      name: 'script before a list is live, KB',
      value: Math.max(...lists.map(({ script }) => script)) / 1000,
      budget: 120,
      digits: 1,
    },
    {
      name: 'script before an article is live, KB',
      value: (article?.script ?? Number.NaN) / 1000,
      budget: 155,
      digits: 1,
    },
    { name: 'layout shift (CLS), most', value: most(({ cls }) => cls), budget: 0.01, digits: 3 },
    { name: 'blocking time (TBT), most, ms', value: most(({ tbt }) => tbt), budget: 200, digits: 0 },
    ...acts.flatMap(({ name, conditions, value, budget }) =>
      budget === null ? [] : [{ name: `${name} (${conditions}), ms`, value, budget, digits: 0 }],
    ),
  ];
}
