import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, LARGEST_FILE } from '../../src/article/decode-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** 中文 and its like in GB18030, two bytes a character. */
const GB_HELLO = [0xc4, 0xe3, 0xba, 0xc3];

function utf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, isLittle);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2 + 2, text.charCodeAt(at), isLittle);
  return bytes;
}

describe('decodeText', () => {
  test.each([
    ['utf-8', utf8('早报 a')],
    ['utf-8-with-mark', utf8('\uFEFF早报 a')],
    ['utf-16-little-endian', utf16('早报 a', true)],
    ['utf-16-big-endian', utf16('早报 a', false)],
  ])('reads %s without a warning', (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ text: '早报 a', problems: [] });
  });

  test('reads GB18030 and says on which line it began', () => {
    const { text, problems } = decodeText(Uint8Array.from([...utf8('---\n'), ...GB_HELLO]));
    expect(text).toBe('---\n你好');
    expect(problems).toEqual([{ line: 2, reason: expect.stringContaining('GB18030'), hint: expect.any(String) }]);
  });

  test('one broken byte leaves the other characters of a UTF-8 file as they are', () => {
    const { text, problems } = decodeText(Uint8Array.from([...utf8('今天的头条新闻'), 0xff, ...utf8('很长')]));
    expect(text).toBe('今天的头条新闻\uFFFD很长');
    expect(problems).toHaveLength(1);
  });

  test('ends lines with a line feed and drops NUL', () => {
    expect(decodeText(utf8('a\r\nb\rc\0d\n')).text).toBe('a\nb\ncd\n');
  });

  test('a surrogate without its other half becomes the replacement character', () => {
    expect(decodeText(utf16('a\uD83Db', true)).text).toBe('a\uFFFDb');
  });

  test('a file over the cap is cut, and a character cut in half is no reason to doubt its encoding', () => {
    const { text, problems } = decodeText(utf8(`x${'报'.repeat(LARGEST_FILE / 3 + 10)}`));
    expect(text).toBe(`x${'报'.repeat(Math.floor((LARGEST_FILE - 1) / 3))}`);
    expect(problems).toEqual([
      { line: 1, reason: expect.stringContaining('only the first'), hint: expect.any(String) },
    ]);
  });

  test('a file of exactly the cap is whole', () => {
    expect(decodeText(new Uint8Array(LARGEST_FILE).fill(97)).problems).toEqual([]);
  });

  test('any bytes give well-formed text of whole lines', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { text } = decodeText(bytes);
        expect(text).not.toMatch(/[\r\0]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/);
      }),
    );
  });
});
