import { expect, test } from 'vitest';
import { textNumbers } from '../../src/edition/text-numbers.ts';

test.each([
  ['in figures, however they are grouped', '成交 1,234.5 亿', '成交1234.5亿'],
  ['once each, in any order', '3 比 2，再 2 比 3', '2 与 3'],
  ['in words', '气温二十三度', '二十三个人'],
])('numbers are the same %s', (_, one, other) => {
  expect(textNumbers(one)).toEqual(textNumbers(other));
  expect(textNumbers(one)).not.toEqual([]);
});

test('when something was published is none of them', () => {
  expect(textNumbers('2031-04-05 06:07:08 发布')).toEqual([]);
});

test('one alone counts before a measure', () => {
  expect(textNumbers('五月')).toHaveLength(1);
  expect(textNumbers('一个人')).toHaveLength(0);
});
