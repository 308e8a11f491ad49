import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEmptyQuery, readSearchQuery, type SearchQuery } from '../../src/edition/search-query.ts';

const nothing: SearchQuery = {
  ...{ words: [], without: [], sources: [], withoutSources: [], categories: [], withoutCategories: [] },
};

describe('readSearchQuery', () => {
  test.each<[string, string, Partial<SearchQuery>]>([
    ['words', 'AI　裁判', { words: ['ai', '裁判'] }],
    ['traditional characters and full width', '國內ＡＩ', { words: ['国内ai'] }],
    ['accents', 'Café', { words: ['cafe'] }],
    ['accents typed as marks of their own', 'Cafe\u0301', { words: ['cafe'] }],
    ['a phrase', '"slow loaf" 面', { words: ['slow loaf', '面'] }],
    ['Chinese quotes', '“灯塔 为什么”「白的」', { words: ['灯塔 为什么', '白的'] }],
    ['a quote that is never closed', '"slow  loaf', { words: ['slow loaf'] }],
    ['a word to leave out', '海 -浪', { words: ['海'], without: ['浪'] }],
    ['a phrase to leave out', '-"deep sea"', { without: ['deep sea'] }],
    ['a hyphen inside a word', 'KX-1042', { words: ['kx-1042'] }],
    ['a hyphen alone', '- 海', { words: ['海'] }],
    ['sources', '来源：灯塔 source:"Quiet Almanac"', { sources: ['灯塔', 'quiet almanac'] }],
    ['categories in traditional characters', '分類:海岸', { categories: ['海岸'] }],
    ['operators to leave out', '-category:news -來源:甲', { withoutCategories: ['news'], withoutSources: ['甲'] }],
    ['marks alone', '（ 《 。 -！ “？” 海', { words: ['海'] }],
    ['marks that are parts of names', 'C++ AT&T 3.5%', { words: ['c++', 'at&t', '3.5%'] }],
    ['marks within a phrase', '《灯塔》 "白天，黑夜"', { words: ['《灯塔》', '白天,黑夜'] }],
    ['what nobody sees', '灯\u200b塔\u00ad \ufeff\u2066海\u2069\u0000', { words: ['灯塔', '海'] }],
    ['signs made of several', '👩‍🚀', { words: ['👩‍🚀'] }],
    ['an operator without a value', '来源:', {}],
    ['a blank behind the colon', '来源: 灯塔', { sources: ['灯塔'] }],
    ['the same word twice', '海 海', { words: ['海'] }],
  ])('reads %s', (_, text, expected) => {
    expect(readSearchQuery(text)).toEqual({ ...nothing, ...expected });
  });

  test('never fails, and ends', () => {
    const piece = fc.constantFrom('"', '“', '-', '来源:', ' ', '海', 'a', '」', '：', '\ud800');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 300 }).map((all) => all.join('')),
        ),
        (text) => {
          const query = readSearchQuery(text);
          expect(query.words.every((word) => word.trim() === word && word !== '')).toBe(true);
          expect(isEmptyQuery(readSearchQuery(''))).toBe(true);
        },
      ),
    );
  });
});
