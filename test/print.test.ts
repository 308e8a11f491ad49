import type { Element } from 'hast';
import { describe, expect, test } from 'vitest';
import type { PageData } from '../src/edition/edition-data.ts';
import { extractPageData } from '../src/library/page-data.ts';
import { type PrintRequest, printPage } from '../src/print.tsx';
import { inventedArticleData, inventedBody, inventedList, inventedRow } from './ui/invented.ts';

function request(path: string, data: PageData, changes: Partial<PrintRequest> = {}): PrintRequest {
  return {
    path,
    base: '/news/',
    siteUrl: 'https://paper.example',
    data,
    body: null,
    css: '.row{color:red}',
    cssHash: 'abc=',
    script: '/news/assets/main.js',
    modulePreloads: ['/news/assets/list.js'],
    ...changes,
  };
}

function paragraph(text: string): Element {
  return { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: text }] };
}

function article(title: string, ...texts: string[]): string {
  const data = inventedArticleData(inventedRow(5, { title }));
  return printPage(request('/a/row5/', data, { body: inventedBody(texts.map(paragraph)) }));
}

const hostile = `</script><script>alert(1)</script><!-- $& \${x} {{x}} %VITE_X% "'\u2028`;

describe('a printed page', () => {
  const home = printPage(request('/', inventedList()));

  test('states its content security policy first, and its encoding where browsers look for it', () => {
    expect(home).toMatch(
      /<head>\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; /,
    );
    expect(home).toContain("style-src 'self' 'sha256-abc='");
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

  test('runs no script of its own and sets no style attribute', () => {
    expect(home.match(/<script/g)).toHaveLength(2);
    expect(home).not.toMatch(/ style="/);
    expect(article('题', '文')).not.toMatch(/ style="/);
  });

  test('gives back the data it was printed from', () => {
    expect(extractPageData(home)).toEqual(inventedList());
  });

  test('reads without script: titles lead to articles, categories to lists', () => {
    expect(home).toContain('<a href="/news/a/row2/"><bdi>第 2 号灯塔</bdi></a>');
    expect(home).toContain('href="/news/c/hai/deng-ta/"');
  });

  test('is the same each time', () => {
    expect(printPage(request('/', inventedList()))).toBe(home);
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
    expect(page.match(/<script/g)).toHaveLength(2);
  });

  test('shows a hostile title as text everywhere', () => {
    const page = article(hostile, hostile);
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(page).not.toContain('<!-- $&');
    expect(page).toContain('$&amp; ${x} {{x}} %VITE_X%');
    const data = extractPageData(page);
    expect(data.kind === 'article' && data.row.title).toBe(hostile);
  });

  test('is not printed without its body', () => {
    expect(() => printPage(request('/a/row5/', inventedArticleData(inventedRow(5))))).toThrow(/row5/);
  });
});

test('a page that isn’t there says so', () => {
  const page = printPage(request('/404.html', { kind: 'not-found' }));
  expect(page).toContain('没有这一页');
  expect(page).toContain('<meta name="robots" content="noindex">');
});

test('the page about the paper lists its sources', () => {
  const page = printPage(
    request('/about/', { kind: 'about', count: 12, sources: [{ name: '海岸通讯', slug: 'hai-an', count: 12 }] }),
  );
  expect(page).toContain('本报现收 12 篇文章，来自 1 个来源。');
  expect(page).toContain('href="/news/s/hai-an/"');
});
