import type { Root } from 'hast';
import { renderToString } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { parseHtml } from '../../src/article/parse-html.ts';
import { articleElements } from '../../src/ui/article-elements.tsx';
import { withGalleries } from '../../src/ui/galleries.ts';
import { printBlocks } from '../../src/ui/printed-blocks.ts';
import { createReader, ReaderProvider } from '../../src/ui/reader.tsx';
import { openFixtures, readFixture } from '../article/fixture.ts';

const reader = createReader('/', null);

function print(node: React.ReactNode): string {
  return renderToString(
    <ReaderProvider value={reader}>
      <MemoryRouter>{node}</MemoryRouter>
    </ReaderProvider>,
  );
}

function expectSameBytes(tree: Root): void {
  const { story, fill } = printBlocks(tree);
  expect(fill(print(story))).toBe(print(articleElements(withGalleries(tree))));
}

test.each(openFixtures().map((fixture) => [fixture.name, fixture] as const))(
  'blocks are printed as React prints them: %s',
  (_, fixture) => expectSameBytes(readFixture(fixture).body.tree),
);

test.each([
  ['marks that mean something to HTML', `<p>a &amp; b &lt; c &gt; d "e" 'f'</p>`],
  ['nested marks and breaks', '<p>a<strong>b<em>c</em></strong><br>d</p><hr><ul><li>e</li><li><p>f</p></li></ul>'],
  [
    'a place that an article writes itself',
    '<p>&lt;printed-blocks&gt;&lt;/printed-blocks&gt;</p><figure></figure><p>b</p>',
  ],
  [
    'a picture between paragraphs',
    '<p>a</p><p>b</p><figure><img src="https://x.example/a.png" alt=""></figure><p>c</p>',
  ],
  [
    'neighbouring pictures between paragraphs',
    `<p>a</p>${'<figure><img src="https://x.example/a.jpg" alt="" width="800" height="1200"></figure>'.repeat(2)}<p>b</p>`,
  ],
  ['attributes', '<p lang="ja">a</p><p>b</p><p dir="rtl">c</p>'],
  ['nothing', ''],
  ['bare text', 'a<p>b</p>c'],
])('%s', (_, html) => expectSameBytes(parseHtml(html)));

test('two texts in a row are left to React, which writes a comment between them', () => {
  const text = { type: 'text' as const, value: 'a' };
  expectSameBytes({
    type: 'root',
    children: [{ type: 'element', tagName: 'p', properties: {}, children: [text, text] }],
  });
});
