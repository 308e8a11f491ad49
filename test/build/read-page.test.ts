import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { articleTask } from '../../src/build/article-task.ts';
import { planEdition } from '../../src/build/read-edition.ts';
import { readPage } from '../../src/build/read-page.ts';
import { scanArticle } from '../../src/build/scan-article.ts';
import { surroundingsOf } from '../../src/build/surroundings.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

vi.mock('../../src/article/parse-html.ts', () => ({
  parseHtml: () => {
    throw new RangeError('too deep');
  },
}));

test('a body that breaks the parser is shown as it was written', () => {
  const folder = writeFiles(temporaryFolder(), { 'a.html': '---\ntitle: A\ndate: 2024-01-01\n---\n\n<p>Ebb & flow' });
  const edition = planEdition([scanArticle({ file: 'a.html', path: join(folder, 'a.html'), obstacle: null })]);
  const { body, findings } = readPage(
    articleTask(edition, 0),
    surroundingsOf(() => undefined, folder),
  );
  expect(JSON.stringify(body.tree)).toContain('<p>Ebb & flow');
  expect(findings.row.title).toBe('A');
  expect(findings.problems).toEqual([
    {
      file: 'a.html',
      line: expect.any(Number),
      level: 'warning',
      reason: 'the body cannot be read: too deep',
      hint: 'it is shown as plain text',
    },
  ]);
});
