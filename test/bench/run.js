// @ts-check
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { budgetTable } from './budget-table.js';
import { benchBuild, buildTable, changesTable } from './build-bench.js';
import { devTable } from './dev-bench.js';
import { hugoVersion } from './hugo-site.js';
import { listSection } from './list-bench.js';
import { actsTable, benchPages, chromiumVersion, pagesTable } from './page-bench.js';
import { projectRoot } from './project-copy.js';
import { searchSection } from './search-bench.js';

// `npm run bench`: builds and pages at 1,000 and 10,000 articles, and the list of 100,000.
//   --large    100,000 too; takes long and some 10 GB of disk
//   --only=N   only N articles
//   --write    writes docs/performance.md
// BENCH_KEEP=folder keeps the corpora there for the next time.

const say = (/** @type {string} */ line) => process.stderr.write(`${line}\n`);

const SIZES = [1000, 10_000];
const LARGE = 100_000;
const MOST_SEARCHED = 10_000;

/** @param {readonly string[]} options */
function sizesOf(options) {
  const only = Number(options.find((option) => option.startsWith('--only='))?.slice('--only='.length));
  if (only > 0) return [only];
  return options.includes('--large') ? [...SIZES, LARGE] : SIZES;
}

/** What the figures depend on. */
async function conditions() {
  const [processor] = cpus();
  return [
    `- ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${processor?.model.trim() || 'unknown'}), ${process.platform}`,
    `- Node ${process.versions.node}, Chromium ${await chromiumVersion()}, Hugo ${hugoVersion() ?? 'not installed: no ratios'}`,
    '- Pages: median of nine cold loads (of five for what is done in the app) in a window of a phone, 150 ms and 1.6 Mbit/s down (Slow 4G), processor four times slower,',
    '  Brotli, from a server on the same machine. KB are on the wire; pictures of other hosts fail at once, on every site.',
    '- Builds: CPU is user and system time of all processes; memory is the peak of resident pages.',
  ].join('\n');
}

const PREFACE = `# Performance

Written by \`npm run bench -- --large --write\`. The articles are invented (about 10 KB each, in the format the reader is made for); Hugo, with
a minimal theme and the same articles, is built and loaded in the same run as a yardstick: it neither cleans, sanitises nor has an app.

Where the time goes, and what was tried: [performance-notes.md](performance-notes.md).

Absolute times move with the machine and with what else it does. Only ratios, bytes and counts are worth comparing between runs.
`;

/** @param {number} count @param {{ scratch: string, corpora: string }} folders */
async function section(count, folders) {
  const built = await benchBuild(count, { ...folders, say });
  const pages = await benchPages(built, say);
  for (const folder of [built.site, built.hugoSite]) if (folder !== null) rmSync(folder, { recursive: true });
  const title = `## ${count.toLocaleString('en')} articles`;
  return [
    title,
    buildTable(built),
    changesTable(built),
    devTable(built.dev),
    pagesTable(pages),
    actsTable(pages),
    budgetTable(built, pages),
    // Texts of more articles are more than a process should hold.
    ...(count > MOST_SEARCHED ? [] : [await searchSection(count, say)]),
  ].join('\n\n');
}

async function main() {
  const options = process.argv.slice(2);
  const scratch = mkdtempSync(join(tmpdir(), 'broadsheet-bench-'));
  const remove = () => rmSync(scratch, { recursive: true, force: true });
  process.once('exit', remove);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  const kept = process.env.BENCH_KEEP?.trim();
  const corpora = kept ? resolve(kept) : join(scratch, 'corpora');
  mkdirSync(corpora, { recursive: true });
  const parts = [`${PREFACE}\n${await conditions()}`];
  for (const count of sizesOf(options)) {
    const text = await section(count, { scratch, corpora });
    process.stdout.write(`\n${text}\n`);
    parts.push(text);
  }
  const list = await listSection(LARGE, say);
  process.stdout.write(`\n${list}\n`);
  parts.push(list);
  if (!options.includes('--write')) return;
  const file = join(projectRoot, 'docs/performance.md');
  writeFileSync(
    file,
    `${parts
      .join('\n\n')
      .replace(/\n{3,}/g, '\n\n')
      .trimEnd()}\n`,
  );
  say(`→ ${file}`);
}

await main();
