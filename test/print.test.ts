import type { Element } from 'hast';
import { describe, expect, test } from 'vitest';
import type { ArchiveData } from '../src/edition/archive.ts';
import { beforePaintScript } from '../src/edition/before-paint.ts';
import { UNKNOWN_DAY } from '../src/edition/day-number.ts';
import type { PageData } from '../src/edition/edition-data.ts';
import { extractPageData } from '../src/library/page-data.ts';
import { type PrintRequest, printPage } from '../src/print.tsx';
import { inventedArticleData, inventedBody, inventedList, inventedRow } from './ui/invented.ts';

function request(path: string, data: PageData | ArchiveData, changes: Partial<PrintRequest> = {}): PrintRequest {
  return {
    path,
    base: '/news/',
    siteUrl: 'https://paper.example',
    data,
    body: null,
    css: '.row{color:red}',
    cssHash: 'abc=',
    articleCssHash: 'ghi=',
    scriptHash: 'def=',
    script: '/news/assets/main.js',
    modulePreloads: ['/news/assets/list.js'],
    ...changes,
  };
}

function printed(page: PrintRequest): string {
  return printPage(page).join('');
}

function paragraph(text: string): Element {
  return { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: text }] };
}

function article(title: string, ...texts: string[]): string {
  const data = inventedArticleData(inventedRow(5, { title }));
  return printed(request('/a/row5/', data, { body: inventedBody(texts.map(paragraph)) }));
}

