import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { contentHash } from '../../src/build/media.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

const ARTICLES = {
  'articles/tide.html': '---\ntitle: High tide\ndate: 2024-05-01\nslug: tide\n---\n<p>The water <b>rose</b>.</p>',
  'articles/quay.md': '---\ntitle: "%VITE_X% </script> $&"\ndate: 2024-05-02\nslug: quay\n---\nStone.',
};

function environment(root: string, env: Readonly<Record<string, string>> = {}) {
  const { VITEST: _, NODE_ENV: __, ...inherited } = process.env;
  const own = {
    ARTICLES_DIR: join(root, 'articles'),
    OUT_DIR: join(root, 'dist'),
    REPORT_FILE: join(root, 'report.json'),
    SITE_URL: 'https://news.example',
  };
  return { ...inherited, ...own, ...env };
}

function build(root: string, env: Readonly<Record<string, string>> = {}) {
  const options = { env: environment(root, env), encoding: 'utf8' as const };
  return spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], options);
}

/** Every file with a hash of its bytes. */
function contents(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => `${file.slice(folder.length)} ${contentHash(readFileSync(file))}`)
    .toSorted();
}

const compressed = (file: string): number => brotliCompressSync(readFileSync(file)).length;

/** Everything a page fetches to be live. */
function scriptsOf(page: string): readonly string[] {
  return [...readFileSync(page, 'utf8').matchAll(/ (?:src|href)="\/light\/(assets\/[\w-]+\.js)"/g)].flatMap(
    ([, name]) => name ?? [],
  );
}

