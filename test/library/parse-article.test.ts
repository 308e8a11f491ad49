// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import type { PackEntry } from '../../src/edition/edition-data.ts';
import { createEditionStore } from '../../src/library/edition-store.ts';
import { loadBody } from '../../src/library/load-body.ts';
import { parseArticle } from '../../src/library/parse-article.ts';
import { textOf } from '../../src/ui/text-of.ts';
import { inventedArticleData, inventedRow } from '../ui/invented.ts';

function entry(id: string, text: string, changes: Partial<PackEntry> = {}): PackEntry {
  return { id, file: `${id}.html`, format: 'html', text, bodyStart: 0, references: {}, ...changes };
}

describe('parseArticle', () => {
  test('reads the body after the front matter and lets nothing run', async () => {
    const front = '\n---\ntitle: 潮\n---\n';
    const text = `${front}<p onclick="x()">潮水<script>alert(1)</script>退了。</p>`;
    const { tree } = await parseArticle(entry('a', text, { bodyStart: front.length }), '潮');
    expect(textOf(tree)).toBe('潮水退了。');
    expect(JSON.stringify(tree)).not.toContain('onclick');
  });

  test('renders Markdown', async () => {
    const { tree } = await parseArticle(entry('a', '潮水*退*了。', { format: 'markdown' }), '潮');
    expect(JSON.stringify(tree)).toContain('"tagName":"em"');
  });
});

describe('loadBody', () => {
  test('finds an article whose position has moved since its page was printed', async () => {
    const packs = [[entry('old', '<p>旧</p>')], [entry('moved', '<p>新</p>')]];
    const store = {
      ...createEditionStore({ base: '/', timeZone: 'UTC', importModule: async () => ({}) }),
      loadPack: async (position: number) => packs[position < 8 ? 0 : 1] ?? [],
      loadPage: async () => ({ ...inventedArticleData(inventedRow(1, { id: 'moved' })), position: 8 }),
    };
    const body = await loadBody(store, inventedRow(1, { id: 'moved' }), 3);
    expect(textOf(body.tree)).toBe('新');
  });
});
