import type { Root } from 'hast';
import type { Body } from '../../src/article/body.ts';
import type { PageData } from '../../src/edition/edition-data.ts';
import type { Row } from '../../src/edition/row.ts';
import type { ArticleData, ListData } from '../../src/ui/loaded-page.ts';
import { StoryBody } from '../../src/ui/story-body.tsx';

/** An article nobody wrote. */
export function inventedRow(number: number, changes: Partial<Row> = {}): Row {
  return {
    id: `row${number}`,
    title: `第 ${number} 号灯塔`,
    excerpt: `第 ${number} 号灯塔今晚照常亮起。`,
    date: Date.UTC(2026, 10, 20 - Math.floor(number / 3), 4, 30),
    source: { name: '海岸通讯', slug: 'hai-an' },
    category: [
      { name: '海岸', slug: 'hai' },
      { name: '灯塔', slug: 'deng-ta' },
    ],
    cover: null,
    lang: 'zh-Hans',
    minutes: 3,
    ...changes,
  };
}

export function inventedList(changes: Partial<ListData> = {}): ListData {
  const rows = Array.from({ length: 7 }, (_, number) => inventedRow(number));
  return {
    kind: 'list',
    filter: { kind: 'all' },
    names: [],
    total: 7,
    rows,
    categories: [
      { name: '海岸', slug: 'hai', path: 'hai', parent: -1, count: 5 },
      { name: '灯塔', slug: 'deng-ta', path: 'hai/deng-ta', parent: 0, count: 3 },
      { name: '山地', slug: 'shan', path: 'shan', parent: -1, count: 2 },
    ],
    sources: [{ name: '海岸通讯', slug: 'hai-an', count: 7 }],
    ...changes,
  };
}

export function inventedBody(tree: Root['children'], changes: Partial<Body> = {}): Body {
  return { tree: { type: 'root', children: tree }, smallPrint: {}, removed: [], ...changes };
}

export function inventedArticle(row: Row, body: Body): ArticleData {
  return { ...inventedArticleData(row), story: { body, Text: StoryBody } };
}

export function inventedArticleData(row: Row): Extract<PageData, { readonly kind: 'article' }> {
  return {
    kind: 'article',
    row,
    position: 4,
    newer: { id: 'row9', title: '更新的一篇' },
    older: { id: 'row1', title: '更早的一篇' },
    more: { copyCount: 0, copies: [], related: [] },
  };
}
