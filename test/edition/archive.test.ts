import { describe, expect, test } from 'vitest';
import { ARCHIVE_SIZE, archivedCount, archivePageOf } from '../../src/edition/archive.ts';
import { SHEET_SIZE } from '../../src/edition/edition-data.ts';

const totals = [0, 1, 32, 33, 63, 64, 65, 288, 289, 10_000, 10_001];

describe('the articles on archive pages', () => {
  test.each(totals)('of %i are all but those on the list’s own page, and at most 31 of them', (total) => {
    const shown = Math.min(total, SHEET_SIZE);
    const twice = archivedCount(total) + shown - total;
    expect(twice).toBeGreaterThanOrEqual(0);
    expect(twice).toBeLessThan(SHEET_SIZE);
  });

  test('are more only once in 32 times', () => {
    const counts = Array.from({ length: 320 }, (_, extra) => archivedCount(1000 + extra));
    expect(new Set(counts).size).toBeLessThanOrEqual(11);
  });
});

test('pages count from the oldest', () => {
  expect([0, ARCHIVE_SIZE - 1, ARCHIVE_SIZE].map(archivePageOf)).toEqual([1, 1, 2]);
});
