import { renderToString } from 'react-dom/server';
import { Router } from 'react-router';
import { describe, expect, test } from 'vitest';
import type { Body } from '../../src/article/body.ts';
import type { Row, StoryLink } from '../../src/edition/row.ts';
import { printPage } from '../../src/print.tsx';
import { ArticlePage } from '../../src/ui/article-page.tsx';
import type { ArticlePageData } from '../../src/ui/marked-article.ts';
import { createFramePrinter } from '../../src/ui/printed-frame.ts';
import { createReader, type Reader, ReaderProvider } from '../../src/ui/reader.tsx';
import { StoryBody } from '../../src/ui/story-body.tsx';
import { openFixtures, readFixture } from '../article/fixture.ts';
import { inventedArticleData, inventedBody, inventedRow } from './invented.ts';

const base = '/news/';
const reader = createReader(base, null);
const navigator = { createHref: String, go() {}, push() {}, replace() {} };

function printByReact(data: ArticlePageData, body: Body, by: Reader = reader): string {
  return renderToString(
    <ReaderProvider value={by}>
      <Router static basename={base} location={base} navigator={navigator}>
        <ArticlePage page={{ ...data, story: { body, Text: StoryBody } }} />
      </Router>
    </ReaderProvider>,
  );
}

function printed(data: ArticlePageData, body: Body): string {
  const site = {
    siteUrl: 'https://paper.example',
    css: '',
    cssHash: '',
    articleCssHash: '',
    scriptHash: '',
    script: '',
  };
  const page = printPage({ ...site, base, path: `/a/${data.row.id}/`, data, body, modulePreloads: [] }).join('');
  const [, root = ''] = page.split(/<div id="root" lang="[^"]*">/);
  return root.slice(0, root.indexOf('</div>\n<script type="application/json"'));
}

function article(changes: Partial<Row> = {}, others: Partial<ArticlePageData> = {}): ArticlePageData {
  return { ...inventedArticleData(inventedRow(5, changes)), ...others };
}

/** The same article in other words, long ones where there were long ones. */
function retold(data: ArticlePageData): ArticlePageData {
  const retell = (key: string, value: unknown): unknown => {
    if (key === 'lang') return 'en';
    if (typeof value === 'string' && value !== '' && key !== 'src' && key !== 'kind') return `${value}$&<b>'"&amp;`;
    return key === 'date' && typeof value === 'number' ? value + 86_399_000 : value;
  };
  return JSON.parse(JSON.stringify({ ...data, updated: 0 }), retell);
}

function expectSameBytes(data: ArticlePageData, body: Body): void {
  // The first of a shape is React's own; what follows is printed from its plate.
  for (const each of [data, retold(data), retold(retold(data))])
    expect(printed(each, body)).toBe(printByReact(each, body));
}

test.each(openFixtures().map((fixture) => [fixture.name, fixture] as const))(
  'an article is printed as React prints it: %s',
  (_, fixture) => {
    const { meta, body } = readFixture(fixture);
    const category = meta.categories.map((name) => ({ name, slug: name }));
    const source = meta.source === '' ? null : { name: meta.source, slug: meta.source };
    const cover = meta.cover?.startsWith('https:') ? { src: meta.cover } : null;
    expectSameBytes(article({ title: meta.title || '无题', date: meta.date, source, category, cover }), body);
  },
);

const link = (number: number, changes: Partial<StoryLink> = {}): StoryLink => {
  return { id: `row${number}`, title: `第 ${number} 座`, source: '海岸通讯', date: 86_400_000 * number, ...changes };
};
const copies = Array.from({ length: 24 }, (_, number) => link(number));
const text = inventedBody([{ type: 'text', value: '正文' }]);

test.each<readonly [string, ArticlePageData]>([
  ['nothing known', article({ date: null, source: null, category: [] }, { newer: null, older: null, more: null })],
  ['a deep category', article({ category: ['a', 'b', 'c', 'd', 'e'].map((slug) => ({ name: slug, slug })) })],
  ['a long title', article({ title: '灯塔'.repeat(80) })],
  ['names like marks', article({ title: 'qz0zq', id: 'qz3zq', source: { name: 'qz1zqxxx', slug: '1' } })],
  ['a moment like a mark', article({ date: 3 })],
  ['empty names', article({ source: { name: '', slug: '' } })],
  ['addresses that are written in other letters', article({ id: '海/岸 a', source: { name: '海', slug: '海&"' } })],
  ['one minute, and many', article({ minutes: 1234 })],
  ['copies', article({}, { more: { copyCount: 1200, copies, related: [] } })],
  [
    'related articles of which little is known',
    article({}, { more: { copyCount: 0, copies: [], related: [link(1, { source: null }), link(2, { date: null })] } }),
  ],
  ["a cover of the site's own", article({ cover: { src: '/media/a.webp', width: 4, height: 3 } })],
])('an article is printed as React prints it: %s', (_, data) => expectSameBytes(data, text));

describe('what stands round articles', () => {
  const count = { printed: 0 };
  const printFrame = createFramePrinter(reader, (data, by) => {
    count.printed += 1;
    return printByReact(data, text, by);
  });

  test('is printed by React once for a shape, and once more with marks', () => {
    for (let number = 1; number < 50; number++) printFrame(inventedArticleData(inventedRow(number)));
    expect(count.printed).toBe(2);
  });

  test('is left to React where marks would show something else', () => {
    const shouting = createFramePrinter(reader, ({ row }) => (row.title.includes('!') ? 'loud' : row.title));
    const say = (title: string) => shouting(article({ title }));
    expect([say('a!'), say('b'), say('c!')]).toEqual(['loud', 'b', 'loud']);
  });
});
