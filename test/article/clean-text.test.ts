import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, decodeEntities, toOneLine } from '../../src/article/clean-text.ts';

describe('decodeEntities', () => {
  test.each([
    ['&#123;a&#125;', '{a}'],
    ['&#x4e2d;', '中'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['&lt;/script&gt;', '</script>'],
    ['&ldquo;a&rdquo;&hellip;', '“a”…'],
    ['&unknown; &; a&b', '&unknown; &; a&b'],
    ['&constructor; &__proto__;', '&constructor; &__proto__;'],
    ['&#0;&#xD800;&#99999999;', '\uFFFD\uFFFD\uFFFD'],
  ])('%s', (text, expected) => {
    expect(decodeEntities(text)).toBe(expected);
  });
});

describe('cleanText', () => {
  test('takes out what turns the direction of text, even written as an entity', () => {
    expect(cleanText('a\u202Eb\u2066c&#8238;d')).toBe('abcd');
  });

  test('takes out control characters and makes one line', () => {
    expect(cleanText(' a\0\x07b\n\tc\u3000 d ')).toBe('ab c d');
  });

  test('cuts a giant between characters', () => {
    expect(cleanText('😀'.repeat(3000))).toBe('😀'.repeat(1000));
    expect(cleanText(`x${'😀'.repeat(3000)}`)).toBe(`x${'😀'.repeat(999)}`);
  });

  test('a clean line stays as it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => toOneLine(toOneLine(text)) === toOneLine(text)));
  });
});

test('marks stacked upon marks reach over no other line', () => {
  expect(toOneLine(`e\u0301${'a\u0300'}${'\u0300'.repeat(500)}b`)).toBe(`e\u0301a${'\u0300'.repeat(5)}b`);
});
