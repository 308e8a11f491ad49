import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPicture } from '../../src/build/media.ts';
import { resolveReferences } from '../../src/build/resolve-references.ts';
import { pngOf, temporaryFolder, writeFiles } from './temporary-folder.ts';

const ids = new Map([
  ['world/other.html', 'other1'],
  ['海港.md', 'harbour1'],
  ['100%.md', 'percent1'],
]);

function surroundings(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const articlesDir = writeFiles(temporaryFolder(), files);
  return { articlesDir, idOf: (file: string) => ids.get(file), pictureAt: readPicture };
}

function resolve(file: string, address: string, files?: Readonly<Record<string, string | Uint8Array>>) {
  return resolveReferences(file, [written(address)], surroundings(files));
}

function written(address: string) {
  return { address, kind: address.includes('.png') ? ('picture' as const) : ('link' as const) };
}

describe('links to other articles', () => {
  test.each([
    ['world/this.html', 'other.html', '/a/other1/'],
    ['world/this.html', './other.html#part-2', '/a/other1/#part-2'],
    ['world/this.html', 'other.html?from=feed#x', '/a/other1/#x'],
    ['a/b/this.html', '../../world/other.html', '/a/other1/'],
    ['a/this.html', '/world/other.html', '/a/other1/'],
    ['this.html', '%E6%B5%B7%E6%B8%AF.md', '/a/harbour1/'],
    ['this.html', '海港.md', '/a/harbour1/'],
    ['this.html', '100%.md', '/a/percent1/'],
    ['this.html', '100%25.md', '/a/percent1/'],
    ['this.html', 'world\\other.html', '/a/other1/'],
  ])('from %s to %s', (file, address, href) => {
    expect(resolve(file, address).references).toEqual({ [address]: { href } });
  });

  test.each(['https://news.example/x', '//news.example/x', 'mailto:desk@news.example', '#note', '?page=2', '', ' '])(
    '%j is not local',
    (address) => {
      expect(resolve('x.html', address)).toEqual({ references: {}, pictures: [], dead: [] });
    },
  );
});

describe('pictures', () => {
  test('are found beside the article, with their size', () => {
    const { references, pictures, dead } = resolve('world/x.html', './pic.png?v=2', { 'world/pic.png': pngOf(30, 20) });
    expect(dead).toEqual([]);
    expect(pictures).toHaveLength(1);
    expect(references['./pic.png?v=2']).toEqual({
      href: expect.stringMatching(/^\/media\/pic-[0-9a-f]{10}\.png$/),
      width: 30,
      height: 20,
    });
  });

  test('may be named in either composition', () => {
    const { references } = resolve('x.html', 'caf\u00e9.png', { 'cafe\u0301.png': pngOf(1, 1) });
    expect(Object.keys(references)).toHaveLength(1);
  });
});

describe('dead references', () => {
  test.each([
    ['missing.png', 'no such picture'],
    ['missing.html', 'no such article'],
    ['elsewhere/', 'no such article'],
    ['../../../etc/passwd', 'leads out of the articles folder'],
    ['%2e%2e/%2e%2e/secret.png', 'leads out of the articles folder'],
    ['..\\..\\secret.png', 'leads out of the articles folder'],
    ['data.csv', 'is neither a picture nor an article'],
    ['draft.md', 'that article is not published'],
    ['fake.png', 'is no picture a browser shows'],
  ])('%s: %s', (address, reason) => {
    const { dead, references } = resolve('world/x.html', address, {
      'world/data.csv': '1',
      'world/draft.md': '#',
      'world/fake.png': '<script>',
    });
    expect(references).toEqual({});
    expect(dead).toEqual([expect.objectContaining({ address, reason })]);
  });

  test('a link out of the folder is not followed', () => {
    const outside = writeFiles(temporaryFolder(), { 'secret.png': pngOf(1, 1) });
    const around = surroundings();
    symlinkSync(join(outside, 'secret.png'), join(around.articlesDir, 'pic.png'));
    expect(resolveReferences('x.html', [written('pic.png')], around).dead).toEqual([
      expect.objectContaining({ reason: 'is a link out of the articles folder' }),
    ]);
  });
});