/** The type of each script in a page. */
function scripts(page: string): readonly string[] {
  return [...page.matchAll(/<script(?: type="([^"]*)")?/g)].map(([, type]) => type ?? '');
}

const hostile = `</script><script>alert(1)</script><!-- $& \${x} {{x}} %VITE_X% "'\u2028`;

describe('a printed page', () => {
  const home = printed(request('/', inventedList()));

  test('states its content security policy first, and its encoding where browsers look for it', () => {
    expect(home).toMatch(
      /<head>\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'sha256-def='; /,
    );
    expect(home).toContain("style-src 'self' 'sha256-abc=' 'sha256-ghi='");
    expect(home).toContain('https://player.bilibili.com https://*.player.bilibili.com');
    expect(new TextEncoder().encode(home.slice(0, home.indexOf('<meta charset="utf-8">') + 22)).length).toBeLessThan(
      1024,
    );
  });

  test('carries its style, its script and its preloads', () => {
    expect(home).toContain('<style>.row{color:red}</style>');
    expect(home).toContain('<script type="module" src="/news/assets/main.js"></script>');
    expect(home).toContain('<link rel="modulepreload" href="/news/assets/list.js">');
  });

  test('is read to its end before anything of the app is asked for', () => {
    const read = home.indexOf('</footer>');
    expect(read).toBeGreaterThan(0);
    expect(home.indexOf('modulepreload')).toBeGreaterThan(read);
    expect(home.indexOf('src="/news/assets/')).toBeGreaterThan(read);
  });

  test('runs no script of its own but the one that knows the settings, and sets no style attribute', () => {
    expect(scripts(home)).toEqual(['', 'application/ld+json', 'application/json', 'module']);
    expect(home).not.toMatch(/ style="/);
    expect(article('题', '文')).not.toMatch(/ style="/);
  });

  test('gives back the data it was printed from', () => {
    expect(extractPageData(home)).toEqual(inventedList());
  });

  test('names a source that is the category too only once in a row', () => {
    const ownCategory = [{ name: '海岸通讯', slug: 'hai-an' }];
    const rows = [inventedRow(0), inventedRow(1, { category: ownCategory })];
    const page = printed(request('/', inventedList({ rows, total: 2 })));
    const lines = [...page.matchAll(/<p class="row-meta">(.*?)<\/p>/g)].map(([, line]) => line ?? '');
    expect(lines.map((line) => line.match(/海岸(?:通讯)?/g))).toEqual([['海岸通讯', '海岸'], ['海岸通讯']]);
  });

  test('reads without script: titles lead to articles, categories to lists', () => {
    expect(home).toContain('<a href="/news/a/row2/"><bdi class="phrases">第 2 号灯塔</bdi></a>');
    expect(home).toContain('href="/news/c/hai/deng-ta/"');
  });

  test('is the same each time', () => {
    expect(printed(request('/', inventedList()))).toBe(home);
  });
});

describe('a printed article', () => {
  test('holds its text in one article', () => {
    const page = article('第 5 号灯塔', '潮水退了。');
    expect(page.match(/<article/g)).toHaveLength(1);
    expect(page).toContain('<div class="article-body"><p>潮水退了。</p></div>');
    expect(page).toContain('<title>第 5 号灯塔 - Broadsheet</title>');
  });

  test('stays whole however long it is', () => {
    const page = article('长文', ...Array.from({ length: 400 }, () => '潮'.repeat(200)));
    expect(page.match(/<p>潮/g)).toHaveLength(400);
    expect(page).not.toContain('<template');
    expect(scripts(page)).toHaveLength(4);
  });

  test('shows a hostile title as text everywhere', () => {
    const page = article(hostile, hostile);
    expect(scripts(page)).toEqual(['', 'application/ld+json', 'application/json', 'module']);
    expect(page.match(/<\/script>/g)).toHaveLength(4);
    expect(page).not.toContain('<!-- $&');
    expect(page).toContain(`$&amp; \${x} {{x}} %VITE_X%`);
    const data = extractPageData(page);
    expect(data.kind === 'article' && data.row.title).toBe(hostile);
  });

  test('is not printed without its body', () => {
    expect(() => printed(request('/a/row5/', inventedArticleData(inventedRow(5))))).toThrow(/row5/);
  });
});

describe('a page of older articles', () => {
  const rows = [
    { id: 'x1', title: hostile, day: 20_487, source: '海岸通讯' },
    { id: 'x2', title: '二', day: 20_487, source: null },
    { id: 'x3', title: '三', day: UNKNOWN_DAY, source: null },
  ];
  const data: ArchiveData = {
    ...{ kind: 'archive', filter: { kind: 'source', slug: 'hai-an' }, names: [{ name: '海岸通讯', slug: 'hai-an' }] },
    ...{ number: 2, newer: '/s/hai-an/', older: '/page/s/hai-an/1/', rows },
  };
  const page = printed(request('/page/s/hai-an/2/', data));

  test('loads no script: the one in it, which every page has, knows the reader’s theme', () => {
    expect(scripts(page)).toEqual(['']);
    expect(page).toContain(`<script>${beforePaintScript}</script>`);
    expect(page).not.toContain('src="/news/assets/');
    expect(page).not.toContain('modulepreload');
  });

  test('lists titles by day, each with a place to point at', () => {
    expect(page.match(/<h2>/g)).toHaveLength(2);
    expect(page).toContain('<li id="row-x2"><a href="/news/a/x2/"><bdi>二</bdi></a></li>');
    expect(page).toContain('日期不详');
    expect(page).toContain('{{x}} %VITE_X%');
  });

  test('knows the pages before and after it', () => {
    expect(page).toContain('<link rel="prev" href="https://paper.example/news/s/hai-an/">');
    expect(page).toContain('<link rel="next" href="https://paper.example/news/page/s/hai-an/1/">');
    expect(
      page.match(/<a href="\/news\/page\/s\/hai-an\/1\/" rel="next">|<a rel="next" href="[^"]*\/1\/">/g),
    ).toHaveLength(2);
    expect(page).toContain('<title>海岸通讯 · 往期第 2 页 - Broadsheet</title>');
  });
});

test('a list leads on to its older articles', () => {
  const page = printed(request('/', inventedList({ older: '/page/7/#row-row8' })));
  expect(page).toContain('<a href="/news/page/7/#row-row8" rel="next">');
  expect(page).toContain('<link rel="next" href="https://paper.example/news/page/7/">');
});

test('an article’s page is in its language, the frame round it in the site’s', () => {
  const data = inventedArticleData(inventedRow(5, { lang: 'en' }));
  const page = printed(request('/a/row5/', data, { body: inventedBody([paragraph('Fog.')]) }));
  expect(page).toContain('<html lang="en">');
  expect(page).toContain('<div id="root" lang="zh-CN">');
});

test('a page that isn’t there says so', () => {
  const page = printed(request('/404.html', { kind: 'not-found' }));
  expect(page).toContain('没有这一页');
  expect(page).toContain('<meta name="robots" content="noindex">');
});

test('the page about the paper lists its sources', () => {
  const page = printed(
    request('/about/', { kind: 'about', count: 12, sources: [{ name: '海岸通讯', slug: 'hai-an', count: 12 }] }),
  );
  expect(page).toContain('本报现收 12 篇文章，来自 1 个来源。');
  expect(page).toContain('href="/news/s/hai-an/"');
});
