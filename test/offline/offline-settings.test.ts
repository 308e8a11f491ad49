import { describe, expect, test } from 'vitest';
import { firstSettings, type KeptList, readOfflineSettings } from '../../src/offline/offline-settings.ts';

const list: KeptList = {
  ...{ filter: { kind: 'category', path: 'hai/an' }, path: '/c/hai/an/', name: '海岸', pictures: true },
  ...{ state: 'paused', done: 3, total: 9, failed: 1, edition: 'today' },
};

describe('what the reader wants kept', () => {
  test('is read as it was stored', () => {
    const settings = { limit: 50, lists: [list], settled: 'today' } as const;
    expect(readOfflineSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
  });

  test.each([[null], ['x'], [{}], [{ limit: 7, lists: 'none', settled: 3 }]])('is the first choice for %j', (data) => {
    expect(readOfflineSettings(data)).toEqual(firstSettings);
  });

  test.each([
    ['no filter', { filter: null }],
    ['a filter that is none', { filter: { kind: 'category' } }],
    ['a state nobody knows', { state: 'flying' }],
    ['no name', { name: 3 }],
  ])('leaves out a list with %s', (_, wrong) => {
    expect(readOfflineSettings({ lists: [{ ...list, ...wrong }, list] }).lists).toEqual([list]);
  });

  test('counts from nothing where a count is none', () => {
    const [read] = readOfflineSettings({ lists: [{ ...list, done: -1, total: 'many', edition: 5 }] }).lists;
    expect(read).toMatchObject({ done: 0, total: 0, failed: 1, edition: null });
  });
});
