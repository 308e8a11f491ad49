import { describe, expect, test } from 'vitest';
import { dateFormat } from '../../src/i18n/format-date.ts';

describe('dates', () => {
  const date = Date.UTC(2021, 10, 23, 1, 30);

  test('are written in the site’s zone', () => {
    const dates = dateFormat('zh-CN', 'Asia/Shanghai');
    expect(dates.clock(date)).toBe('09:30');
    expect(dates.dayAndClock(date)).toBe('2021年11月23日 09:30');
    expect(dates.dayHeading(18_954, false)).toBe('11月23日 星期二');
    expect(dates.moment(date)).toContain('星期二');
  });

  test('say the day alone where the time is midnight', () => {
    const dates = dateFormat('zh-CN', 'Asia/Shanghai');
    expect(dates.clock(Date.UTC(2021, 10, 22, 16))).toBe('11月23日');
    expect(dates.dayAndClock(Date.UTC(2021, 10, 22, 16))).toBe('2021年11月23日');
  });

  test('and numbers and lists are those of the interface’s language', () => {
    const [chinese, english] = [dateFormat('zh-TW', 'Asia/Shanghai'), dateFormat('en', 'Asia/Shanghai')];
    expect(english.dayAndClock(date)).toBe('Nov 23, 2021, 09:30');
    expect(english.dayHeading(18_954, false)).toBe('Tuesday, November 23');
    expect(english.number(12_345)).toBe('12,345');
    expect(english.minutesAgo(5)).toBe('5 minutes ago');
    expect(chinese.minutesAgo(5)).toBe('5 分鐘前');
    expect(english.all(['a', 'b', 'c'])).toBe('a, b, and c');
    expect(chinese.either(['甲', '乙'])).toBe('甲或乙');
  });
});
