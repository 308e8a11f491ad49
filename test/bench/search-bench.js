// @ts-check
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import MiniSearch from 'minisearch';
import { Converter } from 'opencc-js/cn2t';
import { build } from 'vite';
import { articleFile, makeArticle } from './corpus-article.js';
import { DEFAULT_SEED } from './make-corpus.js';
import { figure, markdownTable } from './markdown-table.js';
import { projectRoot } from './project-copy.js';
import { seededRandom } from './seeded-random.js';

// `node test/bench/search-bench.js [articles]`: the search index of a corpus and of the sample edition, 225 queries of each
// against a plain scan of the folded texts, and MiniSearch on the same articles.

/** @typedef {typeof import('./search-entry.ts')} Entry */
/** @typedef {{ title: string, lead: string, body: string }} Text */

const QUERIES = 25;
/** Rows whose texts are read for what they show: an article among them that does not match is dropped. */
const READ = 12;
/** MiniSearch holds everything in memory: more takes gigabytes. */
const MOST_FOR_MINISEARCH = 2000;

/** @param {string} folder @returns {Promise<Entry>} */
async function compile(folder) {
  await build({
    configFile: false,
    logLevel: 'error',
    root: projectRoot,
    build: {
      ssr: 'test/bench/search-entry.ts',
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: 'search-entry.mjs' } },
    },
    ssr: { noExternal: true },
  });
  return import(pathToFileURL(join(folder, 'search-entry.mjs')).href);
}

