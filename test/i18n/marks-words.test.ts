import { expect, test } from 'vitest';
import { marksWords } from '../../src/i18n/marks-words.ts';
import { placeWords } from '../../src/i18n/place-words.ts';

test.each([
  ['the lists of marks', marksWords],
  ['places in articles', placeWords],
])('every language has a text for every key of %s', (_, table) => {
  const keys = Object.keys(table['zh-CN']).toSorted();
  for (const words of Object.values(table)) {
    expect(Object.keys(words).toSorted()).toEqual(keys);
    expect(Object.values(words)).not.toContain('');
  }
});
