import { describe, expect, test } from 'vitest';
import { facetWordsFor } from '../../src/i18n/facet-words.ts';
import { dateFormat } from '../../src/i18n/format-date.ts';
import { lightboxWords } from '../../src/i18n/lightbox-words.ts';
import { languageOf, messagesFor } from '../../src/i18n/messages.ts';

describe('languageOf', () => {
  test.each([
    ['zh', 'zh-CN'],
    ['zh-CN', 'zh-CN'],
    ['zh-Hans-HK', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['en-GB', 'en'],
    ['fr', 'zh-CN'],
  ])('%s → %s', (tag, language) => {
    expect(languageOf(tag)).toBe(language);
  });
});

test('every language has a text for every key', () => {
  const keys = Object.keys(messagesFor('zh-CN')).toSorted();
  for (const tag of ['zh-TW', 'en']) {
    expect(Object.keys(messagesFor(tag)).toSorted()).toEqual(keys);
    expect(Object.values(messagesFor(tag)).every((text) => text !== '')).toBe(true);
  }
});

test('every language has a text for every key of the filters', () => {
  const keys = Object.keys(facetWordsFor('zh-CN')).toSorted();
  for (const tag of ['zh-TW', 'en']) expect(Object.keys(facetWordsFor(tag)).toSorted()).toEqual(keys);
});

test('every language has a text for every key of the lightbox', () => {
  const keys = Object.keys(lightboxWords['zh-CN']).toSorted();
  for (const words of Object.values(lightboxWords)) {
    expect(Object.keys(words).toSorted()).toEqual(keys);
    expect(words.place).toMatch(/\{index\}.*\{total\}/);
  }
});

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
});
