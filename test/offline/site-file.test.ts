import { describe, expect, test } from 'vitest';
import { pageAddress, pathBelow, plainAddress, siteFileAt } from '../../src/offline/site-file.ts';

describe('what lies at a path', () => {
  test.each([
    ['/', 'page'],
    ['/c/hai/an/', 'page'],
    ['/page/c/hai/3/', 'page'],
    ['/c/hai/index.html', 'page'],
    ['/data/edition.json', 'table'],
    ['/data/names-12.json', 'table'],
    ['/data/search.json', 'table'],
    ['/data/search-0.json', 'table'],
    ['/data/sheet-0-2ac04e5d3e.json', 'data'],
    ['/data/columns-ec7312fe33.bin', 'data'],
    ['/data/shard-11-2b5e847c.bin', 'data'],
    ['/articles/12-997c257b99.js', 'pack'],
    ['/assets/app-Cro1Cin6.js', 'asset'],
    ['/media/harbour-6a4059c792.webp', 'media'],
    ['/sw.js', 'other'],
    ['/_headers', 'other'],
    ['/rss.xml', 'other'],
    ['/c/hai/rss.xml', 'other'],
    ['/assets/../sw.js', 'other'],
    ['/data/edition.json/x', 'other'],
  ])('%s is %s', (path, kind) => expect(siteFileAt(path).kind).toBe(kind));

  test.each(['/a/x1/', '/a/x1', '/a/x1/index.html'])('%s is an article', (path) => {
    expect(siteFileAt(path)).toEqual({ kind: 'article', id: 'x1' });
  });

  test('an article has an id that can be read', () => {
    expect(siteFileAt('/a/%E6%B5%B7/')).toEqual({ kind: 'article', id: '海' });
    expect(siteFileAt('/a/%E6/').kind).toBe('page');
    expect(siteFileAt('/a//').kind).toBe('page');
  });
});

test('a path counts from the base, and only on the site’s own host', () => {
  const below = (address: string) => pathBelow('/news/', 'https://paper.example', new URL(address));
  expect(below('https://paper.example/news/a/x/')).toBe('/a/x/');
  expect(below('https://paper.example/a/x/')).toBeNull();
  expect(below('https://paper.example.evil.example/news/a/x/')).toBeNull();
});

test('a page has one address, whatever is asked of it', () => {
  for (const more of ['', '/', '/index.html', '/?from=mail', '/#end']) {
    expect(pageAddress(`https://paper.example/a/x${more}`)).toBe('https://paper.example/a/x/');
  }
  expect(plainAddress('https://paper.example/articles/1-x.js?retry=2')).toBe('https://paper.example/articles/1-x.js');
});
