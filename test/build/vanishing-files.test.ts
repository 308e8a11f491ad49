import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageTask } from '../../src/build/article-task.ts';
import { sourceStamp } from '../../src/build/file-stamp.ts';
import { type PackTools, printPack } from '../../src/build/print-pack.ts';
import { planEdition } from '../../src/build/read-edition.ts';
import { scanArticle } from '../../src/build/scan-article.ts';
import { openSearchVolumes } from '../../src/build/search-volumes.ts';
import { surroundingsOf } from '../../src/build/surroundings.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

/** Plans an edition of two articles, does something to the first one's file, and prints them. */
function printAfter(change: (path: string) => void, isKnown: boolean) {
  const folder = writeFiles(temporaryFolder(), {
    'in/one.html': '---\ntitle: One\ndate: 2024-01-01\n---\n<p>Ebb.</p>',
    'in/two.html': '---\ntitle: Two\ndate: 2024-01-02\n---\n<p>Flow.</p>',
    ...{ 'site/a/.keep': '', 'site/articles/.keep': '', 'cache/pages/.keep': '', 'cache/packs/.keep': '' },
  });
  const paths = ['one.html', 'two.html'].map((file) => join(folder, 'in', file));
  const edition = planEdition(paths.map((path, index) => scanArticle({ file: `${index}.html`, path, obstacle: null })));
  change(paths[0] ?? '');
  const articles = [0, 1].map((position) => {
    const known = isKnown && position === 0 ? {} : null;
    return { task: pageTask(edition, position), shown: '', known, trouble: null };
  });
  const folders = { site: join(folder, 'site'), cache: join(folder, 'cache') };
  const surroundings = surroundingsOf(() => undefined, join(folder, 'in'));
  const printer: PackTools['printer'] = {
    printBytes: (_, __, body) => Buffer.from(JSON.stringify(body?.tree)),
    encode: (pieces) => Buffer.from(pieces.join('')),
  };
  const volumes = openSearchVolumes(folders.cache);
  const { pages } = printPack({ index: 0, articles, whole: true }, { folders, surroundings, printer, volumes });
  const pack = readdirSync(join(folders.site, 'articles')).find((name) => name.endsWith('.js')) ?? '';
  return { pages, pack: readFileSync(join(folders.site, 'articles', pack), 'utf8') };
}

test.each([false, true])('a file that vanishes while it is read costs its own text (page known: %s)', (isKnown) => {
  const { pages, pack } = printAfter((path) => rmSync(path), isKnown);
  const said = pages.flatMap(({ findings }) => findings.problems.map(({ file, level }) => `${file} ${level}`));
  expect(said).toEqual(['0.html warning']);
  expect(pages.map(({ findings }) => findings.row.title)).toEqual(['One', 'Two']);
  expect(pages[0]?.findings.problems[0]?.reason).toMatch(/ENOENT.*though it was there when the build began$/);
  expect(pack).not.toContain('Ebb');
  expect(pack).toContain('Flow');
});

test('a file that changes while it is read is published as it is by then', () => {
  const { pages, pack } = printAfter((path) => writeFileSync(path, '---\ntitle: One\n---\n<p>High water.</p>'), false);
  expect(pages.flatMap(({ findings }) => findings.problems)).toEqual([]);
  expect(pages[0]?.findings.row.excerpt).toBe('High water.');
  expect(pack).toContain('High water');
});

test('what may not be looked at has no stamp', () => {
  expect(sourceStamp(join(temporaryFolder(), 'a\0b'))).toBeNull();
});
