import { describe, expect, test } from 'vitest';
import { dayOfText } from '../../src/edition/day-text.ts';
import type { EditionIndex, ListFilter } from '../../src/edition/edition-data.ts';
import type { Language } from '../../src/edition/interface-language.ts';
import { listAddress, listQuery } from '../../src/edition/list-query.ts';
import { dateFormat } from '../../src/i18n/format-date.ts';
import type { ListView } from '../../src/library/list-view.ts';
import { filterParts, filterSentence } from '../../src/ui/filter-parts.ts';

const names = [
  ['金融', 'a', -1],
  ['国内', 'a/b', 0],
  ['科技', 'c', -1],
  ['国内', 'c/b', 2],
] as const;
const index: EditionIndex = {
  count: 0,
  categories: names.map(([name, path, parent]) => ({ name, slug: path, path, parent, count: 0 })),
  sources: [
    { name: '海岸通讯', slug: 's', count: 0 },
    { name: '山地周刊', slug: 't', count: 0 },
  ],
  columns: '',
  stamp: 'today',
};

function viewOf(search: string, place: ListFilter = { kind: 'all' }): ListView {
  const query = listQuery(place, search);
  const today = dayOfText('2026-11-23') ?? 0;
  const columns = {} as ListView['edition']['columns'];
  const facets = {} as ListView['facets'];
  return { edition: { index, columns, days: new Int32Array() }, query, facets, today, matches: null, isPlain: false };
}

const speech = (language: Language) => ({ language, dates: dateFormat(language, 'Asia/Shanghai') });

describe('the sentence of a filtered list', () => {
  test.each([
    ['', ''],
    ['?c=a&c=c', '金融或科技'],
    ['?c=a/b&c=c&-c=a', '金融/国内或科技 · 不含金融'],
    ['?src=s&src=t', '海岸通讯或山地周刊'],
    ['?q=灯塔&is=unread,saved', '“灯塔” · 未读 · 已收藏'],
    ['?from=2026-11-17', '近 7 天'],
    ['?from=2026-10-25', '近 30 天'],
    ['?from=2026-11-23&to=2026-11-23', '今天'],
    ['?from=2026-01-01', '今年'],
    ['?from=2025-01-01&to=2025-12-31', '2025年'],
    ['?from=2026-02-01&to=2026-02-28', '2026年2月'],
    ['?from=2026-02-01&to=2026-03-31', '2026年2月 – 2026年3月'],
    ['?from=2026-02-02', '2026年2月2日起'],
    ['?to=2026-02-02&sort=old', '截至2026年2月2日 · 最早在前'],
  ])('%s: %s', (search, sentence) => {
    expect(filterSentence(viewOf(search), speech('zh-CN'))).toBe(sentence);
  });

  test('leaves out what the heading names', () => {
    expect(filterSentence(viewOf('?src=s', { kind: 'category', path: 'a' }), speech('zh-CN'))).toBe('海岸通讯');
    expect(filterSentence(viewOf('?from=2026-11-17', { kind: 'source', slug: 's' }), speech('zh-CN'))).toBe('近 7 天');
  });
});

test('is said in the language of the interface', () => {
  const view = viewOf('?c=a&c=c&is=unread&from=2026-02-01&to=2026-02-28');
  expect(filterSentence(view, speech('zh-TW'))).toBe('金融或科技 · 2026年2月 · 未讀');
  expect(filterSentence(view, speech('en'))).toBe('金融 or 科技 · February 2026 · Unread');
});

test('every part can be taken away alone', () => {
  const parts = filterParts(viewOf('?c=a/b&c=c&-c=a&src=s&q=x&from=2026-11-17&is=saved&sort=new'), 'zh-CN');
  expect(parts.map(({ label }) => label)).toEqual([
    '金融/国内',
    '科技',
    '不含金融',
    '海岸通讯',
    '“x”',
    '近 7 天',
    '已收藏',
    '最新在前',
  ]);
  const addresses = parts.map(({ rest }) => listAddress(rest));
  expect(addresses[0]).toBe('/c/c/?-c=a&src=s&q=x&from=2026-11-17&is=saved&sort=new');
  expect(addresses[4]).toBe('/?c=a/b&c=c&-c=a&src=s&from=2026-11-17&is=saved');
});
