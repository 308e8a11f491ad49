import { expect, test } from 'vitest';
import { isLocalAddress, localReferences } from '../../src/article/local-references.ts';
import { treeOf } from './parts.ts';

test.each([
  ['./a.webp', true],
  ['a.webp', true],
  ['../b/文 章.html', true],
  ['a.html#part', true],
  ['', false],
  ['#part', false],
  ['?x', false],
  ['/a.webp', false],
  ['\\a.webp', false],
  ['//host/a.webp', false],
  ['https://host/a.webp', false],
  ['mailto:a@example.com', false],
  ['javascript:alert(1)', false],
])('isLocalAddress: %j is %s', (address, expected) => {
  expect(isLocalAddress(address)).toBe(expected);
});

test('pictures and links are found once each, wherever they stand', () => {
  const tree = treeOf(
    '<p><img src="a.webp"><a href="b.html"><img data-src="c.webp" src="https://img.example.com/x.jpg"></a></p>' +
      '<img src="a.webp"><a href="https://example.com/">外</a><a href="#n">注</a>',
  );
  expect(localReferences(tree)).toEqual([
    { address: 'a.webp', kind: 'picture' },
    { address: 'b.html', kind: 'link' },
    { address: 'c.webp', kind: 'picture' },
  ]);
});

test('an article without any has none', () => {
  expect(localReferences(treeOf('<p>石榴</p>'))).toEqual([]);
});
