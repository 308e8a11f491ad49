import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findFiles, isArticleName } from '../../src/build/find-files.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

function filesOf(folder: string): readonly string[] {
  return findFiles(folder).articles.map(({ file }) => file);
}

describe('findFiles', () => {
  test('finds all article types in all folders, sorted', () => {
    const folder = writeFiles(temporaryFolder(), {
      'z.html': '',
      'b/x.md': '',
      'b/a.TXT': '',
      'c.markdown': '',
      'd.htm': '',
    });
    expect(filesOf(folder)).toEqual(['b/a.TXT', 'b/x.md', 'c.markdown', 'd.htm', 'z.html']);
  });

  test('skips and counts dotfiles, READMEs and other types', () => {
    const folder = writeFiles(temporaryFolder(), {
      '.x.html': '',
      'README.md': '',
      'a.png': '',
      '.git/x.md': '',
      'a.md': '',
    });
    expect(filesOf(folder)).toEqual(['a.md']);
    expect(findFiles(folder).skipped).toBe(4);
  });

  test.each([
    'a\nb.html',
    'back\\slash.html',
    '🗞️.md',
    `${'长'.repeat(80)}.html`,
    '%2e%2e.html',
    'quote\'".txt',
    ' .md',
  ])('survives the name %j', (name) => {
    expect(filesOf(writeFiles(temporaryFolder(), { [name]: '' }))).toEqual([name]);
  });

  test('composes names', () => {
    expect(filesOf(writeFiles(temporaryFolder(), { 'cafe\u0301.md': '' }))).toEqual(['caf\u00e9.md']);
  });

  test('keeps two encodings of one name apart', () => {
    const folder = writeFiles(temporaryFolder(), { 'cafe\u0301.md': '', 'caf\u00e9.md': '' });
    expect(new Set(filesOf(folder)).size).toBe(2);
  });

  test('reads a name in GB18030', () => {
    const folder = temporaryFolder();
    const name = Buffer.from([0xd6, 0xd0, 0xb9, 0xfa, 0x2e, 0x6d, 0x64]);
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), 'x');
    const [found] = findFiles(folder).articles;
    expect(found).toMatchObject({ file: '中国.md', obstacle: null });
    expect(Buffer.isBuffer(found?.path)).toBe(true);
  });

  test('a folder named like an article is an obstacle, and is searched all the same', () => {
    const { articles } = findFiles(writeFiles(temporaryFolder(), { 'x.html/inside.md': '' }));
    expect(articles.map(({ file, obstacle }) => [file, obstacle])).toEqual([
      ['x.html', 'is a folder'],
      ['x.html/inside.md', null],
    ]);
  });

  test('follows links inside the folder only, and no loops', () => {
    const folder = writeFiles(temporaryFolder(), { 'a/x.md': '' });
    const outside = writeFiles(temporaryFolder(), { 'secret.md': '' });
    symlinkSync(join(folder, 'a'), join(folder, 'b'));
    symlinkSync(outside, join(folder, 'c'));
    symlinkSync(join(outside, 'secret.md'), join(folder, 'd.md'));
    symlinkSync(folder, join(folder, 'a', 'up'));
    symlinkSync('nothing', join(folder, 'e.md'));
    symlinkSync('f.md', join(folder, 'f.md'));
    expect(findFiles(folder).articles.map(({ file, obstacle }) => [file, obstacle])).toEqual([
      ['a/x.md', null],
      ['b/x.md', null],
      ['d.md', 'is a link out of the articles folder'],
      ['e.md', 'is a link to nothing'],
      ['f.md', 'is a link to nothing'],
    ]);
  });

  test('an empty folder holds nothing', () => {
    mkdirSync(join(temporaryFolder(), 'x'));
    expect(filesOf(temporaryFolder())).toEqual([]);
  });
});

describe('isArticleName', () => {
  test.each([
    ['a.html', true],
    ['readme.txt', false],
    ['readme-first.md', true],
    ['a.mdx', false],
    ['.a.md', false],
    ['html', false],
  ])('%s: %s', (name, expected) => {
    expect(isArticleName(name)).toBe(expected);
  });
});
