import { describe, expect, test } from 'vitest';
import { languageOf, readersLanguage } from '../../src/edition/interface-language.ts';

describe('the language of a site’s interface', () => {
  test.each([
    ['zh', 'zh-CN'],
    ['zh-CN', 'zh-CN'],
    ['zh-SG', 'zh-CN'],
    ['zh-Hans-HK', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['zh-hk', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['en-GB', 'en'],
    ['fr', 'zh-CN'],
  ])('%s → %s', (tag, language) => {
    expect(languageOf(tag)).toBe(language);
  });
});

describe('a reader’s interface speaks', () => {
  test.each([
    ['what was chosen, whatever the browser prefers', 'zh-TW', ['en'], 'zh-TW'],
    ['the first language of the browser', 'auto', ['en-US', 'zh-CN'], 'en'],
    ['the first one that we know', 'auto', ['fr', 'de', 'zh-Hant-HK', 'en'], 'zh-TW'],
    ['the site’s where none is known', 'auto', ['fr', 'enm'], 'zh-CN'],
    ['the site’s where the browser says nothing', 'auto', [], 'zh-CN'],
  ] as const)('%s', (_, chosen, preferred, language) => {
    expect(readersLanguage(chosen, preferred, 'zh-CN')).toBe(language);
  });
});
