import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMarks, holdsAll, snippetOf } from '../../src/edition/search-marks.ts';

const marked = (text: string, words: readonly string[]) =>
  findMarks(text, words).map(({ start, end }) => text.slice(start, end));

describe('findMarks', () => {
  test('marks the text as it is written, whatever form was searched for', () => {
    expect(marked('國內外的ＡＩ，国内', ['国内', 'ai'])).toEqual(['國內', 'ＡＩ', '国内']);
  });

  test('words that overlap are one mark', () => {
    expect(marked('智库论坛', ['智库论', '论坛'])).toEqual(['智库论坛']);
  });

  test('marks are in order and apart, for any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (text, words) => {
        let last = -1;
        for (const { start, end } of findMarks(text, words)) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
      }),
    );
  });
});

describe('snippetOf', () => {
  test('shows the line with most of the words', () => {
    expect(snippetOf('海很大。\n灯塔在海边。\n灯塔。', ['海', '灯塔'])).toBe('灯塔在海边。');
  });

  test('of a long line begins shortly before the first of them', () => {
    const line = `${'很'.repeat(200)}灯塔${'白'.repeat(200)}`;
    expect(snippetOf(line, ['灯塔'])).toBe(`…${'很'.repeat(16)}灯塔${'白'.repeat(92)}…`);
  });

  test('halves no character', () => {
    const line = `${'🌊'.repeat(80)}灯塔${'🌊'.repeat(80)}`;
    expect(encodeURIComponent(snippetOf(line, ['灯塔']) ?? '')).toContain(encodeURIComponent('灯塔'));
  });

  test('is null where there is nothing to show', () => {
    expect(snippetOf('海', ['灯塔'])).toBeNull();
    expect(holdsAll('海', ['灯塔'])).toBe(false);
  });
});
