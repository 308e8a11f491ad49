import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BrokenLine,
  balanceLines,
  breakLines,
  fitLines,
  type LineMeasure,
} from '../../src/library/break-lines.ts';

const EM = 10;

/** As most fonts have it: Latin half as wide as Chinese. */
const measure = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u0000-\u024f]/.test(character) ? EM / 2 : EM), 0);

const setting = (ems: number, justified = false): LineMeasure => ({ width: ems * EM, em: EM, measure, justified });

const textOf = (lines: readonly BrokenLine[]): string[] =>
  lines.map(({ pieces }) => pieces.map(({ text }) => text).join(''));

describe('a text is set in lines', () => {
  test.each([
    ['after any Chinese character', '潮水退了礁石露出', 3, ['潮水退', '了礁石', '露出']],
    ['but none begins with what ends a sentence', '潮水退了。礁石', 4, ['潮水退了。', '礁石']],
    ['nor does a second sign', '退了。”礁石', 3, ['退', '了。”', '礁石']],
    ['and none ends with what opens a quotation', '他说「退了', 3, ['他说', '「退了']],
    ['a word is never parted', '灯塔lighthouse亮', 5, ['灯塔', 'lighthouse', '亮']],
    ['but one that is longer than a line is', 'abcdefghij', 2, ['abcd', 'efgh', 'ij']],
    ['a blank ends a line and is gone', 'two words', 3, ['two', 'words']],
    ['numbers stay with their unit', '约50％的船', 3, ['约', '50％的', '船']],
    ['an ellipsis stays with its word', '灯灭了……夜', 4, ['灯灭', '了……夜']],
    ['paragraphs begin lines', '一\n二三', 5, ['一', '二三']],
    ['of nothing there are none', ' \n', 5, []],
  ])('%s', (_, text, ems, lines) => {
    expect(textOf(breakLines(text, setting(ems)))).toEqual(lines);
  });

  test('a stop may hang beyond the measure', () => {
    const [line] = breakLines('潮水退了。', setting(4));
    expect(line?.pieces.at(-1)).toEqual({ text: '了。', x: 3 * EM });
    expect(line?.width).toBe(4 * EM);
  });

  test('a bracket that opens a line stands half outside, where it is blank', () => {
    expect(breakLines('「灯」', setting(4))[0]?.pieces[0]).toEqual({ text: '「灯」', x: -EM / 2 });
  });

  test('Latin stands off from Chinese a little', () => {
    const pieces = breakLines('约50艘', setting(9))[0]?.pieces ?? [];
    expect(pieces.map(({ x }) => x)).toEqual([0, EM + EM / 8, 2 * EM + EM / 4]);
  });

  test('stretched lines end where the measure does, but for the last, and those that would be torn apart', () => {
    const lines = breakLines('潮水退了礁石露出abcdef灯', setting(4.5, true));
    expect(lines[0]?.width).toBeCloseTo(4.5 * EM);
    const torn = breakLines('潮水abcdefghij', setting(5, true));
    expect(torn[0]?.width).toBe(2 * EM);
    expect(lines.at(-1)?.width).toBeLessThan(4.5 * EM);
  });

  test('nothing is lost, no line is too long, and the rules of Chinese type hold, whatever the text', () => {
    const piece = fc.constantFrom(
      '潮',
      '水',
      '。',
      '，',
      '「',
      '」',
      'tide',
      '12',
      ' ',
      '……',
      '《',
      '》',
      '？',
      '！',
      'ー',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 9, max: 30 }), (pieces, ems) => {
        const text = pieces.join('');
        const lines = textOf(breakLines(text, setting(ems)));
        expect(lines.join('')).toBe(text.replace(/\s+/g, ''));
        for (const { pieces: set, width } of breakLines(text, setting(ems))) {
          if (set.length > 1) expect(width).toBeLessThanOrEqual(ems * EM);
        }
        lines.forEach((line, index) => {
          // Where a run of signs is longer than a line, it must part somewhere.
          if (index > 0 && measure(lines[index - 1] ?? '') < (ems - 4) * EM)
            expect(line).not.toMatch(/^[。，」》？！…ー]/);
          if (index < lines.length - 1 && /[^「《]/.test(line) && /^[潮水]/.test(lines[index + 1] ?? '')) {
            expect(line).not.toMatch(/[「《]$/);
          }
        });
      }),
    );
  });
});

describe('a headline', () => {
  test('is set in lines of about the same length, and no more of them', () => {
    const text = '这是一行放不下还多出两个字的标题';
    expect(textOf(breakLines(text, setting(14)))).toHaveLength(2);
    const [first = '', second = ''] = textOf(balanceLines(text, setting(14)));
    expect(first + second).toBe(text);
    expect(Math.abs(first.length - second.length)).toBeLessThanOrEqual(1);
  });

  test('of one line stays as it is', () => {
    expect(textOf(balanceLines('灯塔', setting(14)))).toEqual(['灯塔']);
  });
});

describe('a text that has too many lines', () => {
  const fitted = (text: string, most: number) => textOf(fitLines(text, most, (each) => breakLines(each, setting(4))));

  test('is cut, and an ellipsis says so', () => {
    expect(fitted('潮水退了礁石露出来了', 2)).toEqual(['潮水退了', '礁石露…']);
  });

  test('is cut before a stop, not after it', () => {
    expect(fitted('潮水退了。礁石露出来了', 1)).toEqual(['潮水退…']);
    expect(fitted('潮水，礁石露出来了', 1)).toEqual(['潮水…']);
  });

  test('is whole where it fits', () => {
    expect(fitted('潮水退了', 1)).toEqual(['潮水退了']);
  });

  test('of any length is cut at once', () => {
    expect(fitted('潮'.repeat(1_000_000), 2).join('')).toBe('潮潮潮潮潮潮潮…');
  });
});