describe('vite build', () => {
  test('prints a site, twice the same', { timeout: 60_000 }, () => {
    const root = writeFiles(temporaryFolder(), { ...ARTICLES, 'dist/index.html': 'old', 'dist/old.html': 'old' });
    const { status, stdout, stderr } = build(root, { BASE_PATH: '/news/' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^2 published · 0 warnings/m);
    const first = contents(join(root, 'dist'));
    expect(first.filter((file) => /\.css |old\.html /.test(file))).toEqual([]);
    const html = readFileSync(join(root, 'dist/a/tide/index.html'), 'utf8');
    expect(html).toContain('<p>The water <b>rose</b>.</p>');
    expect(html).toMatch(/<style>:root\{.+<\/style>/s);
    expect(html).toMatch(/<script type="module" src="\/news\/assets\/[\w-]+\.js">/);
    for (const module of ['renderer', 'app']) {
      expect(html).toMatch(new RegExp(`<link rel="modulepreload" href="/news/assets/${module}-[\\w-]+\\.js">`));
    }
    expect(html).not.toContain('/article-script-');
    expect(readFileSync(join(root, 'dist/a/quay/index.html'), 'utf8')).toContain('%VITE_X% &lt;/script');
    expect(readdirSync(root).toSorted()).toEqual(['articles', 'dist', 'report.json']);
    expect(build(root, { BASE_PATH: '/news/' }).status).toBe(0);
    expect(contents(join(root, 'dist'))).toEqual(first);
  });

  test('is for production, whatever the shell says', { timeout: 60_000 }, () => {
    const root = writeFiles(temporaryFolder(), ARTICLES);
    const { status, stderr } = build(root, { NODE_ENV: 'development', BASE_PATH: '/shell/' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const assets = join(root, 'dist/assets');
    const script = readdirSync(assets).map((file) => readFileSync(join(assets, file), 'utf8'));
    expect(script.join('')).not.toContain('jsxDEV');
  });

  test('costs a reader little before the first word: frame, style and script', { timeout: 60_000 }, () => {
    const root = writeFiles(temporaryFolder(), ARTICLES);
    expect(build(root, { BASE_PATH: '/light/' }).status).toBe(0);
    const dist = join(root, 'dist');
    const [home, article] = [join(dist, 'index.html'), join(dist, 'a/tide/index.html')];
    expect(compressed(home)).toBeLessThan(9000);
    expect(compressed(article)).toBeLessThan(9000);
    for (const page of [home, article]) {
      const scripts = scriptsOf(page);
      expect(scripts.length).toBeGreaterThan(2);
      expect(scripts.length).toBeLessThan(9);
      const bytes = scripts.reduce((sum, name) => sum + compressed(join(dist, name)), 0);
      expect(bytes).toBeGreaterThan(60_000);
      expect(bytes).toBeLessThan(120_000);
    }
  });

  test('the app starts in steps: its entry waits for neither of the two large parts', { timeout: 60_000 }, () => {
    const root = writeFiles(temporaryFolder(), ARTICLES);
    expect(build(root, { BASE_PATH: '/light/' }).status).toBe(0);
    const scripts = scriptsOf(join(root, 'dist/index.html'));
    const text = (name: string) => readFileSync(join(root, 'dist', name), 'utf8');
    const statically = (script: string) =>
      [...script.matchAll(/from"\.\/([\w-]+)-[\w-]{8}\.js"/g)].map(([, part]) => part);
    const entry = scripts.find((name) => name.includes('/index-')) ?? '';
    expect(statically(text(entry))).toEqual(['start']);
    const start = scripts.find((name) => name.includes('/start-')) ?? '';
    expect(statically(text(start))).toEqual([]);
  });

  test('has a service worker that is the same for three articles and for three hundred', { timeout: 60_000 }, () => {
    const roots = [3, 300].map((count) => {
      const files = Array.from({ length: count }, (_, number) => [
        `articles/${number}.md`,
        `---\ntitle: No ${number}\nslug: fog-${number}\n---\nFog ${number}.`,
      ]);
      const root = writeFiles(temporaryFolder(), Object.fromEntries(files));
      expect(build(root, { BASE_PATH: '/worker/' }).status).toBe(0);
      return root;
    });
    const workers = roots.map((root) => readFileSync(join(root, 'dist/sw.js'), 'utf8'));
    expect(workers[0]).toBe(workers[1]);
    expect(brotliCompressSync(workers[0] ?? '').length).toBeLessThan(14_000);
    // All the app needs, no article, and nothing that only few articles want.
    expect(workers[0]).toMatch(/assets\/settings-dialog-/);
    expect(readdirSync(join(roots[0] ?? '', 'dist/assets')).join()).toContain('small-grammars-');
    expect(workers[0]).not.toMatch(/fog-|articles\/|assets\/(?:python|rust|small-grammars|convert-to-traditional)-/);
  });

  test('a refused build leaves the old output alone', { timeout: 30_000 }, () => {
    const root = writeFiles(temporaryFolder(), { 'articles/x.html': '', 'dist/index.html': 'old' });
    const { status, stdout, stderr } = build(root, { SITE_URL: '' });
    expect(status).toBe(1);
    expect(stdout).toContain('x.html:1: error: is empty (');
    expect(stderr).toMatch(/^error: no article to publish in .*\n$/);
    expect(contents(join(root, 'dist'))).toHaveLength(1);
    expect(readdirSync(root).toSorted()).toEqual(['articles', 'dist', 'report.json']);
  });

  test('a wrong setting is one line', { timeout: 30_000 }, () => {
    const { status, stdout, stderr } = build(temporaryFolder());
    expect(status).toBe(1);
    expect(stdout + stderr).toMatch(/^error: ARTICLES_DIR: no such folder: .*\n$/);
  });

  test('a forgotten SITE_URL is said aloud', { timeout: 30_000 }, () => {
    const { stdout } = build(writeFiles(temporaryFolder(), ARTICLES), { SITE_URL: '' });
    const [warning, hint] = stdout.trimEnd().split('\n').slice(-2);
    expect(warning).toMatch(/^warning: SITE_URL is not set: .* name http:\/\/localhost:4173$/);
    expect(hint).toContain('SITE_URL=https://your.host npm run build');
  });
});

test('a build that is ended leaves nothing behind', { timeout: 90_000 }, async () => {
  const many = Array.from({ length: 3000 }, (_, number) => [
    `articles/${number}.md`,
    `---\ntitle: No ${number}\n---\nFog.`,
  ]);
  const root = writeFiles(temporaryFolder(), { ...Object.fromEntries(many), 'dist/index.html': 'old' });
  const child = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], { env: environment(root) });
  const printed = () =>
    existsSync(root) && readdirSync(root, { recursive: true }).some((name) => /site\/a\/./.test(String(name)));
  await expect.poll(printed, { timeout: 60_000 }).toBe(true);
  child.kill('SIGTERM');
  expect((await once(child, 'exit'))[0]).toBe(143);
  expect(readdirSync(root).toSorted()).toEqual(['articles', 'dist']);
  expect(contents(join(root, 'dist'))).toHaveLength(1);
});
