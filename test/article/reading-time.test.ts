import { expect, test } from 'vitest';
import { readingMinutes } from '../../src/article/reading-time.ts';

test.each([
  ['an empty text', '', 1],
  ['a line', '港口开了。', 1],
  ['1,000 Chinese characters', '港'.repeat(1000), 2],
  ['1,000 rare characters beyond 16 bits', '𠮷'.repeat(1000), 2],
  ['690 English words', 'harbour '.repeat(690), 3],
  ['both together', `${'港'.repeat(1000)}${' harbour'.repeat(460)}`, 4],
  ['punctuation only', '。，！'.repeat(5000), 1],
  ['words with apostrophes and hyphens', "don't e-mail ".repeat(230), 2],
  ['Cyrillic words', 'порт '.repeat(460), 2],
])('%s', (_, text, minutes) => {
  expect(readingMinutes(text)).toBe(minutes);
});
