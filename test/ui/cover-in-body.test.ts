import { describe, expect, test } from 'vitest';
import { coverInBody, pictureIdentity } from '../../src/ui/cover-in-body.ts';

describe('pictureIdentity', () => {
  test.each([
    ['another scheme', 'http://img.example/a.jpg', 'https://img.example/a.jpg'],
    ['a size in the path', 'https://img.example/w600h352/a.jpg', 'https://img.example/w1200h704/a.jpg'],
    ['a size in the name', 'https://img.example/a-300x200.jpg', 'https://img.example/a.jpg'],
    ['a size after the name', 'https://img.example/a.jpg@320w.webp', 'https://img.example/a.jpg'],
    ['a query after a file', 'https://img.example/a.jpg?x-oss=1', 'https://img.example/a.jpg'],
    ['an upper-case host', 'https://IMG.example/a.jpg', 'https://img.example/a.jpg'],
  ])('is the same with %s', (_, one, other) => {
    expect(pictureIdentity(one)).toBe(pictureIdentity(other));
  });

  test.each([
    ['another path', 'https://img.example/a.jpg', 'https://img.example/b.jpg'],
    ['another host', 'https://img.example/a.jpg', 'https://pic.example/a.jpg'],
    ['another query where the query names the picture', 'https://img.example/get?id=1', 'https://img.example/get?id=2'],
  ])('is not the same with %s', (_, one, other) => {
    expect(pictureIdentity(one)).not.toBe(pictureIdentity(other));
  });
});

describe('coverInBody', () => {
  test('finds a picture at any depth', () => {
    const image = {
      type: 'element' as const,
      tagName: 'img',
      properties: { src: 'https://img.example/w600h352/a.jpg' },
      children: [],
    };
    const figure = { type: 'element' as const, tagName: 'figure', properties: {}, children: [image] };
    expect(coverInBody({ src: 'https://img.example/a.jpg' }, { type: 'root', children: [figure] })).toBe(true);
    expect(coverInBody({ src: 'https://img.example/b.jpg' }, { type: 'root', children: [figure] })).toBe(false);
  });
});
