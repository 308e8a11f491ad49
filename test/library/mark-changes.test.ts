import { describe, expect, test } from 'vitest';
import { mergeMarks, withMarks, withNames, withoutMarks } from '../../src/library/mark-changes.ts';
import { MOST_READ, type StoredMark } from '../../src/library/marks.ts';

const mark = (id: string, at: number, title = id): StoredMark => [id, at, null, 0, title, ''];
const ids = (marks: readonly StoredMark[]) => marks.map(([id]) => id).join('');

describe('merging marks', () => {
  test('loses none and keeps the order of their times', () => {
    const merged = mergeMarks([mark('a', 1), mark('c', 5)], [mark('b', 3), mark('d', 9)]);
    expect(ids(merged)).toBe('abcd');
  });

  test('keeps of one article the newer mark, where that belongs', () => {
    const [own, other] = [[mark('a', 1), mark('b', 2)], [mark('a', 7)]];
    expect(mergeMarks(own, other)).toEqual([mark('b', 2), mark('a', 7)]);
    expect(mergeMarks(other, own)).toEqual([mark('b', 2), mark('a', 7)]);
  });

  test('takes a title from the older where only that has one', () => {
    expect(mergeMarks([mark('a', 1, '灯塔')], [['a', 7, null, 3]])).toEqual([['a', 7, null, 3, '灯塔', '']]);
    expect(mergeMarks([['a', 7, null, 3]], [mark('a', 1, '灯塔')])).toEqual([['a', 7, null, 3, '灯塔', '']]);
  });

  test('with nothing leaves a list as it is, whatever its order', () => {
    const odd = [mark('a', 9), mark('b', 2), mark('c', 4)];
    expect(mergeMarks([], odd)).toEqual(odd);
    expect(mergeMarks(odd, [])).toEqual(odd);
    expect(mergeMarks(odd, odd)).toEqual(odd);
  });

  test('twice is as good as once', () => {
    const [own, others] = [
      [mark('a', 1), mark('b', 4)],
      [mark('b', 2), mark('c', 3)],
    ];
    const once = mergeMarks(own, others);
    expect(mergeMarks(once, others)).toEqual(once);
  });
});

describe('a change to many', () => {
  const marks = { read: [mark('a', 1), mark('b', 2)], saved: [mark('b', 3)] };

  test('takes out some or all of one list, and puts them back', () => {
    expect(ids(withoutMarks('read', new Set(['a']))(marks).read)).toBe('b');
    const empty = withoutMarks('read', null)(marks);
    expect(empty).toEqual({ read: [], saved: marks.saved });
    expect(withMarks('read', marks.read)(empty)).toEqual(marks);
  });

  test('puts back among what was read meanwhile', () => {
    const meanwhile = { ...marks, read: [mark('b', 9)] };
    expect(withMarks('read', marks.read)(meanwhile).read).toEqual([mark('a', 1), mark('b', 9)]);
  });

  test('keeps no more read articles than a browser has room for: the last', () => {
    const many = Array.from({ length: MOST_READ }, (_, at) => mark(`m${at}`, at));
    const { read } = withMarks('read', [mark('new', MOST_READ)])({ read: many, saved: [] });
    expect(read).toHaveLength(MOST_READ);
    expect(read.at(-1)?.[0]).toBe('new');
    expect(read[0]?.[0]).toBe('m1');
  });

  test('writes down titles where there are none', () => {
    const names = new Map([['a', { title: '灯塔', source: '海岸' }]]);
    const named = withNames(names)({ read: [['a', 1, null, 0], mark('b', 2)], saved: [mark('a', 1, '旧题')] });
    expect(named.read).toEqual([['a', 1, null, 0, '灯塔', '海岸'], mark('b', 2)]);
    expect(named.saved).toEqual([mark('a', 1, '旧题')]);
  });
});
