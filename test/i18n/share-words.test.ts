import { expect, test } from 'vitest';
import { shareWords } from '../../src/i18n/share-words.ts';

test('every language has a text for every key of sharing', () => {
  const keys = Object.keys(shareWords['zh-CN']).toSorted();
  for (const words of Object.values(shareWords)) {
    expect(Object.keys(words).toSorted()).toEqual(keys);
    expect(Object.values(words)).not.toContain('');
  }
});

test('a quote says whose it is, where that is known', () => {
  expect(shareWords['zh-CN'].cite('灯亮了。', '港口', '海岸通讯')).toBe('“灯亮了。”\n——《港口》，海岸通讯');
  expect(shareWords['zh-TW'].cite('燈亮了。', '港口', null)).toBe('「燈亮了。」\n——《港口》');
  expect(shareWords.en.cite('The lamp is lit.', 'Harbour', 'Coast News')).toBe(
    '“The lamp is lit.”\n— Harbour, Coast News',
  );
});
