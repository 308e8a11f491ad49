import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/build/report.ts';
import { temporaryFolder, writeFiles } from '../build/temporary-folder.ts';
import { type FeedCase, item, rss } from './feed-case.ts';
import { articlesIn, bytesIn } from './import-into.ts';
import { localServer, pages } from './local-server.ts';
import { malformedFeeds } from './malformed-feeds.ts';
import { soundFeeds } from './sound-feeds.ts';

const root = resolve(import.meta.dirname, '../..');
const { VITEST: _, NODE_ENV: __, ...inherited } = process.env;

function start(program: readonly string[], env: Readonly<Record<string, string>>) {
  return spawnSync(process.execPath, program, { cwd: root, env: { ...inherited, ...env }, encoding: 'utf8' });
}

const runImport = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  start(['src/import/import.js', ...args], env);

/** Every feed is of a site of its own, so that no story is there twice. */
function fileOf({ name, extension, content }: FeedCase): readonly [string, Uint8Array] {
  const made = typeof content === 'function' ? content() : content;
  const host = `${name.replace(/\W/g, '-')}.example`;
  return [
    name + extension,
    Buffer.from(Buffer.from(made).toString('latin1').replaceAll('pier.example', host), 'latin1'),
  ];
}

test('feeds of all kinds are imported once and published by the next build', { timeout: 120_000 }, () => {
  const cases = [...soundFeeds, ...malformedFeeds].filter(({ content }) => typeof content !== 'function');
  expect(cases.length).toBeGreaterThan(50);
  const feeds = writeFiles(temporaryFolder(), Object.fromEntries(cases.map(fileOf)));
  const work = temporaryFolder();
  const articles = join(work, 'articles');
  const args = [feeds, '--out', articles, '--category', 'Imported/All'];
  const { status, stdout, stderr } = runImport(args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const count = Number(/^(\d+) new · 0 updated · 0 unchanged/m.exec(stdout)?.[1]);
  expect(articlesIn(articles)).toHaveLength(count);
  expect(count).toBeGreaterThan(cases.reduce((sum, one) => sum + one.articles.length, 0) - 5);

  const before = bytesIn(articles);
  expect(runImport(args).stdout).toContain(`0 new · 0 updated · ${count} unchanged`);
  expect(bytesIn(articles)).toEqual(before);

  const files = { ARTICLES_DIR: articles, OUT_DIR: join(work, 'dist'), REPORT_FILE: join(work, 'report.json') };
  const built = start(['src/build/build.js'], { ...files, SITE_URL: 'https://news.example' });
  expect({ status: built.status, stderr: built.stderr }).toEqual({ status: 0, stderr: '' });
  const report: Report = JSON.parse(readFileSync(join(work, 'report.json'), 'utf8'));
  expect(report).toMatchObject({ articles: count, published: count });
  expect(report.problems.filter(({ level }) => level === 'error')).toEqual([]);
  expect(readFileSync(join(work, 'dist/index.html'), 'utf8')).toContain('灯塔');
});

test('a feed on this machine is asked only where that is allowed', async () => {
  const { address, asked } = await localServer(pages({ '/feed': rss(item('One', 'one')) }));
  const run = async (...args: readonly string[]) => {
    const child = spawn(process.execPath, ['src/import/import.js', `${address}/feed`, '--out', folder, ...args], {
      cwd: root,
      env: { ...inherited, SITE_URL: 'https://news.example' },
    });
    const status = new Promise((done) => child.once('exit', done));
    return { stdout: await text(child.stdout), status: await status };
  };
  const folder = temporaryFolder();
  const refused = await run();
  expect(refused.status).toBe(1);
  expect(refused.stdout).toContain(
    `${address}/feed: error: 127.0.0.1 is not on the public web (--allow-private lets it through`,
  );
  expect(asked).toEqual([]);
  const allowed = await run('--allow-private');
  expect(allowed.status).toBe(0);
  expect(allowed.stdout).toMatch(
    /^1 new · 0 updated · 0 unchanged · 0 warnings · 0 errors\n1 source · [\d.]+ s → .+\n$/,
  );
});

describe('the program', () => {
  test('says what it takes', () => {
    const { status, stdout } = runImport(['--help']);
    expect(status).toBe(0);
    for (const option of ['--out', '--category', '--pictures', '--force', '--allow-private'])
      expect(stdout).toContain(option);
  });

  test.each([
    [[], 'error: no source is named'],
    [['feed.xml', '--picture'], "error: Unknown option '--picture'"],
    [['feed.xml', '--out'], 'error: '],
  ])('asked %j says what it does not understand', (args, message) => {
    const { status, stderr } = runImport(args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain('npm run import -- <source>');
  });

  test('ends with 1 where nothing could be read, and with STRICT where anything was wrong', () => {
    const work = writeFiles(temporaryFolder(), {
      'good.xml': rss(item('One', 'one')),
      'undated.xml': rss(item('Two', 'two').replace(/<pubDate>.*<\/pubDate>/, '')),
    });
    const run = (names: readonly string[], env = {}) =>
      runImport([...names.map((name) => join(work, name)), '--out', join(work, 'out')], env).status;
    expect(run(['nowhere.xml'])).toBe(1);
    expect(run(['nowhere.xml', 'good.xml'])).toBe(0);
    expect(run(['undated.xml'])).toBe(0);
    expect(run(['good.xml'], { STRICT: '1' })).toBe(0);
    expect(run(['undated.xml'], { STRICT: '1' })).toBe(1);
    expect(run(['nowhere.xml', 'good.xml'], { STRICT: '1' })).toBe(1);
  });

  test('that can’t write says where', () => {
    const work = writeFiles(temporaryFolder(), {
      'feed.xml': rss(item('One', 'one')),
      file: '',
      'out/the-pier': 'a file',
    });
    const feed = join(work, 'feed.xml');
    for (const [folder, place] of [
      ['file', '--out: not a folder'],
      ['file/news', '--out: cannot be made'],
      ['out', 'the-pier'],
    ]) {
      const { status, stderr } = runImport([feed, '--out', join(work, folder ?? '')]);
      expect(status).toBe(1);
      expect(stderr).toMatch(new RegExp(`^error: .*${place}.*\n$`));
    }
  });

  test('counts relative paths from where npm was called, and writes to ARTICLES_DIR unless told otherwise', () => {
    const work = writeFiles(temporaryFolder(), { 'feed.xml': rss(item('One', 'one')) });
    expect(runImport(['feed.xml', '--out', 'mine'], { INIT_CWD: work }).stdout).toContain('→ mine\n');
    expect(articlesIn(join(work, 'mine'))).toHaveLength(1);
    expect(runImport(['feed.xml'], { INIT_CWD: work, ARTICLES_DIR: join(work, 'theirs') }).status).toBe(0);
    expect(articlesIn(join(work, 'theirs'))).toHaveLength(1);
  });
});
