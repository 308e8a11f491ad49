import { describe, expect, test } from 'vitest';
import { cutEntries } from '../../src/import/cut-entries.ts';

const cut = (text: string) => cutEntries(text).entries.map((entry) => entry.text);

describe('cutting a feed', () => {
  test('finds its entries, their lines, and what is round them', () => {
    const text = '<rss>\n<channel>\n<item>a</item>\n<link/>\n<item\nx="y">b</item>\n</channel></rss>';
    const { head, shell, entries } = cutEntries(text);
    expect(head).toBe('<rss>\n<channel>\n');
    expect(shell).toBe('<rss>\n<channel>\n\n<link/>\n\n</channel></rss>');
    expect(entries).toEqual([
      { text: '<item>a</item>', line: 3, isCutOff: false, start: 16, end: 30 },
      { text: '<item\nx="y">b</item>', line: 5, isCutOff: false, start: 39, end: 59 },
    ]);
  });

  test.each([
    ['in sections', '<item><![CDATA[</item><item>]]></item>', 1],
    ['in comments', '<item>a</item><!-- <item>b</item> --><item>c</item>', 2],
    ['under a prefix', '<x:entry>a</x:entry><x:entry>b</x:entry>', 2],
    ['in capitals', '<ITEM>a</Item><Entry>b</ENTRY>', 2],
    ['that only begin alike', '<items><items2><itemise><item>a</item></items>', 1],
    ['never ended', '<item>a<item>b</item><item>c</item>', 3],
    ['after a section that never ends', '<item><![CDATA[a</item><item>b</item>', 2],
    ['after a section that another’s end ends', '<item><![CDATA[a</item><item><![CDATA[b]]></item>', 2],
    ['none', '<rss><channel></channel></rss>', 0],
  ])('entries %s', (_, text, count) => {
    expect(cut(text)).toHaveLength(count);
  });

  test('an end in the middle of an entry is told from one in the middle of nothing', () => {
    const isCutOff = (text: string) => cutEntries(text).entries.at(-1)?.isCutOff;
    expect(isCutOff('<rss><channel><item>a')).toBe(true);
    expect(isCutOff('<rss><channel><item>a</item>')).toBe(false);
    expect(isCutOff('<rss><channel><item>a</channel></rss>')).toBe(false);
  });

  test.each([
    '<item>',
    '</item>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<![CDATA[</item>',
    '<!--<item>',
    '<item><![CDATA[x</item>',
  ])('takes no time by the square of how often there is %j', (part) => {
    expect(cutEntries(part.repeat(100_000)).head.length).toBeGreaterThanOrEqual(0);
  });
});
