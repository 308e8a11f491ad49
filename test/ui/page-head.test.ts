import { describe, expect, test } from 'vitest';
import type { PageData } from '../../src/edition/edition-data.ts';
import { pageHead } from '../../src/ui/page-head.ts';
import { inventedArticleData, inventedList, inventedRow } from './invented.ts';

const address = 'https://paper.example/news/';

function tags(head: ReturnType<typeof pageHead>): Map<string, string> {
  return new Map(head.meta.map(({ key, content }) => [key, content]));
}

describe('the head of an article', () => {
  test('describes it for people who are sent its link', () => {
    const row = inventedRow(5, { cover: { src: '/media/x.webp', width: 600, height: 352 } });
    const head = pageHead(inventedArticleData(row), address);
    expect(head.title).toBe('第 5 号灯塔 - Broadsheet');
    expect(head.canonical).toBe('https://paper.example/news/a/row5/');
    expect(Object.fromEntries(tags(head))).toEqual({
      description: '第 5 号灯塔今晚照常亮起。',
      'og:title': '第 5 号灯塔',
      'og:description': '第 5 号灯塔今晚照常亮起。',
      'og:site_name': 'Broadsheet',
      'og:locale': 'zh_CN',
      'og:url': 'https://paper.example/news/a/row5/',
      'og:type': 'article',
      'og:image': 'https://paper.example/news/media/x.webp',
      'og:image:width': '600',
      'og:image:height': '352',
      'og:image:alt': '第 5 号灯塔',
      'article:published_time': '2026-11-19T04:30:00.000Z',
      'article:section': '海岸',
      'twitter:card': 'summary_large_image',
      'twitter:title': '第 5 号灯塔',
      'twitter:description': '第 5 号灯塔今晚照常亮起。',
      'twitter:image': 'https://paper.example/news/media/x.webp',
      'twitter:image:alt': '第 5 号灯塔',
    });
  });

  test('leaves out what is unknown', () => {
    const found = tags(pageHead(inventedArticleData(inventedRow(5, { date: null })), address));
    expect(found.has('article:published_time')).toBe(false);
    expect(found.has('og:image')).toBe(false);
    expect(found.get('twitter:card')).toBe('summary');
  });
});

test('pages of marks are found by nobody: they are the reader’s own', () => {
  for (const [list, title] of [
    ['saved', '收藏 - Broadsheet'],
    ['history', '历史 - Broadsheet'],
  ] as const) {
    const head = pageHead({ kind: 'marks', list }, address);
    expect(head).toMatchObject({ title, canonical: `${address}${list}/` });
    expect(tags(head).get('robots')).toBe('noindex');
  }
});

test('an article names its language with a country, as Open Graph wants it', () => {
  const locale = (lang: string) =>
    tags(pageHead(inventedArticleData(inventedRow(5, { lang })), address)).get('og:locale');
  expect(['zh-Hant', 'en', 'ja', 'pt-BR', 'und'].map(locale)).toEqual(['zh_TW', 'en_US', 'ja_JP', 'pt_BR', 'zh_CN']);
});

test('an article says when it was changed, and its tags', () => {
  const data = { ...inventedArticleData(inventedRow(5)), updated: Date.UTC(2026, 10, 21), tags: ['灯', '海'] };
  const found = pageHead(data, address).meta.filter(({ key }) => /modified|tag/.test(key));
  expect(found.map(({ content }) => content)).toEqual(['2026-11-21T00:00:00.000Z', '灯', '海']);
});

test('a cover that only this page could show is not offered to others', () => {
  const row = inventedRow(5, { cover: { src: 'data:image/png;base64,AA==' } });
  expect(tags(pageHead(inventedArticleData(row), address)).has('og:image')).toBe(false);
});

describe('feeds', () => {
  const feeds = (data: PageData) =>
    pageHead(data, address).links.flatMap(({ rel, href }) => (rel === 'alternate' ? [href] : []));
  const names = [{ name: '海岸', slug: 'hai' }];

  test('of a category are found from its page', () => {
    expect(feeds(inventedList({ filter: { kind: 'category', path: 'hai' }, names }))).toEqual([
      'https://paper.example/news/c/hai/rss.xml',
      'https://paper.example/news/c/hai/atom.xml',
      'https://paper.example/news/c/hai/feed.json',
    ]);
  });

  test('of the site are found from every other page', () => {
    const rss = 'https://paper.example/news/rss.xml';
    expect(feeds(inventedList())[0]).toBe(rss);
    expect(feeds(inventedArticleData(inventedRow(5)))[0]).toBe(rss);
    expect(feeds(inventedList({ filter: { kind: 'source', slug: 'hai' }, names }))[0]).toBe(rss);
  });
});

describe('the head of a list', () => {
  test('of everything is the site’s', () => {
    const head = pageHead(inventedList(), address);
    expect(head.title).toBe('Broadsheet');
    expect(head.canonical).toBe(address);
  });

  test('of a category reads from the inside out', () => {
    const names = [
      { name: '海岸', slug: 'hai' },
      { name: '灯塔', slug: 'deng-ta' },
    ];
    const head = pageHead(inventedList({ filter: { kind: 'category', path: 'hai/deng-ta' }, names }), address);
    expect(head.title).toBe('灯塔 · 海岸 - Broadsheet');
    expect(head.canonical).toBe('https://paper.example/news/c/hai/deng-ta/');
  });
});

test('a page that isn’t there has no address and asks not to be indexed', () => {
  const head = pageHead({ kind: 'not-found' }, address);
  expect(head.canonical).toBeNull();
  expect(tags(head).get('robots')).toBe('noindex');
});
