// @ts-check
import { runnerImport } from 'vite';
import { figure, markdownTable } from './markdown-table.js';

// `node test/bench/linear-bench.js`: what ten and a hundred times as much of a hostile thing costs to read. Linear is ten times
// and a hundred times; quadratic would be a hundred and ten thousand.

/** @type {{ readonly module: typeof import('./linear-entry.ts') }} */
const { module: reader } = await runnerImport(new URL('./linear-entry.ts', import.meta.url).pathname);

const FIRST = 1000;

/** @type {Readonly<Record<string, (count: number) => string>>} */
const bodies = {
  'open brackets': (count) => '<'.repeat(count),
  'nested divs': (count) => '<div>'.repeat(count),
  'unclosed bold': (count) => '<b>一'.repeat(count),
  'unclosed comments': (count) => '<!-- '.repeat(count),
  'unclosed code': (count) => '<pre><code>'.repeat(count),
  'odd quotes': (count) => '<p class="'.repeat(count),
  'white space': (count) => `<p>a${' '.repeat(count)}b</p>`,
  ampersands: (count) => '&'.repeat(count),
  paragraphs: (count) => '<p>海边的灯塔亮了。</p>'.repeat(count),
  pictures: (count) => '<img src="https://pictures.example/w600h352/a.jpg">'.repeat(count),
};

/** @param {() => void} work milliseconds, the best of three */
function time(work) {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

const rows = Object.entries(bodies).map(([name, make]) => {
  const [one = 0, ten = 0, hundred = 0] = [1, 10, 100].map((factor) => {
    const text = make(FIRST * factor);
    return time(() => reader.readWhole(text));
  });
  return [name, figure(one, 1), figure(ten, 1), figure(hundred, 1), figure(hundred / Math.max(ten, 0.01), 1)];
});
process.stdout.write(`${markdownTable(['body', '1,000: ms', '10,000: ms', '100,000: ms', '100 × / 10 ×'], rows)}\n`);
