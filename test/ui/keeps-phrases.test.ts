import { describe, expect, test } from 'vitest';
import { keepsPhrases } from '../../src/ui/keeps-phrases.ts';

describe('a headline is broken between phrases', () => {
  test.each([
    ['where each fits a line', '灯塔的一夜：从黄昏点灯到清晨熄灯', 2],
    ['in Latin letters between words', 'Ten kinds of tea, and a way to remember them', 2],
    ['around brackets', '【图解】山是怎样画到纸上的（上）', 2],
    ['at the cost of one line more', '一月、二月、三月里的风，都往同一个方向吹，为什么？', 9],
  ])('%s', (_, title, spare) => {
    expect(keepsPhrases(title, spare)).toBe(true);
  });
});

describe('a headline is broken anywhere', () => {
  test.each([
    ['where a phrase is longer than a line', '为什么每一座灯塔都有一个只属于它自己的口音', 9],
    ['where its phrases need more lines than there are', '一月的风往东，二月三月的风往南吹，四月往西', 2],
    ['where its only space stands between scripts', 'CPU 的指令集存放在什么地方？', 9],
    ['where it is endless', '风，'.repeat(51), 100],
  ])('%s', (_, title, spare) => {
    expect(keepsPhrases(title, spare)).toBe(false);
  });
});
