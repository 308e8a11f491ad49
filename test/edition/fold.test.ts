import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/edition/fold.ts';

describe('fold', () => {
  test.each([
    ['traditional characters', '國內財經龍門陣', '国内财经龙门阵'],
    ['variants of one character', '裏裡綫線', '里里线线'],
    ['case', 'Radio RÉSUMÉ ÅΣ', 'radio résumé åσ'],
    ['full width', 'ＡＢｃ１２３！（ｘ）', 'abc123!(x)'],
    ['dashes', 'a－b—c–d‐e−f', 'a-b-c-d-e-f'],
    ['blanks of any width', 'a\u3000b\u00a0c', 'a b c'],
    ['compatibility ideographs', '\uf900\ufa03', '岂糖'],
  ])('makes one form of %s', (_, text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('leaves a letter alone whose lower case is longer', () => {
    expect(fold('İ')).toBe('İ');
  });

  test('leaves emoji and lone surrogates alone', () => {
    expect(fold('👩‍💻\ud800x\udc00')).toBe('👩‍💻\ud800x\udc00');
  });

  test('keeps the length of every text, unit for unit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(fold(a)).toHaveLength(a.length);
        expect(fold(a + b)).toBe(fold(a) + fold(b));
      }),
    );
  });

  test('folding twice changes nothing, for every unit there is', () => {
    const all = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).join('');
    const once = fold(all);
    expect(once).toHaveLength(0x10000);
    expect(fold(once) === once).toBe(true);
  });
});
