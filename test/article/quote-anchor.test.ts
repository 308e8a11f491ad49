import { describe, expect, test } from 'vitest';
import { findQuoteAnchor, quoteAnchor } from '../../src/article/quote-anchor.ts';

const text = '潮水退了，礁石露出来。\n灯塔 在夜里亮起。\n潮水退了，礁石露出来。\n船 回 来 了。';

const span = (piece: string, from = 0) => {
  const start = text.indexOf(piece, from);
  return { start, end: start + piece.length };
};

/** What the name of a passage leads to in another text. */
function lead(name: string | null, to: string): string | null {
  const found = findQuoteAnchor(to, `#${name}`);
  return found && to.slice(found.start, found.end);
}

describe('the name of a passage', () => {
  test('comes from the words of its paragraph, now and in every build to come', () => {
    expect(quoteAnchor(text, span('灯塔 在夜里亮起。'))).toBe('p-bjbiy2');
    expect(quoteAnchor(text, span('夜里'))).toBe('p-bjbiy2.3-2');
  });

  test('leads to it, also across paragraphs', () => {
    for (const piece of ['灯塔 在', '亮起。\n潮水', '船 回 来 了。', '礁石']) {
      expect(lead(quoteAnchor(text, span(piece)), text)).toBe(piece);
    }
  });

  test('holds when other paragraphs come, go or change place, and blanks change', () => {
    const name = quoteAnchor(text, span('夜里'));
    expect(lead(name, '新的一段。\n灯塔在\t夜里亮起。')).toBe('夜里');
  });

  test('leads nowhere when the paragraph is another', () => {
    expect(lead(quoteAnchor(text, span('夜里')), text.replace('亮起', '熄灭'))).toBeNull();
  });

  test('tells paragraphs in the same words apart', () => {
    const second = quoteAnchor(text, span('礁石', 15));
    expect(second).toMatch(/^p-[0-9a-z]{6}-2\.5-2$/);
    expect(findQuoteAnchor(text, `#${second}`)).toEqual(span('礁石', 15));
    expect(findQuoteAnchor(text, `#${quoteAnchor(text, span('礁石'))}`)).toEqual(span('礁石'));
  });

  test('is told from other fragments, and read before a text directive', () => {
    const name = quoteAnchor(text, span('夜里'));
    expect(lead(`${name}:~:text=x`, text)).toBe('夜里');
    const paragraph = quoteAnchor(text, span('灯塔 在夜里亮起。'));
    for (const other of ['', 'note-1', 'main', 'p-', `${paragraph}.1`, `${paragraph}x`, `${paragraph}-0`]) {
      expect(lead(other, text), other).toBeNull();
    }
  });

  test('that goes beyond the text ends with it', () => {
    const whole = quoteAnchor(text, span('船 回 来 了。'));
    expect(lead(`${whole}.2-999`, text)).toBe('来 了。');
    expect(lead(`${whole}.999-999`, text)).toBe('。');
    expect(lead(`${whole}.0-0`, text)).toBe('船');
  });
});
