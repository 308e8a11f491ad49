import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldForSearch } from '../../src/edition/search-fold.ts';

test('accents, case, width and script make no difference', () => {
  expect(foldForSearch('RÉSUMÉ ＺÜrich 國語')).toBe('resume zurich 国语');
});

test('kana keep their marks', () => {
  expect(foldForSearch('がぱ')).toBe('がぱ');
});

test('every text keeps its length, and folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const folded = foldForSearch(text);
      expect(folded).toHaveLength(text.length);
      expect(foldForSearch(folded)).toBe(folded);
    }),
  );
});
