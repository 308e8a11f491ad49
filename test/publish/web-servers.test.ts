import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compressSite } from '../../src/build/compress.js';
import { HASHED } from '../../src/build/headers-file.ts';
import { pngOf, writeFiles } from '../build/temporary-folder.ts';
import { startWebServer, type WebServer } from './web-server.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-publish-'));
const article = (title: string, day: number) =>
  `---\ntitle: ${title}\nslug: lamp-${day}\ncategories: [Coast]\nauthor: Lamp letter\ndate: 2024-03-0${day}\n---\n<p>${'The lamp turns. '.repeat(60)}</p><img src="./lamp.png">`;

function build(base: string): string {
  const www = join(folder, base === '/' ? 'root' : 'below');
  const { VITEST, NODE_ENV, ...outside } = process.env;
  const env = {
    ...outside,
    ARTICLES_DIR: join(folder, 'articles'),
    OUT_DIR: join(www, base),
    REPORT_FILE: join(folder, 'report.json'),
    SITE_URL: 'https://paper.example',
    BASE_PATH: base,
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
    cwd: root,
    env,
  });
  if (status !== 0) throw new Error(`the build failed:\n${stdout}${stderr}`);
  return www;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

/** As it comes: `fetch` would decompress it and follow redirects. */
function ask(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    request(address, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', fail);
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', fail)
      .end();
  });
}

/** Paths of all files of a site that a reader may ask for. */
function filesOf(site: string): readonly string[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:br|gz)$|^_headers$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(site.length));
}

function isHashed(path: string): boolean {
  return HASHED.some((rule) => path.startsWith(rule.slice(0, -1)));
}

const sites = new Map<string, string>();

beforeAll(async () => {
  writeFiles(join(folder, 'articles'), {
    ...{
      'one.html': article('The first lamp', 1),
      'two.html': article('The second lamp', 2),
      'lamp.png': pngOf(600, 400),
    },
  });
  for (const base of ['/', '/news/']) sites.set(base, build(base));
  for (const [base, www] of sites) await compressSite(join(www, base));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const servers = (['nginx', 'caddy'] as const).flatMap((name) => ['/', '/news/'].map((base) => ({ name, base })));

describe.each(servers)('$name, as docs/publish sets it up, at $base', ({ name, base }) => {
  let server: WebServer;
  let site = '';
  const get = (path: string, headers?: Readonly<Record<string, string>>) => ask(server.origin + base + path, headers);

  beforeAll(async () => {
    const www = sites.get(base) ?? '';
    site = join(www, base).replace(/\/$/, '');
    server = await startWebServer(name, www, base, join(folder, `${name}${base.replaceAll('/', '-')}`));
  });

  afterAll(() => server?.close());

  test('answers pages as UTF-8, framed by nobody, and asked for again', async () => {
    const { status, headers, body } = await get('a/lamp-1/');
    expect([status, String(headers['content-type']).toLowerCase()]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body.equals(readFileSync(join(site, 'a/lamp-1/index.html')))).toBe(true);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect([headers['cache-control'], headers['x-content-type-options']]).toEqual(['no-cache', 'nosniff']);
    expect(headers['referrer-policy']).toBe('same-origin');
  });

  test('leads an address without its last slash to the page', async () => {
    const { status, headers } = await get('a/lamp-1');
    expect([301, 302, 307, 308]).toContain(status);
    expect(new URL(String(headers.location), `${server.origin}${base}a/lamp-1`).pathname).toBe(`${base}a/lamp-1/`);
  });

  test.each(['nothing/', 'a/nothing/', '_headers'])('answers 404 with our page: %s', async (path) => {
    const { status, headers, body } = await get(path);
    expect(status).toBe(404);
    expect(headers['content-type']).toContain('text/html');
    expect(body.equals(readFileSync(join(site, '404.html')))).toBe(true);
  });

  test('compresses that page too', async () => {
    const { status, headers, body } = await get('nothing/', { 'Accept-Encoding': 'gzip' });
    expect([status, headers['content-encoding']]).toEqual([404, 'gzip']);
    expect(gunzipSync(body).equals(readFileSync(join(site, '404.html')))).toBe(true);
  });

  test('keeps files for ever exactly where their names have a hash', async () => {
    const files = filesOf(site);
    expect(files.filter(isHashed).length).toBeGreaterThan(5);
    for (const path of files) {
      const { status, headers } = await get(path.replace(/^\//, '').replace(/(^|\/)index\.html$/, '$1'));
      const expected = isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
      expect([path, status, headers['cache-control']]).toEqual([path, 200, expected]);
    }
  });

  test('answers "not modified" to who has a page already', async () => {
    const { headers } = await get('data/edition.json');
    const { status, body } = await get('data/edition.json', { 'If-None-Match': String(headers.etag) });
    expect([status, body.length]).toEqual([304, 0]);
  });

  test('sends the compressed files', async () => {
    const packed = await get('a/lamp-1/', { 'Accept-Encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(String(packed.headers.vary).toLowerCase()).toContain('accept-encoding');
    expect(packed.body.equals(readFileSync(join(site, 'a/lamp-1/index.html.gz')))).toBe(true);
    expect(gunzipSync(packed.body).equals(readFileSync(join(site, 'a/lamp-1/index.html')))).toBe(true);
    if (name !== 'caddy') return;
    const script =
      filesOf(site).find((path) => /^\/assets\/.*\.js$/.test(path) && existsSync(`${site}${path}.br`)) ?? '';
    const brotli = await get(script.slice(1), { 'Accept-Encoding': 'gzip, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).equals(readFileSync(join(site, script)))).toBe(true);
  });

  test.each([
    ['rss.xml', 'xml'],
    ['feed.json', 'json'],
    ['sitemap.xml', 'xml'],
    ['favicon.svg', 'image/svg+xml'],
    ['robots.txt', 'text/plain'],
    ['manifest.webmanifest', 'application/manifest+json'],
  ])('says what %s is', async (path, type) => {
    expect((await get(path)).headers['content-type']).toContain(type);
  });
});
