import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openParser } from '../../src/import/parser.ts';
import { pngOf, temporaryFolder, writeFiles } from '../build/temporary-folder.ts';
import { item, rss } from './feed-case.ts';
import { articlesIn, bytesIn, filesIn, importInto } from './import-into.ts';

const parser = openParser();
afterAll(() => parser.close());

const TEXT = '守灯的人每晚上楼两次，一次点灯，一次添油；下楼的时候，他总要在窗口停一停，听一会儿海。'.repeat(4);

interface Page {
  readonly before?: string;
  readonly head?: string;
  readonly body?: string;
}

const page = ({ before = '', head = '', body = '' }: Page = {}): string =>
  `<!DOCTYPE html>\n${before}<html lang="zh-CN"><head><meta charset="utf-8"><title>守灯的人 - 海岸报</title>${head}</head>
<body><nav><a href="/">首页</a><a href="/login">登录</a></nav><article><h1>守灯的人</h1><p>${TEXT}</p>${body}<p>${TEXT}</p></article>
<footer>© 海岸报</footer><script>document.title = 'run'</script></body></html>`;

async function importPages(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Parameters<typeof importInto>[2] = {},
) {
  const pages = writeFiles(temporaryFolder(), files);
  const folder = temporaryFolder();
  const outcome = await importInto(folder, [pages], { parser, ...options });
  return { ...outcome, pages, folder, articles: articlesIn(folder) };
}

describe('a saved page', () => {
  test('becomes an article with what it says of itself', async () => {
    const head = [
      '<link rel="canonical" href="https://haian.example/2026/keeper?utm_source=x">',
      '<meta property="og:site_name" content="海岸报"><meta property="og:image" content="https://haian.example/keeper.jpg">',
      '<meta property="article:published_time" content="2026-09-21T14:30:00+08:00"><meta name="author" content="一位守灯人">',
      '<meta property="article:tag" content="灯塔"><meta name="description" content="一座灯塔里的两趟楼梯。">',
    ].join('');
    const { articles, lines } = await importPages({ 'keeper.html': page({ head }) });
    expect(lines).toEqual([]);
    expect(articles).toHaveLength(1);
    expect(articles[0]?.meta).toMatchObject({
      title: '守灯的人',
      date: Date.UTC(2026, 8, 21, 6, 30),
      source: '海岸报',
      categories: ['海岸报'],
      tags: ['灯塔'],
      original: 'https://haian.example/2026/keeper',
      cover: 'https://haian.example/keeper.jpg',
      description: '一座灯塔里的两趟楼梯。',
    });
    expect(articles[0]?.body).toContain(TEXT);
    for (const part of ['首页', '登录', '©', '<script']) expect(articles[0]?.body).not.toContain(part);
  });

  test.each([
    ['Chrome', '<!-- saved from url=(0034)https://haian.example/2026/keeper -->\n'],
    [
      'SingleFile',
      '<!--\n Page saved with SingleFile \n url: https://haian.example/2026/keeper \n saved date: now\n-->',
    ],
  ])('says where it is from in the way of %s; its addresses count from there', async (_, before) => {
    const { articles } = await importPages({
      'x.html': page({ before, body: '<p><a href="../map">图</a><img src="/lamp.jpg"></p>' }),
    });
    expect(articles[0]?.meta).toMatchObject({ original: 'https://haian.example/2026/keeper', source: 'haian.example' });
    expect(articles[0]?.body).toContain('href="https://haian.example/map"');
    expect(articles[0]?.body).toContain('src="https://haian.example/lamp.jpg"');
  });

  test('brings the pictures that lie beside it, and no others', async () => {
    const head = '<link rel="canonical" href="https://haian.example/2026/keeper">';
    const body = [
      '<img src="./x_files/lamp.png" data-src="https://haian.example/lamp.png"><img src="x_files/missing.png">',
      '<img src="../outside.png"><img src="x_files/no.png"><img src="x_files/%E7%81%AF.png">',
    ].join('');
    const files = {
      'pages/x.html': page({ head, body }),
      'pages/x_files/lamp.png': pngOf(300, 200),
      'pages/x_files/灯.png': pngOf(301, 200),
      'pages/x_files/no.png': 'no picture',
      'pages/x_files/frame.html': page(),
      'outside.png': pngOf(302, 200),
    };
    const folder = temporaryFolder();
    const pages = writeFiles(temporaryFolder(), files);
    await importInto(folder, [join(pages, 'pages')], { parser });
    const [article, ...others] = articlesIn(folder);
    expect(others).toEqual([]);
    const local = [...(article?.body.matchAll(/src="(\.\/pictures\/[0-9a-f]{16}\.png)"/g) ?? [])].map(
      ([, path = '']) => path,
    );
    expect(local.map((path) => readFileSync(join(folder, 'haian-example', path)).readUInt32BE(16))).toEqual([300, 301]);
    expect(article?.body).toContain('src="https://haian.example/2026/x_files/missing.png"');
    expect(article?.body).toContain('src="https://haian.example/outside.png"');
    expect(article?.body).toContain('src="https://haian.example/2026/x_files/no.png"');
  });

  test('that says nothing of itself is known by its name', async () => {
    const { articles, pages, folder, tally } = await importPages({
      'a.html': page(),
      'b.html': page({ body: '<p>别的</p>' }),
    });
    expect(tally.outcomes.new).toBe(2);
    expect(articles[0]?.meta).toMatchObject({ title: '守灯的人', date: null, original: null, categories: [] });
    writeFiles(pages, { 'a.html': page({ body: '<p>改了</p>' }) });
    const again = await importInto(folder, [pages], { parser });
    expect(again.tally.outcomes).toMatchObject({ updated: 1, unchanged: 1, new: 0 });
  });

  test('of a story a feed has brought is not brought again', async () => {
    const { folder } = await importPages({ 'feed.xml': rss(item('Keeper', 'keeper')) });
    const head = '<link rel="canonical" href="https://pier.example/keeper">';
    const pages = writeFiles(temporaryFolder(), { 'x.html': page({ head }) });
    expect((await importInto(folder, [pages], { parser })).tally.outcomes).toMatchObject({ new: 0, elsewhere: 1 });
  });

  test('in GB2312 that says so is read', async () => {
    const gb = Buffer.from(
      '\xca\xd8\xb5\xc6\xb5\xc4\xc8\xcb\xa3\xac\xd2\xb9\xd2\xb9\xb5\xe3\xb5\xc6\xa1\xa3',
      'latin1',
    );
    const [start = '', end = ''] = page()
      .replace('utf-8', 'gb2312')
      .replaceAll(TEXT, '#')
      .replaceAll(/[^\x00-\x7f]/g, '')
      .split('#');
    const content = Buffer.concat([Buffer.from(start), ...Array.from({ length: 20 }, () => gb), Buffer.from(end)]);
    const { articles } = await importPages({ 'x.htm': content });
    expect(articles[0]?.body).toContain('守灯的人，夜夜点灯。');
  });

  test('runs nothing and asks nobody', async () => {
    const body =
      '<script>globalThis.ran = true</script><img src="http://127.0.0.1:9/x.png" onerror="globalThis.ran = true"><link rel="stylesheet" href="http://127.0.0.1:9/x.css">';
    const { lines, tally } = await importPages({ 'x.html': page({ body }) });
    expect(lines).toEqual([expect.stringContaining('one entry has no date')]);
    expect(tally.outcomes.new).toBe(1);
    expect('ran' in globalThis).toBe(false);
  });
});

