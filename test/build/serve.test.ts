import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, get, type Server } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createPreview, listen, previewBase } from '../../src/build/serve.js';
import { pngOf, temporaryFolder, writeFiles } from './temporary-folder.ts';

const FILES = {
  'index.html': '<h1>home</h1>',
  '404.html': '<h1>lost</h1>',
  'a/x/index.html': '<h1>x</h1>',
  'data/sheet-0-0123456789.json': '[]',
  'data/columns-0123456789.bin': 'BSCL',
  'data/edition.json': '{}',
  'media/pic-0123456789.png': pngOf(1, 1),
};

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

async function serve(base = '/') {
  const server = createPreview({ folder: writeFiles(temporaryFolder(), FILES), base });
  const port = await listen(server, 0, '127.0.0.1');
  closeAfterTest(server);
  return (path: string, headers: Record<string, string> = {}) => fetchRaw(port, path, headers);
}

/** Unlike `fetch`: follows nothing, unpacks nothing. */
function fetchRaw(port: number, path: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((done, fail) => {
    get({ port, host: '127.0.0.1', path, headers, agent: false }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
    }).on('error', fail);
  });
}

function closeAfterTest(server: Server): void {
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
}

describe('the preview', () => {
  test.each([
    ['/', 200, 'text/html;charset=utf-8'],
    ['/a/x/', 200, 'text/html;charset=utf-8'],
    ['/data/edition.json', 200, 'application/json'],
    ['/data/columns-0123456789.bin', 200, 'application/octet-stream'],
    ['/media/pic-0123456789.png', 200, 'image/png'],
    ['/nowhere/', 404, 'text/html; charset=utf-8'],
    ['/../package.json', 404, 'text/html; charset=utf-8'],
  ])('%s answers %i as %s', async (path, status, type) => {
    const answer = await (await serve())(path);
    expect([answer.status, answer.headers['content-type']]).toEqual([status, type]);
  });

  test('shows 404.html', async () => {
    expect((await (await serve())('/nowhere')).body.toString()).toBe(FILES['404.html']);
  });

  test('keeps hashed files for ever and asks again for the others', async () => {
    const ask = await serve();
    expect((await ask('/data/sheet-0-0123456789.json')).headers['cache-control']).toContain('immutable');
    expect((await ask('/media/pic-0123456789.png')).headers['cache-control']).toContain('immutable');
    expect((await ask('/data/edition.json')).headers['cache-control']).toBe('no-cache');
    expect((await ask('/')).headers['cache-control']).toBe('no-cache');
  });

  test('compresses text, but no pictures', async () => {
    const ask = await serve();
    const page = await ask('/a/x/', { 'accept-encoding': 'gzip, br' });
    expect(page.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(page.body).toString()).toBe('<h1>x</h1>');
    expect((await ask('/a/x/')).headers['content-encoding']).toBeUndefined();
    const picture = await ask('/media/pic-0123456789.png', { 'accept-encoding': 'br' });
    expect(picture.headers['content-encoding']).toBeUndefined();
    expect(picture.body).toEqual(pngOf(1, 1));
  });

  test('answers 304 to who has the file', async () => {
    const ask = await serve();
    const etag = String((await ask('/')).headers.etag);
    expect((await ask('/', { 'if-none-match': etag, 'accept-encoding': 'br' })).status).toBe(304);
  });

  test('lives below its base path', async () => {
    const ask = await serve('/news/');
    expect((await ask('/news/a/x/')).status).toBe(200);
    expect((await ask('/a/x/')).status).toBe(404);
    expect((await ask('/news')).headers.location).toBe('/news/');
    expect((await ask('/')).headers.location).toBe('/news/');
  });
});

test.each([
  [{}, '/'],
  [{ BASE_PATH: 'news' }, '/news/'],
  [{ SITE_URL: 'https://news.example/paper' }, '/paper/'],
  [{ SITE_URL: 'https://news.example/paper', BASE_PATH: '/x' }, '/x/'],
])('the base of %j is %s', (env, base) => {
  expect(previewBase(env)).toBe(base);
});

test('a taken port leads to the next free one', async () => {
  const first = createServer();
  closeAfterTest(first);
  const taken = await listen(first, 45173, '127.0.0.1');
  const second = createServer();
  closeAfterTest(second);
  expect(await listen(second, taken, '127.0.0.1')).toBeGreaterThan(taken);
});

describe('node src/build/serve.js', () => {
  function start(env: Record<string, string>, ...options: readonly string[]) {
    const child = spawn(process.execPath, ['src/build/serve.js', ...options], { env: { ...process.env, ...env } });
    onTestFinished(() => void child.kill('SIGKILL'));
    return child;
  }

  test('prints its address and ends with Ctrl+C', async () => {
    const child = start({ OUT_DIR: writeFiles(temporaryFolder(), FILES), PORT: '0', BASE_PATH: '/news/' });
    const [text] = await once(child.stdout, 'data');
    const address = /http:\S+/.exec(String(text))?.[0] ?? '';
    expect(address).toMatch(/:\d+\/news\/$/);
    expect((await fetch(address.replace('localhost', '127.0.0.1'))).status).toBe(200);
    child.kill('SIGINT');
    expect((await once(child, 'exit'))[0]).toBe(0);
  });

  test('says what is missing where nothing was built', async () => {
    const child = start({ OUT_DIR: temporaryFolder() });
    const [text] = await once(child.stderr, 'data');
    expect(String(text)).toMatch(/^error: OUT_DIR: no site in /);
    expect((await once(child, 'exit'))[0]).toBe(1);
  });

  test('says in one line that an address is not this machine’s', async () => {
    const child = start({ OUT_DIR: writeFiles(temporaryFolder(), FILES), PORT: '0', HOST: '192.0.2.1' });
    const [text] = await once(child.stderr, 'data');
    expect(String(text)).toMatch(/^error: HOST: no address of this machine: 192\.0\.2\.1 \(.*\)\n$/);
    expect((await once(child, 'exit'))[0]).toBe(1);
  });

  test('says that a folder or a port is named by a variable', async () => {
    const child = start({ OUT_DIR: writeFiles(temporaryFolder(), FILES) }, 'news');
    const [text] = await once(child.stderr, 'data');
    expect(String(text)).toMatch(/^error: news: no arguments are read, but variables: ARTICLES_DIR=/);
    expect((await once(child, 'exit'))[0]).toBe(1);
  });
});
