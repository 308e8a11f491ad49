import { describe, expect, test } from 'vitest';
import type { PageData } from '../../src/edition/edition-data.ts';
import { structuredData } from '../../src/ui/structured-data.ts';
import { inventedArticleData, inventedList, inventedRow } from './invented.ts';

const address = 'https://paper.example/news/';

interface Graph {
  readonly '@context': string;
  readonly '@graph': readonly Readonly<Record<string, unknown>>[];
}

/** As a machine reads it: through JSON, so that `undefined` is no value. */
function graph(data: PageData): Graph['@graph'] {
  const found = JSON.parse(JSON.stringify(structuredData(data, address))) as Graph;
  expect(found['@context']).toBe('https://schema.org');
  return found['@graph'];
}

const article = {
  ...inventedArticleData(inventedRow(5, { cover: { src: '/media/x.webp', width: 600, height: 352 } })),
  updated: Date.UTC(2026, 10, 21),
  tags: ['灯'],
};

describe('an article', () => {
  const [news, crumbs] = graph(article);

  test('has all that readers of NewsArticle require or recommend', () => {
    expect(news).toEqual({
      '@type': 'NewsArticle',
      headline: '第 5 号灯塔',
      description: '第 5 号灯塔今晚照常亮起。',
      url: 'https://paper.example/news/a/row5/',
      mainEntityOfPage: 'https://paper.example/news/a/row5/',
      image: [{ '@type': 'ImageObject', url: 'https://paper.example/news/media/x.webp', width: 600, height: 352 }],
      datePublished: '2026-11-19T04:30:00.000Z',
      dateModified: '2026-11-21T00:00:00.000Z',
      author: { '@type': 'Organization', name: '海岸通讯' },
      publisher: { '@type': 'Organization', name: 'Broadsheet', url: address },
      articleSection: ['海岸', '灯塔'],
      keywords: ['灯'],
      inLanguage: 'zh-Hans',
    });
  });

  test('has a trail of breadcrumbs from the front page', () => {
    expect(crumbs?.['@type']).toBe('BreadcrumbList');
    expect(crumbs?.itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: 'Broadsheet', item: address },
      { '@type': 'ListItem', position: 2, name: '海岸', item: `${address}c/hai/` },
      { '@type': 'ListItem', position: 3, name: '灯塔', item: `${address}c/hai/deng-ta/` },
      { '@type': 'ListItem', position: 4, name: '第 5 号灯塔', item: `${address}a/row5/` },
    ]);
  });

  test('leaves out what is unknown', () => {
    const [bare] = graph(inventedArticleData(inventedRow(5, { date: null, source: null, lang: 'und' })));
    expect(bare).not.toHaveProperty('datePublished');
    expect(bare).not.toHaveProperty('dateModified');
    expect(bare).not.toHaveProperty('image');
    expect(bare).not.toHaveProperty('inLanguage');
    expect(bare?.author).toEqual({ '@type': 'Organization', name: 'Broadsheet', url: address });
  });
});

test('a category has breadcrumbs, the front page a name, other pages nothing', () => {
  const names = [{ name: '海岸', slug: 'hai' }];
  expect(graph(inventedList({ filter: { kind: 'category', path: 'hai' }, names }))[0]?.['@type']).toBe(
    'BreadcrumbList',
  );
  expect(graph(inventedList())[0]?.['@type']).toBe('WebSite');
  expect(structuredData({ kind: 'not-found' }, address)).toBeNull();
  expect(structuredData(inventedList({ filter: { kind: 'source', slug: 'x' }, names }), address)).toBeNull();
});
