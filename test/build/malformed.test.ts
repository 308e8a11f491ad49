import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '../../src/article/problem.ts';
import type { PackEntry } from '../../src/edition/edition-data.ts';
import { type Cost, measureProcess } from '../bench/measure-process.js';
import { builtFiles, writeMalformed } from '../malformed/all-malformed.ts';
import { expectOutcome } from '../malformed/expect-outcome.ts';
import { makeOddEntries, type OddEntry, openSocket } from '../malformed/odd-entries.ts';
import { writeFiles } from './temporary-folder.ts';

const GIGABYTE = 1024 ** 3;
/** Many times what it takes: only a file that hangs the build ends it. */
const PATIENCE = 5 * 60_000;

const GOOD = {
  'good/harbour.html':
    '---\ntitle: The harbour at six\ndate: 2023-01-02\nslug: harbour\ncategories: [Coast]\nauthor: Harbour Notes\n---\n<p>Gulls first, <b>then</b> engines.</p>\n<figure><img src="https://img.example/six.jpg" width="640" height="480"><figcaption>Six o’clock</figcaption></figure>\n<p>By seven it is quiet again.</p>\n',
  'good/market.md':
    '---\ntitle: Fish, Saturday\ndate: 2023-01-01\nslug: market\ncategories: [Coast]\nauthor: Harbour Notes\n---\n\nHerring *and* mackerel.\n\n- two boats\n- one queue\n',
};

function newRoot(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'broadsheet-')));
  return writeFiles(root, prefixed('articles', GOOD));
}

function prefixed(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [join(folder, name), text]));
}

function build(root: string, env: Readonly<Record<string, string>> = {}): Promise<Cost> {
  const own = {
    VITEST: undefined,
    NODE_ENV: undefined,
    ARTICLES_DIR: join(root, 'articles'),
    OUT_DIR: join(root, 'dist'),
    REPORT_FILE: join(root, 'report.json'),
    SITE_URL: 'https://news.example',
  };
  const command = [process.execPath, 'node_modules/vite/bin/vite.js', 'build'];
  return measureProcess(command, { cwd: process.cwd(), env: { ...own, ...env } });
}

interface Report {
  readonly articles: number;
  readonly published: number;
  readonly problems: readonly Problem[];
}

function reportOf(root: string): Report {
  return JSON.parse(readFileSync(join(root, 'report.json'), 'utf8'));
}

/** Pages by the files they were made of: packs know both. */
function pagesOf(root: string): ReadonlyMap<string, string> {
  const folder = join(root, 'dist/articles');
  const entries = readdirSync(folder).flatMap((pack): readonly PackEntry[] => {
    const module = readFileSync(join(folder, pack), 'utf8');
    return JSON.parse(JSON.parse(module.slice(module.indexOf('(') + 1, module.lastIndexOf(')'))));
  });
  return new Map(entries.map(({ id, file }) => [file, readFileSync(join(root, 'dist/a', id, 'index.html'), 'utf8')]));
}

/** A page without its place among the others: neighbours, position, related articles. */
function withoutPlace(page: string): string {
  return page
    .replace(/<nav[^>]*>.*?<\/nav>/gs, '')
    .replace(/<aside class="more-stories".*?<\/aside>/gs, '')
    .replace(/(?<=<script[^>]* id="page-data">)[^<]*/, (json) => JSON.stringify(dataWithoutPlace(JSON.parse(json))));
}

function dataWithoutPlace(data: Readonly<Record<string, unknown>>): object {
  return { ...data, position: 0, newer: null, older: null, more: null };
}

let root = '';
let socket: Server | null = null;
let odd: readonly OddEntry[] = [];
let cost: Cost;
let report: Report;
let pages: ReadonlyMap<string, string>;

beforeAll(async () => {
  root = newRoot();
  const articles = join(root, 'articles');
  writeMalformed(articles, builtFiles);
  odd = makeOddEntries(join(articles, 'odd'));
  socket = await openSocket(join(articles, 'odd'));
  cost = await build(root);
  report = reportOf(root);
  pages = pagesOf(root);
}, PATIENCE);

afterAll(() => {
  socket?.close();
  rmSync(root, { recursive: true, force: true });
});

function problemsOf(file: string): readonly Problem[] {
  return report.problems.filter((problem) => problem.file === file);
}

function decoded(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}

function headline(page: string): string {
  return decoded((/<h1[^>]*>(.*?)<\/h1>/s.exec(page)?.[1] ?? '').replace(/<[^>]*>/g, ''));
}

describe('a folder of malformed files', () => {
  test('is built in less than a gigabyte', () => {
    expect(cost.largest).toBeLessThan(GIGABYTE);
  });

  test('costs the good articles not a byte', { timeout: PATIENCE }, async () => {
    const alone = newRoot();
    try {
      await build(alone);
      const expected = [...pagesOf(alone)].map(([file, page]) => [file, withoutPlace(page)]);
      expect(expected).toHaveLength(2);
      for (const [file = '', page] of expected) expect(withoutPlace(pages.get(file) ?? '')).toBe(page);
    } finally {
      rmSync(alone, { recursive: true, force: true });
    }
  });

  test('tells of each problem where, what and what to do', () => {
    for (const problem of report.problems) {
      expect(problem).toEqual({
        file: expect.stringMatching(/./),
        line: expect.any(Number),
        level: expect.stringMatching(/^(?:warning|error)$/),
        reason: expect.stringMatching(/^[^\n]+$/),
        hint: expect.stringMatching(/^[^\n]+$/),
      });
      expect(problem.line).toBeGreaterThan(0);
      expect(problem.reason.length).toBeLessThan(400);
    }
  });

  test('loses no file', () => {
    const leftOut = new Set(report.problems.filter(({ level }) => level === 'error').map(({ file }) => file));
    expect(report.published).toBe(pages.size);
    expect(report.published + leftOut.size).toBe(report.articles);
  });

  test('is said line by line', () => {
    const lines = cost.output.split('\n').filter((line) => /:\d+: (?:warning|error): /.test(line));
    expect(lines).toHaveLength(report.problems.length);
  });
});

describe('one file a fault', () => {
  test.each(builtFiles.map(({ file, outcome }) => [file, outcome] as const))('%s', (file, outcome) => {
    const page = pages.get(file);
    const found = page === undefined ? null : { title: headline(page), text: decoded(page) };
    expectOutcome(outcome, found, problemsOf(file));
  });
});

describe('what stands beside files', () => {
  test('is left out with a reason, or read', () => {
    for (const { file, says } of odd) {
      const said = problemsOf(file).map(({ level, reason }) => `${level}: ${reason}`);
      expect([file, said]).toEqual([file, says === null ? [] : [expect.stringContaining(`error: ${says}`)]]);
      expect([file, pages.has(file)]).toEqual([file, says === null]);
    }
  });

  test('may be a socket', () => {
    const said = problemsOf('odd/s.html').map(({ reason }) => reason);
    expect(said).toEqual(socket === null ? [] : ['is no ordinary file']);
  });
});

test('STRICT refuses a folder of malformed files and says why', { timeout: PATIENCE }, async () => {
  const strict = newRoot();
  try {
    mkdirSync(join(strict, 'articles/odd'));
    writeMalformed(join(strict, 'articles'), builtFiles.slice(0, 40));
    await expect(build(strict, { STRICT: '1' })).rejects.toThrow(/STRICT: not published because of \d+ problems above/);
    expect(reportOf(strict).problems.length).toBeGreaterThan(20);
    expect(existsSync(join(strict, 'dist'))).toBe(false);
  } finally {
    rmSync(strict, { recursive: true, force: true });
  }
});