/** @param {() => unknown} act @returns {number} seconds of the processor */
function cpuOf(act) {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const brotli = (/** @type {string | Uint8Array} */ content) =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;

const toTraditional = Converter({ from: 'cn', to: 't' });
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Queries of every kind, taken from the texts.
 * @param {readonly string[]} texts folded @returns {ReadonlyMap<string, readonly string[]>}
 */
function makeQueries(texts) {
  const random = seededRandom('queries');
  /** @param {(text: string) => string | undefined} take */
  const sample = (take) => {
    const found = new Set();
    for (let tries = 0; found.size < QUERIES && tries < 20_000; tries++) {
      const query = take(random.pick(texts));
      if (query !== undefined && query.trim() === query) found.add(query);
    }
    return [...found];
  };
  const piece = (/** @type {number} */ length) => (/** @type {string} */ text) => {
    const start = random.whole(0, text.length - length);
    const found = text.slice(start, start + length);
    return /^[\u4e00-\u9fff]+$/.test(found) ? found : undefined;
  };
  const word = (/** @type {number} */ length) => (/** @type {string} */ text) => {
    const start = random.whole(0, text.length - 60);
    const words = [...segmenter.segment(text.slice(start, start + 60))].slice(1, -1).map(({ segment }) => segment);
    return words.find((found) => found.length === length && /^[\u4e00-\u9fff]+$/.test(found));
  };
  const match = (/** @type {RegExp} */ pattern) => (/** @type {string} */ text) => {
    const all = [...text.matchAll(pattern)];
    return all.length === 0 ? undefined : (random.pick(all)[1] ?? '');
  };
  const name = match(/([\u4e00-\u9fff]{3})(?:表示|认为|提醒|补充说)/g);
  const traditional = (/** @type {string} */ text) => {
    const found = word(2)(text);
    const changed = found && toTraditional(found);
    return changed === found ? undefined : changed;
  };
  return new Map([
    ['one character', sample(piece(1))],
    ['words of 2', sample(word(2))],
    ['parts of words, 3', sample(piece(3))],
    ['words and pieces of 4', sample((text) => word(4)(text) ?? piece(4)(text))],
    ['names', sample(name)],
    ['phrases of 5–8', sample((text) => piece(random.whole(5, 8))(text))],
    ['mixed', sample(match(/([a-z]{2}-\d{4}(?:[\u4e00-\u9fff]{2})?|\d+[\u4e00-\u9fff]{2})/g))],
    ['traditional', sample(traditional)],
    ['Latin', sample(match(/([a-z]{3,})/g))],
    ['numbers', sample(match(/(\d[\d.]+\d)/g))],
  ]);
}

/** @param {readonly number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * @param {readonly number[]} expected @param {readonly number[]} found
 * @returns {{ recall: number, precision: number }}
 */
function compare(expected, found) {
  const wanted = new Set(expected);
  const hits = found.filter((position) => wanted.has(position)).length;
  return {
    recall: expected.length === 0 ? 1 : hits / expected.length,
    precision: found.length === 0 ? 1 : hits / found.length,
  };
}

/** @param {Entry} entry @param {number} count @returns {readonly Text[]} */
function makeTexts(entry, count) {
  return Array.from({ length: count }, (_, index) =>
    entry.textOfArticle(`${index}.html`, articleFile(makeArticle(DEFAULT_SEED, index))),
  );
}

/** The articles that come with the project. @param {Entry} entry @returns {readonly Text[]} */
function sampleTexts(entry) {
  const folder = join(projectRoot, 'articles');
  const files = readdirSync(folder, { recursive: true }).map(String);
  return files
    .filter((file) => /\.(?:html|md)$/.test(file))
    .toSorted()
    .map((file) => entry.textOfArticle(file, readFileSync(join(folder, file), 'utf8')));
}

/** @param {Entry} entry @param {readonly Text[]} texts */
function makeIndex(entry, texts) {
  /** @type {ReturnType<Entry['articleTerms']>[]} */
  let terms = [];
  /** @type {import('../../src/build/search-writer.ts').SearchFile[]} */
  let files = [];
  const termsCpu = cpuOf(() => {
    terms = texts.map(entry.articleTerms);
  });
  const total = terms.reduce((sum, { keys }) => sum + keys.length, 0);
  const indexCpu = cpuOf(() => {
    files = [...entry.searchFiles(terms, terms.length, total)];
  });
  return { files: new Map(files.map(({ name, content }) => [name, content])), termsCpu, indexCpu, total };
}

const network = globalThis.fetch;

/** Files of the index as a server sends them, in place of the network; counts what was asked for. @param {ReadonlyMap<string, string | Uint8Array>} files */
function serve(files) {
  const counted = { bytes: 0, requests: 0 };
  globalThis.fetch = async (address) => {
    const content = files.get(String(address).slice('/data/'.length));
    if (content === undefined) return new Response(null, { status: 404 });
    counted.bytes += brotli(content);
    counted.requests += 1;
    return new Response(typeof content === 'string' ? content : Uint8Array.from(content));
  };
  return counted;
}

/**
 * @param {Entry} entry @param {ReadonlyMap<string, string | Uint8Array>} files @param {number} count
 * @param {ReadonlyMap<string, readonly string[]>} queries @param {(query: string) => readonly number[]} scan
 */
async function searchRows(entry, files, count, queries, scan) {
  const columns = {
    count,
    copies: new Uint32Array(),
    dates: new Uint32Array(),
    categories: new Uint16Array(),
    sources: new Uint16Array(),
  };
  const edition = { columns, index: { categories: [], sources: [] } };
  const counted = serve(files);
  /** A session that goes on from query to query, as a reader's does. */
  const session = entry.createSearchIndexStore('/');
  const rows = [];
  for (const [kind, all] of queries) {
    const of = { first: [0], later: [0], requests: [0], ms: [0], recall: [0], precision: [0], shown: [0] };
    for (const list of Object.values(of)) list.length = 0;
    for (const query of all) {
      const asked = entry.readSearchQuery(`"${query}"`);
      const before = { ...counted };
      await entry.searchArticles(asked, edition, entry.createSearchIndexStore('/'));
      of.first.push(counted.bytes - before.bytes);
      of.requests.push(counted.requests - before.requests);
      const after = counted.bytes;
      const start = performance.now();
      const { positions } = await entry.searchArticles(asked, edition, session);
      of.ms.push(performance.now() - start);
      of.later.push(counted.bytes - after);
      const { recall, precision } = compare(scan(query), [...positions]);
      of.recall.push(recall);
      of.precision.push(precision);
      of.shown.push(positions.length <= READ ? 1 : precision);
    }
    if (all.length > 0) rows.push({ kind, queries: all.length, ...of });
  }
  globalThis.fetch = network;
  return rows;
}

/** Pairs of characters and whole Latin words: what MiniSearch needs to find anything in Chinese. @param {string} text */
function pairs(text) {
  return text.split(/[^\p{L}\p{N}]+/u).flatMap((run) => {
    if (!/[\u4e00-\u9fff]/.test(run)) return run === '' ? [] : [run];
    return run.length === 1 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
  });
}

/** @param {Entry} entry @param {readonly Text[]} texts */
function miniSearch(entry, texts) {
  const options = {
    fields: ['title', 'body'],
    tokenize: pairs,
    processTerm: entry.foldForSearch,
    searchOptions: { combineWith: /** @type {const} */ ('AND'), prefix: true },
  };
  const index = new MiniSearch(options);
  const cpu = cpuOf(() => index.addAll(texts.map(({ title, body }, id) => ({ id, title, body }))));
  return { index, cpu, bytes: brotli(JSON.stringify(index)) };
}

/**
 * Everything there is to say of searching `count` articles and the sample edition, as Markdown.
 * @param {number} count @param {(line: string) => void} say @returns {Promise<string>}
 */
export async function searchSection(count, say) {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-search-'));
  try {
    const entry = await compile(folder);
    say(`${count} articles: search`);
    const large = await measure(entry, makeTexts(entry, count), say);
    say('the sample edition: search');
    const samples = await measure(entry, sampleTexts(entry), say);
    return [
      tables(large),
      searchBudgetTable(large, samples),
      `The same queries on the ${samples.count} articles of the sample edition:`,
      tables(samples),
    ].join('\n\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @typedef {Awaited<ReturnType<typeof measure>>} SearchResult */

/** @param {Entry} entry @param {readonly Text[]} texts @param {(line: string) => void} say */
async function measure(entry, texts, say) {
  const folded = texts.map(entry.searchedText);
  const scan = (/** @type {string} */ query) => {
    const word = entry.readSearchQuery(`"${query}"`).words[0] ?? '';
    return folded.flatMap((text, position) => (text.includes(word) ? position : []));
  };
  const { files, termsCpu, indexCpu, total } = makeIndex(entry, texts);
  const memory = process.memoryUsage.rss();
  const queries = makeQueries(folded);
  const rows = await searchRows(entry, files, texts.length, queries, scan);
  const few = texts.slice(0, MOST_FOR_MINISEARCH);
  say(`${few.length} articles: MiniSearch`);
  const mini = miniSearch(entry, few);
  /** @type {[string, ReturnType<typeof compare>[]][]} */
  const miniRows = [...queries].map(([kind, all]) => [
    kind,
    all.map((query) =>
      compare(
        scan(query).filter((position) => position < few.length),
        mini.index.search(query).map(({ id }) => Number(id)),
      ),
    ),
  ]);
  return {
    ...{ count: texts.length, files, termsCpu, indexCpu, total, memory, rows },
    ...{ few: few.length, mini, miniRows: new Map(miniRows), together: rows.reduce(joinRows) },
  };
}

/** @typedef {Awaited<ReturnType<typeof searchRows>>[number]} SearchRow */

/** @param {SearchRow} one @param {SearchRow} other @returns {SearchRow} */
function joinRows(one, other) {
  return {
    kind: 'all',
    queries: one.queries + other.queries,
    first: [...one.first, ...other.first],
    later: [...one.later, ...other.later],
    requests: [...one.requests, ...other.requests],
    ms: [...one.ms, ...other.ms],
    recall: [...one.recall, ...other.recall],
    precision: [...one.precision, ...other.precision],
    shown: [...one.shown, ...other.shown],
  };
}

/** What the index takes as it travels. @param {SearchResult} result */
function weigh({ files }) {
  const sizes = [...files].map(([name, content]) => ({ name, bytes: brotli(content) }));
  const sum = (/** @type {typeof sizes} */ list) => list.reduce((total, { bytes }) => total + bytes, 0);
  return { all: sum(sizes), beforeTyping: sum(sizes.filter(({ name }) => name.endsWith('.json'))) };
}

/** What the design asks of searching. @param {SearchResult} large @param {SearchResult} samples */
function searchBudgetTable(large, samples) {
  const { first, later, recall, precision, shown } = large.together;
  /** @type {readonly (readonly [name: string, value: number, allowed: number, digits: number, isLeast?: boolean])[]} */
  const lines = [
    ['first query, KB', mean(first) / 1000, 60, 1],
    ['later queries, KB', mean(later) / 1000, 40, 1],
    ['before typing, KB', weigh(large).beforeTyping / 1000, 10, 1],
    ['recall, worst', Math.min(...recall, ...samples.together.recall), 1, 3, true],
    ['precision by the index', mean(precision), 0.99, 3, true],
    ['precision as shown', mean(shown), 0.99, 3, true],
    ['precision by the index, samples', mean(samples.together.precision), 0.99, 3, true],
  ];
  const rows = lines.map(([name, value, allowed, digits, isLeast = false]) => [
    name,
    figure(value, digits),
    `${isLeast ? '≥' : '≤'} ${figure(allowed, digits)}`,
    (isLeast ? value >= allowed : value <= allowed) ? 'yes' : '**no**',
  ]);
  return markdownTable(['search budget', 'here', 'allowed', 'kept'], rows);
}

/** @param {SearchResult} result */
function tables(result) {
  const { count, files, termsCpu, indexCpu, total, memory, rows, few, mini, miniRows, together } = result;
  const { all, beforeTyping } = weigh(result);
  const index = markdownTable(
    [
      'search index',
      'articles',
      'files',
      'MB',
      'KB before typing',
      'terms',
      'CPU s: terms',
      'CPU s: index',
      'memory MB',
    ],
    [
      [
        'ours',
        count,
        files.size,
        figure(all / 1e6, 2),
        figure(beforeTyping / 1000),
        total,
        figure(termsCpu),
        figure(indexCpu),
        figure(memory / 1e6, 0),
      ],
      ['MiniSearch', few, 1, figure(mini.bytes / 1e6, 2), figure(mini.bytes / 1000), '–', '–', figure(mini.cpu), '–'],
    ],
  );
  const head = [
    'queries',
    'number',
    'recall',
    'precision',
    'as shown',
    'KB first',
    'KB later',
    'requests',
    'ms',
    'MiniSearch recall',
    'precision ',
  ];
  const line = (
    /** @type {SearchRow} */ { kind, queries, ...of },
    /** @type {readonly ReturnType<typeof compare>[]} */ peer,
  ) => [
    kind,
    queries,
    figure(mean(of.recall), 3),
    figure(mean(of.precision), 3),
    figure(mean(of.shown), 3),
    figure(mean(of.first) / 1000),
    figure(mean(of.later) / 1000),
    figure(mean(of.requests)),
    figure(mean(of.ms)),
    figure(mean(peer.map(({ recall }) => recall)), 3),
    figure(mean(peer.map(({ precision }) => precision)), 3),
  ];
  const lines = [
    ...rows.map((row) => line(row, miniRows.get(row.kind) ?? [])),
    line(together, [...miniRows.values()].flat()),
  ];
  return `${index}\n\n${markdownTable(head, lines)}`;
}

const started = process.argv[1];
if (started !== undefined && realpathSync(resolve(started)) === fileURLToPath(import.meta.url)) {
  const text = await searchSection(Number(process.argv[2] ?? 1000), (line) => process.stderr.write(`${line}\n`));
  process.stdout.write(`${text}\n`);
}
