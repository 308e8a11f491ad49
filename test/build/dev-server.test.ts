import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { broadsheet } from '../../src/build/broadsheet-plugin.ts';
import type { PageData } from '../../src/edition/edition-data.ts';
import { packAt, sheetAt } from '../../src/edition/file-names.ts';
import { PAGE_DATA_CLOSE, PAGE_DATA_OPEN } from '../../src/edition/page-data-script.ts';
import { pngOf, temporaryFolder, writeFiles } from './temporary-folder.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

async function serve(files: Files, base = '/', outDir = '') {
  const folder = writeFiles(temporaryFolder(), files);
  const warnings: string[] = [];
  const server = await createServer({
    configFile: false,
    logLevel: 'silent',
    // Another server may be running with the same cache.
    cacheDir: join(temporaryFolder(), 'cache'),
    plugins: [broadsheet({ ARTICLES_DIR: folder, BASE_PATH: base, OUT_DIR: outDir })],
    server: { port: 0, host: '127.0.0.1' },
    optimizeDeps: { noDiscovery: true },
  });
  vi.spyOn(server.config.logger, 'warn').mockImplementation((line) => void warnings.push(line));
  await server.listen();
  onTestFinished(() => server.close());
  const address = server.httpServer?.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const ask = (path: string, accept = 'text/html') =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers: { accept }, redirect: 'manual' });
  const data = async (path: string): Promise<PageData> => {
    const html = await (await ask(path)).text();
    const start = html.indexOf(PAGE_DATA_OPEN) + PAGE_DATA_OPEN.length;
    return JSON.parse(html.slice(start, html.indexOf(PAGE_DATA_CLOSE, start)));
  };
  const titles = async () => {
    const page = await data(base);
    return page.kind === 'list' ? page.rows.map(({ title }) => title) : [];
  };
  return { folder, ask, data, titles, warnings, server };
}

function article(title: string, more = '', body = '<p>Low water.</p>'): string {
  return `---\ntitle: ${title}\n${more}---\n${body}\n`;
}

describe('the dev server', () => {
  test('does not watch the site, wherever it lies, nor one that is being built', async () => {
    const out = join(temporaryFolder(), 'out');
    const { server } = await serve({ 'a.html': article('One') }, '/', out);
    const ignored = [server.config.server.watch?.ignored].flat();
    const isIgnored = (path: string) => ignored.some((rule) => typeof rule === 'function' && rule(path));
    expect([out, join(out, 'a/one/index.html'), join(out, '../.edition-7-abc/site/index.html')].map(isIgnored)).toEqual(
      [...[true, true, true]],
    );
    expect([join(out, '../outer/a.html'), join(out, '..')].map(isIgnored)).toEqual([false, false]);
  });

  test('adds, changes and removes articles as files do', { timeout: 20_000 }, async () => {
    const { folder, titles, server } = await serve({ 'a.html': article('One') });
    const reloads = vi.spyOn(server.ws, 'send');
    expect(await titles()).toEqual(['One']);
    writeFiles(folder, { 'deep/b.md': article('Two', 'date: 2024-01-01\n') });
    await expect.poll(titles, { timeout: 5000 }).toEqual(['Two', 'One']);
    writeFiles(folder, { 'a.html': article('Other', 'date: 2025-01-01\n') });
    await expect.poll(titles, { timeout: 5000 }).toEqual(['Other', 'Two']);
    rmSync(join(folder, 'a.html'));
    await expect.poll(titles, { timeout: 5000 }).toEqual(['Two']);
    expect(reloads).toHaveBeenCalledWith({ type: 'full-reload', path: '*' });
  });

  test('serves data, packs and pictures of the files as they are', { timeout: 20_000 }, async () => {
    const gb = Buffer.concat([Buffer.from(article('GB', 'slug: gb\n', '<p>')), Buffer.from([0xb8, 0xdb, 0xbf, 0xda])]);
    const { ask, data } = await serve({
      'gb.html': gb,
      'p.html': article('P', 'slug: p\ndraft: true\n', '<p><img src="q.png"></p>'),
      'q.png': pngOf(9, 8),
    });
    const index = await (await ask('/data/edition.json')).json();
    expect(index.count).toBe(2);
    const names = await (await ask('/data/names-0.json')).json();
    const pack = await (await ask(`/articles/${packAt(names, 0)}?import`)).text();
    expect(pack).toContain('港口');
    expect((await ask(`/data/${sheetAt(names, 0)}`)).status).toBe(200);
    expect((await ask('/data/names-1.json')).status).toBe(404);
    expect((await ask(`/data/${index.columns}`)).headers.get('content-type')).toBe('application/octet-stream');
    const media = /\/media\/q-\w+\.png/.exec(pack)?.[0] ?? '';
    expect((await ask(media)).headers.get('content-type')).toBe('image/png');
    expect(await data('/a/gb/')).toMatchObject({ kind: 'article', row: { id: 'gb' } });
    expect(await data('/about/')).toMatchObject({ kind: 'about', count: 2 });
  });

  test('answers 404 to the rest, and never with a file of the folder, `?raw` neither', {
    timeout: 20_000,
  }, async () => {
    const { ask, data } = await serve({ 'a.html': article('One', 'slug: one\naliases: [/old/]\n') });
    expect((await ask('/nowhere/')).status).toBe(404);
    expect(await data('/a/nowhere/')).toEqual({ kind: 'not-found' });
    for (const path of [
      '/articles/a.html',
      '/articles/a.html?raw',
      '/articles/99-r1.js',
      '/data/x.json',
      '/media/../a.html',
    ]) {
      expect((await ask(path)).status).toBe(404);
    }
    expect((await ask('/old/')).headers.get('location')).toBe('/a/one/');
  });

  test('lives below its base path', { timeout: 20_000 }, async () => {
    const { ask, data } = await serve({ 'a.html': article('One', 'slug: one\n') }, '/news/');
    expect(await data('/news/a/one/')).toMatchObject({ kind: 'article' });
    expect((await ask('/news/data/edition.json')).status).toBe(200);
  });

  test('hostile titles stay text', { timeout: 20_000 }, async () => {
    const title = '</script><script>1</script> $& %VITE_X% {{x}}';
    const { titles } = await serve({ 'a.html': article(title) });
    expect(await titles()).toEqual([title]);
  });

  test('tells each problem once', { timeout: 20_000 }, async () => {
    const { warnings, titles, folder } = await serve({ 'a.html': article('One', '', '<p><img src="gone.png"></p>') });
    await expect.poll(() => warnings.filter((line) => line.includes('gone.png'))).toHaveLength(1);
    writeFiles(folder, { 'b.html': article('Two') });
    await expect.poll(titles, { timeout: 5000 }).toHaveLength(2);
    expect(warnings.filter((line) => line.includes('gone.png'))).toHaveLength(1);
  });
});
