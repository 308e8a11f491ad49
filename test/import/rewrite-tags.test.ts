import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absoluteAddresses } from '../../src/import/absolute-addresses.ts';
import { rewriteTags } from '../../src/import/rewrite-tags.ts';
import { tagSoup } from '../article/tag-soup.ts';

const BASE = 'https://pier.example/news/today.html';

describe('rewriting tags', () => {
  test('changes nothing where nothing is asked for', () => {
    fc.assert(
      fc.property(tagSoup, (html) => {
        expect(rewriteTags(html, () => null)).toBe(html);
        expect(rewriteTags(html, () => new Map())).toBe(html);
      }),
      { seed: 20260921, numRuns: 300 },
    );
  });

  test.each([
    ['<img src="a.jpg">', '<img src="NEW">'],
    ["<img src='a.jpg'>", "<img src='NEW'>"],
    ['<img src=a.jpg>', '<img src="NEW">'],
    ['<img src=a.jpg/>', '<img src="NEW">'],
    ['<IMG\nSRC = "a.jpg" alt>', '<IMG\nSRC = "NEW" alt>'],
    ['<img src>', '<img src="NEW">'],
    ['<img src="">', '<img src="NEW">'],
    ['<img alt="x">', '<img src="NEW" alt="x">'],
    ['<img alt="a > b" src="a.jpg">', '<img alt="a > b" src="NEW">'],
    ['<img src="a.jpg" src="b.jpg">', '<img src="NEW" src="b.jpg">'],
    ['<!-- <img src="a.jpg"> --><img src="a.jpg">', '<!-- <img src="a.jpg"> --><img src="NEW">'],
    ['<script>"<img src=a>"</script><img src="a">', '<script>"<img src=a>"</script><img src="NEW">'],
    ['<style><img src="a"></STYLE><img src="a">', '<style><img src="a"></STYLE><img src="NEW">'],
    ['<img src="a', '<img src="a'],
    ['<img src="a><p>x</p>', '<img src="a><p>x</p>'],
    ['a < b <img src="a">', 'a < b <img src="NEW">'],
    ['</img src="a"><imgs src="a">', '</img src="a"><imgs src="a">'],
  ])('%j becomes %j', (html, expected) => {
    expect(
      rewriteTags(html, ({ name }) => (name === 'img' && html !== '<img>' ? new Map([['src', 'NEW']]) : null)),
    ).toBe(expected);
  });

  test('writes values so that they end where they should', () => {
    const value = `x" y='z'&lt;<b>`;
    const html = rewriteTags('<a href=1>', () => new Map([['href', value]]));
    let read = '';
    rewriteTags(html, ({ attributes }) => {
      read = attributes[0]?.value ?? '';
      return null;
    });
    expect(read).toBe(value);
  });

  test.each(['<', '<a ', '<a "', '<a href="', "<a href='x", '<!--', '<script>', '<pre>', '<a href=x ', 'x="y" ', '</'])(
    'takes no time by the square of how often there is %j',
    (part) => {
      const html = `<p ${part.repeat(100_000)}>`;
      expect(rewriteTags(html, () => null)).toBe(html);
      expect(rewriteTags(part.repeat(100_000), () => null)).toHaveLength(part.length * 100_000);
    },
  );
});

describe('an address', () => {
  test.each([
    ['a.jpg', 'https://pier.example/news/a.jpg'],
    ['/a.jpg', 'https://pier.example/a.jpg'],
    ['../a.jpg', 'https://pier.example/a.jpg'],
    ['?page=2', 'https://pier.example/news/today.html?page=2'],
    [' a b.jpg\n', 'https://pier.example/news/a%20b.jpg'],
    ['./', 'https://pier.example/news/'],
  ])('that is relative, %j, is made whole', (written, whole) => {
    expect(absoluteAddresses(`<a href="${written}">`, BASE)).toBe(`<a href="${whole}">`);
  });

  test.each([
    'https://lock.example/x',
    '//cdn.example/x',
    '#note',
    'mailto:a@pier.example',
    'tel:1',
    'javascript:x()',
    'data:image/png,x',
    '',
  ])('that is none, %j, stays', (written) => {
    expect(absoluteAddresses(`<a href="${written}">`, BASE)).toBe(`<a href="${written}">`);
  });

  test('without a base stays', () => {
    expect(absoluteAddresses('<a href="x">', null)).toBe('<a href="x">');
  });
});
