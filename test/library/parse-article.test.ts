import { expect, test, vi } from 'vitest';
import { textOf } from '../../src/article/hast-node.ts';
import { parseArticle } from '../../src/library/parse-article.ts';

vi.mock('../../src/library/purify.ts', () => ({
  purify: () => {
    throw new RangeError('too deep');
  },
}));

test('a body that breaks the browser’s reader is shown as it was written', async () => {
  const text = '---\ntitle: A\n---\n<p>Ebb & flow';
  const entry = { id: 'a', file: 'a.html', format: 'html', text, bodyStart: 17, references: {} } as const;
  const { tree } = await parseArticle(entry, 'A');
  expect(textOf(tree)).toBe('<p>Ebb & flow');
});

test('the original that the front matter names goes along', async () => {
  const entry = { id: 'a', file: 'a.html', format: 'html', text: '', bodyStart: 0, references: {} } as const;
  const { smallPrint } = await parseArticle({ ...entry, original: 'https://pier.example/f' }, 'A');
  expect(smallPrint).toEqual({ originalUrl: 'https://pier.example/f' });
});
