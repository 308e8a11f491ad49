import { describe, expect, test } from 'vitest';
import { articleId, isSafeSlug } from '../../src/article/article-id.ts';
import { hashText, hashWord } from '../../src/article/hash-text.ts';

describe('articleId', () => {
  test('is ten base-36 characters, today as in any edition before', () => {
    expect(articleId('news/2021/first.html')).toBe('2vmwwktx9b');
    expect(articleId('')).toMatch(/^[a-z0-9]{10}$/);
  });

  test('does not depend on the system that listed the file', () => {
    expect(articleId('a\\cafe\u0301.md')).toBe(articleId('a/caf\u00e9.md'));
  });

  test.each([
    ['case', 'A.md', 'a.md'],
    ['an encoded dot', '%2e.md', '..md'],
    ['a newline', 'a\nb.md', 'ab.md'],
    ['an emoji', '😀.md', '😁.md'],
    ['the folder', 'a/x.md', 'b/x.md'],
    ['order', 'ab/ba.md', 'ba/ab.md'],
  ])('tells names apart by %s', (_, a, b) => {
    expect(articleId(a)).not.toBe(articleId(b));
  });

  test('tells 100,000 numbered files apart', () => {
    const ids = new Set(Array.from({ length: 100_000 }, (_, index) => articleId(`news/${index}.html`)));
    expect(ids.size).toBe(100_000);
  });
});

test('the hash spreads evenly over 53 bits', () => {
  const buckets = new Array<number>(64).fill(0);
  for (let index = 0; index < 64_000; index++) {
    const bucket = Math.floor(hashText(`k${index}`) / 2 ** 47);
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  expect(Math.min(...buckets)).toBeGreaterThan(800);
  expect(Math.max(...buckets)).toBeLessThan(1200);
  expect(hashWord('', 6)).toHaveLength(6);
});

describe('isSafeSlug', () => {
  test.each(['a', '0', 'my-story_2', 'x'.repeat(80)])('%s is safe', (slug) => {
    expect(isSafeSlug(slug)).toBe(true);
  });

  test.each([
    ...['', '-a', '_a', 'A', 'a b', 'a/b', 'a.b', '..', 'é', '文', 'a\n', 'x'.repeat(81)],
    ...['index', '404', 'con', 'nul', 'aux', 'prn', 'com1', 'lpt9', '__proto__', 'constructor'],
  ])('%j is not', (slug) => {
    expect(isSafeSlug(slug)).toBe(false);
  });
});
