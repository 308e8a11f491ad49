import { expect, test } from 'vitest';
import { textEncoder } from '../../src/build/text-encoder.ts';

const sheet = 'p{content:"·"}'.repeat(50);

test('pieces give the bytes of the whole text, passages among them or not', () => {
  const encode = textEncoder([sheet, '']);
  for (const pieces of [['雾 fog 🌫', sheet, '<p>', sheet], [sheet], ['', ''], [], ['\ud83c half']]) {
    expect(Buffer.from(encode(pieces)).toString('hex')).toBe(Buffer.from(pieces.join('')).toString('hex'));
  }
});

test('a text of any length is whole, and the one after it is not longer than it is', () => {
  const encode = textEncoder([]);
  const long = '雾'.repeat(200_000);
  expect(Buffer.from(encode([long, 'a'])).toString()).toBe(`${long}a`);
  expect(Buffer.from(encode(['b'])).toString()).toBe('b');
});
