import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf } from '../../src/article/excerpt.ts';

const SENTENCE = '码头管理处说，第一批货物将在三天之内运往内陆各县。';
const CLAUSES = '码头管理处说第一批货物将在三天之内运往内陆各县，'.repeat(12);

describe('the beginning', () => {
  test('is on one line', () => {
    expect(excerptOf('  港\t口开了。\n\n第二段  说  得更多\n第三段', '')).toBe('港 口开了。第二段 说 得更多 第三段');
  });

  test.each([
    ['as a paragraph', '港口重新开放', '港口重新开放\n周二早上，船来了。'],
    ['as a sentence', '港口重新开放', '港口重新开放。周二早上，船来了。'],
    ['in brackets', '港口重新开放', '【港口重新开放】周二早上，船来了。'],
    ['with other marks and widths', '“港口”重新开放：ＡＢ', '「港口」重新开放 AB！\n周二早上，船来了。'],
    ['as heading and first sentence', '港口重新开放', '港口重新开放\n港口重新开放。周二早上，船来了。'],
    ['with a sentence end inside', '港口开了？开了！', '港口开了？开了！\n周二早上，船来了。'],
    ['clipped by the feed', '港口重新开放，三艘...', '港口重新开放，三艘船在等。周二早上，船来了。'],
  ])('leaves out a title repeated %s', (_, title, text) => {
    expect(excerptOf(text, title)).toBe('周二早上，船来了。');
  });

  test('keeps the mark that opens what follows a repeated title', () => {
    expect(excerptOf('港口开放。“船来了。”他说。', '港口开放')).toBe('“船来了。”他说。');
  });

  test.each([
    ['that goes on', '港口重新开放，三艘船进港。', '港口重新开放'],
    ['set in book marks', '《港口》是一部小说。', '港口'],
    ['that only begins alike', '港口重新开放了。', '港口重新开'],
    ['before a decimal', 'Version 3.5 is here.', 'Version 3'],
  ])('keeps a first sentence %s', (_, text, title) => {
    expect(excerptOf(text, title)).toBe(text);
  });

  test('of a text that says nothing but its title is empty', () => {
    expect(excerptOf('第1集', '第1集')).toBe('');
    expect(excerptOf(' \n ', '')).toBe('');
  });

  test('survives a title without letters', () => {
    expect(excerptOf('港口开了。', '+_&~%！……')).toBe('港口开了。');
  });
});

describe('the end', () => {
  test('is a sentence end where one lies between 80 and 110 characters', () => {
    expect(excerptOf(SENTENCE.repeat(8), '')).toBe(SENTENCE.repeat(4));
  });

  test('takes the closing quotation mark along', () => {
    const text = `他说：“${'港口'.repeat(40)}。”${CLAUSES}`;
    expect(excerptOf(text, '')).toMatch(/。”$/);
  });

  test('is marked where no sentence ends, without a comma before the mark', () => {
    const excerpt = excerptOf(CLAUSES, '');
    expect(excerpt).toMatch(/[^，]…$/);
    expect(excerpt.length).toBeGreaterThan(95);
    expect(excerpt.length).toBeLessThanOrEqual(110);
  });

  test('is between words in English', () => {
    const text =
      'The harbour opened again on Tuesday morning while three ships were waiting outside for the tide to come in and carry them';
    expect(excerptOf(text, '')).toBe(
      'The harbour opened again on Tuesday morning while three ships were waiting outside for the tide to come in…',
    );
  });

  test('is not a full stop inside a number or an address', () => {
    const text = `${'word '.repeat(14)}version 3.5 of example.org?a=b is ${'word '.repeat(20)}`;
    expect(excerptOf(text, '')).toMatch(/word…$/);
  });

  test('never cuts an emoji or a combining sequence', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(excerptOf(family.repeat(40), '')).toBe(`${family.repeat(9)}…`);
    expect(excerptOf('e\u0301'.repeat(200), '')).toBe(`${'e\u0301'.repeat(54)}…`);
  });

  test('of one endless combining sequence is a cut all the same', () => {
    expect(excerptOf(`a${'\u0301'.repeat(5000)}`, '').length).toBeLessThanOrEqual(110);
  });
});

test('an excerpt is a piece of the text, at most as long as asked, and whole characters', () => {
  const text = fc.string({
    unit: fc.constantFrom('港', '口', '。', ' ', '\n', 'a', 'b', '.', '👩‍🚀', 'é', '”', '…'),
    maxLength: 400,
  });
  fc.assert(
    fc.property(text, text, fc.integer({ min: 20, max: 130 }), (body, title, max) => {
      const excerpt = excerptOf(body, title.slice(0, 3), max);
      expect(excerpt.length).toBeLessThanOrEqual(max);
      expect(excerpt).not.toMatch(/[\n]| {2}/);
      expect(excerpt).not.toMatch(/[\p{Cs}]/u);
    }),
  );
});
