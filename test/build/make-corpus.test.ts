import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readArticle } from '../../src/article/read-article.ts';
import { compareDigests, digestFolder } from '../bench/folder-digest.js';
import { corpusPath, makeCorpus } from '../bench/make-corpus.js';

const scratch = mkdtempSync(join(tmpdir(), 'broadsheet-corpus-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function corpus(name: string, count: number, seed?: string): string {
  const folder = join(scratch, name);
  makeCorpus(folder, count, seed === undefined ? {} : { seed });
  return folder;
}

describe('makeCorpus', () => {
  const folder = corpus('first', 60);

  test('gives the same bytes for the same seed', () => {
    expect(digestFolder(corpus('again', 60)).hashes).toEqual(digestFolder(folder).hashes);
  });

  test('gives other bytes for another seed', () => {
    const other = compareDigests(digestFolder(folder), digestFolder(corpus('other', 60, 'another')));
    expect(other.changed).toEqual(new Map([['000/', 60]]));
  });

  test('adds articles without changing those there are', () => {
    const more = compareDigests(digestFolder(folder), digestFolder(corpus('more', 80)));
    expect(more).toEqual({ changed: new Map(), added: new Map([['000/', 20]]), removed: new Map() });
  });

  test('puts a thousand files in a folder', () => {
    expect([corpusPath(999), corpusPath(1000)]).toEqual(['000/story-000999.html', '001/story-001000.html']);
  });

  test('writes articles of three levels, with a title and a source', () => {
    for (const name of readdirSync(join(folder, '000'))) {
      const text = readFileSync(join(folder, '000', name), 'utf8');
      const { meta } = readArticle(text, { file: name, timeZone: 'Asia/Shanghai' });
      expect(meta.categories).toHaveLength(3);
      expect(meta.title).not.toBe('');
      expect(meta.categories[1]).toBeTruthy();
    }
  });
});
