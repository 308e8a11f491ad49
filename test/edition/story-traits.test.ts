import { describe, expect, test } from 'vitest';
import { sketchText } from '../../src/edition/minhash.ts';
import { MOST_TERMS, storyTraits, traitTable } from '../../src/edition/story-traits.ts';
import { textNumbers } from '../../src/edition/text-numbers.ts';
import { textTerms } from '../../src/edition/text-terms.ts';

const text = '灯塔守望人说灯塔的灯每夜亮十二次，3 号与 12 号之间。'.repeat(3);

describe('traits', () => {
  test('come back as they were written', () => {
    const table = traitTable(['', storyTraits('灯塔', text)]);
    expect(table.count).toBe(2);
    expect(table.lengths[1]).toBe(sketchText(text).length);
    expect([...table.sketches.subarray(128)]).toEqual([...sketchText(text).bytes]);
    expect([...(table.numbers[1] ?? [])]).toEqual(textNumbers(text));
    const terms = textTerms('灯塔', text, MOST_TERMS);
    expect([...table.terms.subarray(MOST_TERMS, MOST_TERMS + terms.length)]).toEqual(terms.map(({ hash }) => hash));
    expect([...table.weights.subarray(MOST_TERMS, MOST_TERMS + terms.length)]).toEqual(
      terms.map(({ weight }) => weight),
    );
  });

  test('of an article nobody has read are empty', () => {
    const table = traitTable(['']);
    expect([table.lengths[0], table.numberCounts[0], table.terms[0]]).toEqual([0, 0, 0]);
  });

  test('stay small, whatever the text', () => {
    const many = Array.from(
      { length: 5000 },
      (_, index) => `${index}号字母${String.fromCharCode(0x4e00 + index)}`,
    ).join('');
    expect(storyTraits(many, many).length).toBeLessThan(430);
    expect(storyTraits('', '').length).toBeLessThan(200);
  });
});

describe('terms', () => {
  const heads = (title: string, body: string) => textTerms(title, body, 3).map(({ hash }) => hash);
  const [harbour] = heads('港口', '');

  test('begin with those of the headline', () => {
    expect(heads('港口', '海鸥海鸥海鸥在叫')[0]).toBe(harbour);
  });

  test('are no pairs that hold sentences together', () => {
    expect(heads('', '我们是在这里的，那不是他们的')).toEqual([]);
  });

  test('are whole words where words are written with letters', () => {
    expect(heads('the harbour of the harbour', '')).toHaveLength(1);
  });

  test('end where a sentence does', () => {
    expect(heads('港。口', '')).toEqual([]);
  });
});