describe('a folder of pages', () => {
  test('has its sub-folders as categories; feeds among them are read, other files are not', async () => {
    const { articles } = await importPages(
      {
        '灯塔/keeper.html': page(),
        'feeds/pier.xml': rss(item('One', 'one')),
        '.git/x.html': page(),
        'notes.txt': 'no',
        'style.css': 'p{}',
      },
      { categories: ['收藏'] },
    );
    expect(articles.map(({ meta }) => [meta.title, meta.categories])).toEqual([
      ['One', ['收藏', 'feeds', 'The Pier']],
      ['守灯的人', ['收藏', '灯塔']],
    ]);
  });

  test('of which some hold no article brings the others, and changes nothing the second time', async () => {
    const files = {
      'a.html': '<html><body></body></html>',
      'b.html': '',
      'c.html': page(),
      'd.html': `<title>Deep</title>${'<div>'.repeat(20_000)}<p>${TEXT}`,
    };
    const { pages, folder, lines, tally } = await importPages(files);
    expect(tally.outcomes.new).toBe(2);
    expect(articlesIn(folder).map(({ body }) => body.includes(TEXT))).toEqual([true, true]);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringContaining('a.html: error: has no article'),
        expect.stringContaining('b.html: error: '),
      ]),
    );
    const before = bytesIn(folder);
    await importInto(folder, [pages], { parser });
    expect(bytesIn(folder)).toEqual(before);
    expect(filesIn(folder).length).toBeGreaterThan(1);
  });
});
