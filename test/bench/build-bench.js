// @ts-check
import { appendFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleFile, makeArticle, NEWEST } from './corpus-article.js';
import { benchDev } from './dev-bench.js';
import { compareDigests, digestFolder, tellCounts } from './folder-digest.js';
import { hugoVersion, makeHugoSite } from './hugo-site.js';
import { corpusPath, DEFAULT_SEED, makeCorpus } from './make-corpus.js';
import { figure, markdownTable, megabytes } from './markdown-table.js';
import { measureProcess } from './measure-process.js';
import { copyProject } from './project-copy.js';

/** @typedef {import('./folder-digest.js').Digest} Digest */
/** @typedef {import('./folder-digest.js').Difference} Difference */

/**
 * One measured build.
 * @typedef {object} BuildRun
 * @property {string} name
 * @property {import('./measure-process.js').Cost} cost
 * @property {number} files
 * @property {number} bytes
 * @property {Difference | null} difference to the build before; null for the first
 */

/**
 * All builds of one corpus, and where their sites lie.
 * @typedef {object} BuildResult
 * @property {number} count
 * @property {readonly BuildRun[]} runs
 * @property {Awaited<ReturnType<typeof benchDev>>} dev the development server on the same articles
 * @property {BuildRun | null} hugo null where Hugo is not installed
 * @property {string} site
 * @property {string | null} hugoSite
 */

const CHANGED = 100;

/**
 * Builds a corpus of `count` articles cold and warm, and with Hugo.
 * @param {number} count
 * @param {{ scratch: string, corpora: string, say: (line: string) => void }} options folders for what is made: sites, and corpora that may stay
 * @returns {Promise<BuildResult>}
 */
export async function benchBuild(count, { scratch, corpora, say }) {
  const articles = join(corpora, `articles-${count}`);
  if (!existsSync(articles)) {
    say(`writing ${count} articles`);
    makeCorpus(articles, count);
  }
  const site = join(scratch, `site-${count}`);
  try {
    const project = join(scratch, `project-${count}`);
    const runs = await buildOurs({ count, articles, site, project, say });
    const peer = await buildHugo(count, scratch, corpora, say);
    say(`${count} articles: development server`);
    const dev = await benchDev(project, { ARTICLES_DIR: articles, OUT_DIR: site });
    return { count, runs, dev, site, ...peer };
  } finally {
    restore(articles, count);
  }
}

/**
 * @param {{ count: number, articles: string, site: string, project: string, say: (line: string) => void }} job
 * @returns {Promise<readonly BuildRun[]>}
 */
async function buildOurs({ count, articles, site, project, say }) {
  copyProject(project);
  const env = {
    ARTICLES_DIR: articles,
    OUT_DIR: site,
    REPORT_FILE: join(project, 'report.json'),
    SITE_URL: 'http://localhost:4173',
  };
  // As `npm run build` starts it.
  const command = [process.execPath, 'src/build/build.js'];
  /** @type {BuildRun[]} */
  const runs = [];
  /** @type {Digest | null} */
  let before = null;
  const run = async (/** @type {string} */ name) => {
    say(`${count} articles: ${name}`);
    const cost = await measureProcess(command, { cwd: project, env });
    const after = digestFolder(site);
    runs.push({
      name,
      cost,
      files: after.hashes.size,
      bytes: after.bytes,
      difference: before && compareDigests(before, after),
    });
    before = after;
  };
  await run('cold');
  await run('nothing changed');
  writeFileSync(newestPath(articles, count), articleFile(makeArticle(DEFAULT_SEED, count, NEWEST)));
  await run('newest article added');
  for (const path of spreadPaths(articles, count))
    appendFileSync(path, '<p>　　补记：傍晚之前，新的消息已经到了。</p>\n');
  await run(`${CHANGED} articles changed`);
  return runs;
}

/** @param {string} articles @param {number} count */
const newestPath = (articles, count) => join(articles, `newest-${count}.html`);

/** Articles of all ages: news changes near the end, but a build must not count on it. @param {string} articles @param {number} count */
function spreadPaths(articles, count) {
  return Array.from({ length: CHANGED }, (_, place) =>
    join(articles, corpusPath(Math.floor((place * count) / CHANGED))),
  );
}

/** The corpus as it was made. @param {string} articles @param {number} count */
function restore(articles, count) {
  rmSync(newestPath(articles, count), { force: true });
  for (let place = 0; place < CHANGED; place++) {
    const index = Math.floor((place * count) / CHANGED);
    writeFileSync(join(articles, corpusPath(index)), articleFile(makeArticle(DEFAULT_SEED, index)));
  }
}

/**
 * @param {number} count @param {string} scratch @param {string} corpora @param {(line: string) => void} say
 * @returns {Promise<Pick<BuildResult, 'hugo' | 'hugoSite'>>}
 */
async function buildHugo(count, scratch, corpora, say) {
  if (hugoVersion() === null) {
    say('Hugo is not installed (apt-get install hugo): no yardstick, no ratios');
    return { hugo: null, hugoSite: null };
  }
  const source = join(corpora, `hugo-${count}`);
  const site = join(scratch, `hugo-site-${count}`);
  if (!existsSync(source)) makeHugoSite(source, count);
  say(`${count} articles: Hugo`);
  const cost = await measureProcess(['hugo', '--source', source, '--destination', site, '--quiet'], { cwd: scratch });
  const { hashes, bytes } = digestFolder(site);
  return { hugo: { name: 'Hugo, all', cost, files: hashes.size, bytes, difference: null }, hugoSite: site };
}

/** @param {BuildResult} result */
export function buildTable({ count, runs, hugo }) {
  const head = [
    'build',
    'CPU s',
    '× Hugo',
    'wall s',
    'largest process MB',
    'all processes MB',
    'files',
    'per article',
    'MB',
  ];
  const rows = [...runs, ...(hugo ? [hugo] : [])].map(({ name, cost, files, bytes }) => [
    name,
    figure(cost.cpu),
    figure(cost.cpu / (hugo?.cost.cpu ?? Number.NaN), 2),
    figure(cost.wall),
    figure(cost.largest / 1e6, 0),
    figure(cost.tree / 1e6, 0),
    files,
    figure(files / count, 2),
    megabytes(bytes),
  ]);
  return markdownTable(head, rows);
}

/** Which output files each rebuild touched. @param {BuildResult} result */
export function changesTable({ runs }) {
  const rows = runs.flatMap(({ name, difference }) =>
    difference
      ? [[name, tellCounts(difference.changed), tellCounts(difference.added), tellCounts(difference.removed)]]
      : [],
  );
  return markdownTable(['rebuild', 'files with other bytes', 'new files', 'files gone'], rows);
}
