import { describe, expect, test } from 'vitest';
import { feedOfPage } from '../../src/import/feed-of-page.ts';
import type { SavedPage } from '../../src/import/page-reader.js';

const page: SavedPage = {
  title: '',
  html: '<p>潮水退去之后，礁石上留下一排小小的脚印。</p>',
  addresses: [],
  base: null,
  pictures: [],
  tags: [],
  writer: '',
  siteName: '',
  language: null,
  summary: '',
  dates: [],
};

const titleOf = (title: string, name: string) =>
  feedOfPage({ ...page, title }, name).entries[0]?.draft?.title?.value ?? null;

describe('the title of a saved page', () => {
  test('is its own', () => {
    expect(titleOf('礁石上的脚印', 'saved/a.html')).toBe('礁石上的脚印');
  });

  test.each([
    ['saved/礁石上的脚印.html', '礁石上的脚印'],
    ['礁石上的脚印.HTM', '礁石上的脚印'],
    ['saved\\Footprints on the reef.xhtml', 'Footprints on the reef'],
  ])('is the name of its file where it has none: %s', (name, title) => {
    expect(titleOf('', name)).toBe(title);
  });

  test.each(['index.html', 'saved/Index.htm', '.html'])(
    'is missing where the file has no name of its own: %s',
    (name) => {
      expect(titleOf('', name)).toBeNull();
    },
  );
});
