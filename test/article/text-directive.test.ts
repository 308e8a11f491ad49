import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  directiveText,
  findDirective,
  makeDirective,
  readDirective,
  type SearchedText,
  type TextDirective,
} from '../../src/article/text-directive.ts';

const plain: TextDirective = { prefix: '', start: '', end: '', suffix: '' };

/** A text whose words a browser's own rules tell apart. */
function searched(text: string): SearchedText {
  const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(text);
  return {
    text,
    isWordEdge: (place) => place <= 0 || place >= text.length || words.containing(place)?.index === place,
  };
}

function spanOf(text: string, piece: string, nth = 0): { start: number; end: number } {
  let start = -1;
  for (let count = 0; count <= nth; count++) start = text.indexOf(piece, start + 1);
  if (start < 0) throw new Error(`no ${piece}`);
  return { start, end: start + piece.length };
}

describe('a text directive', () => {
  test('names a short passage whole', () => {
    const text = '潮水退了。灯塔在夜里亮起。\n船回来了。';
    expect(makeDirective(searched(text), spanOf(text, '灯塔在夜里亮起。'))).toEqual({
      ...plain,
      start: '灯塔在夜里亮起。',
    });
  });

  test('names a long one by its ends, in whole words', () => {
    const text =
      'Before it. The lighthouse keeper walked down to the harbour long before anyone else was up. After it.';
    const passage = 'The lighthouse keeper walked down to the harbour long before anyone else was up.';
    expect(makeDirective(searched(text), spanOf(text, passage))).toEqual({
      ...plain,
      start: 'The lighthouse',
      end: 'else was up.',
    });
  });

  test('names one that goes over several blocks by its ends, each within a block', () => {
    const text = '第一段的末尾。\n中间一段。\n最后一段的开头，还有别的。';
    const span = { start: 0, end: text.indexOf('，') };
    const made = makeDirective(searched(text), span);
    expect(made.start + made.end).not.toContain('\n');
    expect(made.end).not.toBe('');
    expect(findDirective(made, searched(text))).toEqual(span);
  });

  test('is widened to whole words, which is all that browsers find', () => {
    const text = 'The lighthouses stand on rocks.';
    const made = makeDirective(searched(text), spanOf(text, 'house'));
    expect(made.start).toBe('lighthouses');
  });

  test('tells a passage from an earlier one in the same words, by what stands before or after', () => {
    const text = '涨潮时船出海。\n退潮时船出海。\n船出海。';
    for (const nth of [0, 1, 2]) {
      const span = spanOf(text, '船出海。', nth);
      const made = makeDirective(searched(text), span);
      expect(findDirective(made, searched(text))).toEqual(span);
      expect(made.prefix !== '').toBe(nth > 0);
    }
  });

  test('over several blocks is told from a shorter one with the same ends, by what stands after', () => {
    const text = '灯塔\n。\n。\n风来了';
    const span = { start: 0, end: text.lastIndexOf('\n') };
    const made = makeDirective(searched(text), span);
    expect(made.suffix).not.toBe('');
    expect(findDirective(made, searched(text))).toEqual(span);
  });

  test('is told from the title as well, which browsers look through first', () => {
    const text = '灯塔为什么是白的\n白天，灯塔是一个记号。灯塔为什么是白的？因为要看得见。';
    const span = spanOf(text, '灯塔为什么是白的', 1);
    const made = makeDirective(searched(text), span);
    expect(findDirective(made, searched(text))).toEqual(span);
    expect(`${made.prefix}${made.suffix}`).not.toBe('');
  });

  test('is found without regard to case', () => {
    const text = 'A LIGHTHOUSE in the fog';
    expect(findDirective({ ...plain, start: 'a lighthouse' }, searched(text))).toEqual({ start: 0, end: 12 });
  });

  test('is not found in the middle of a word, across blocks, or where its context is another', () => {
    const text = 'Lighthouses stand\non rocks';
    for (const wrong of [
      { ...plain, start: 'house' },
      { ...plain, start: 'stand on' },
      { ...plain, prefix: 'fall', start: 'on' },
      { ...plain, start: 'on', suffix: 'sand' },
      plain,
    ]) {
      expect(findDirective(wrong, searched(text))).toBeNull();
    }
    expect(findDirective({ ...plain, prefix: 'stand', start: 'on' }, searched(text))).toEqual({ start: 18, end: 20 });
  });

  test('of any passage of any text leads back to it, where nothing else stands in the same words', () => {
    const piece = fc.constantFrom('灯塔', '海，', '风-', 'fog ', 'A,b&', '。', '\n', '夜里', '12 ', '「岸」');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 3, maxLength: 40 }), fc.nat(), fc.nat(), (pieces, from, length) => {
        const text = pieces
          .join('')
          .replace(/\s*\n\s*/g, '\n')
          .trim();
        if (text === '') return;
        const start = from % text.length;
        const raw = text.slice(start, start + 1 + (length % 30));
        if (raw.trim() === '') return;
        const span = { start: start + raw.length - raw.trimStart().length, end: start + raw.trimEnd().length };
        const made = makeDirective(searched(text), span);
        const read = readDirective(directiveText(made));
        expect(read).toEqual(made);
        const found = findDirective(made, searched(text));
        // What nothing tells apart is found where it stands first.
        const words = found && text.slice(found.start, found.end).toLowerCase();
        const wanted = text.slice(span.start, span.end).toLowerCase();
        // One over several blocks is named by its ends: where they stand before as well, nothing may tell them apart.
        const [first = '', ...others] = wanted.split('\n');
        const last = others.at(-1);
        const isRepeated = (piece: string, at: number) => text.toLowerCase().slice(0, at).includes(piece);
        if (last !== undefined && (isRepeated(first, span.start) || isRepeated(last, span.end - last.length))) return;
        expect(words).toContain(wanted);
      }),
    );
  });

  test('is given up where a text repeats one word for ever', () => {
    const text = '船 '.repeat(50_000).trim();
    expect(findDirective({ ...plain, start: '船', end: '船', suffix: '灯' }, searched(text))).toBeNull();
  });
});

describe('written in an address', () => {
  test.each([
    [{ ...plain, start: 'well-set, R&D' }, ':~:text=well%2Dset%2C%20R%26D'],
    [{ ...plain, start: '灯塔' }, ':~:text=%E7%81%AF%E5%A1%94'],
    [{ prefix: 'a', start: 'b', end: 'c', suffix: 'd' }, ':~:text=a-,b,c,-d'],
    [{ ...plain, prefix: 'a-', start: 'b' }, ':~:text=a%2D-,b'],
    [{ ...plain, start: "(it's *~!)" }, ':~:text=%28it%27s%20%2A%7E%21%29'],
  ])('%j is %s, and is read back', (directive, text) => {
    expect(directiveText(directive)).toBe(text);
    expect(readDirective(`#p-k3v9q0${text}`)).toEqual(directive);
  });

  test('half a character is no reason to fail', () => {
    expect(directiveText({ ...plain, start: 'a\ud800' })).toBe(':~:text=a%EF%BF%BD');
  });

  test('the first of several is read, others and faults are left', () => {
    expect(readDirective('#:~:other=x&text=one&text=two')).toEqual({ ...plain, start: 'one' });
    for (const wrong of [
      '',
      '#text=x',
      '#:~:text=',
      '#:~:text=%E7%8',
      '#:~:text=a,b,c',
      '#:~:text=a-',
      '#:~:text=,a',
    ]) {
      expect(readDirective(wrong), wrong).toBeNull();
    }
  });
});
