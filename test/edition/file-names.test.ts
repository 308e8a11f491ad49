import { describe, expect, test } from 'vitest';
import { namesIndex, nameTables, packAt, sheetAt } from '../../src/edition/file-names.ts';

const versions = (count: number, mark: string) => Array.from({ length: count }, (_, index) => `${mark}${index}`);
const tables = nameTables({ sheets: versions(70, 's'), packs: versions(277, 'p') });

describe('tables of names', () => {
  test('give every position its sheet and its pack', () => {
    for (const position of [0, 31, 32, 2047, 2048, 2215]) {
      const table = tables[namesIndex(position)]!;
      const [sheet, pack] = [Math.floor(position / 32), Math.floor(position / 8)];
      expect(sheetAt(table, position)).toBe(`sheet-${sheet}-s${sheet}.json`);
      expect(packAt(table, position)).toBe(`${pack}-p${pack}.js`);
    }
  });

  test('know nothing of positions past the end', () => {
    expect(packAt(tables[1]!, 2216)).toBeNull();
    expect(sheetAt(tables[1]!, 2240)).toBeNull();
  });

  test('stay as they are when news is added behind them', () => {
    const more = nameTables({ sheets: versions(71, 's'), packs: versions(278, 'p') });
    expect(more[0]).toEqual(tables[0]);
    expect(more).toHaveLength(tables.length);
  });
});
