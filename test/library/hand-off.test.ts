import { describe, expect, test } from 'vitest';
import { packFitting, packRecords, unpackRecords } from '../../src/library/hand-off.ts';
import type { StoredMark } from '../../src/library/marks.ts';

const MINUTE = 60_000;
const saved = Array.from({ length: 300 }, (_, number): StoredMark => {
  const id = ((number * 2_654_435_761) % 3_656_158_440_062_976).toString(36).padStart(10, 'x');
  return [id, (28_000_000 + number) * MINUTE, number % 7 === 0 ? null : (27_000_000 + number) * MINUTE, number, '', ''];
});
const records = { saved, places: [], settings: { theme: 'dark' } };

test('what is handed over arrives, to the minute', async () => {
  expect(await unpackRecords(await packRecords(records))).toEqual({ kind: 'records', records });
});

test('of too many the newest that fit are handed over, and no more', async () => {
  const fitted = await packFitting(records, 900);
  expect(fitted.fragment.length).toBeLessThanOrEqual(900);
  expect(fitted.saved).toBeGreaterThan(20);
  const found = await unpackRecords(fitted.fragment);
  expect(found.kind === 'records' && found.records.saved).toEqual(saved.slice(-fitted.saved));
});

describe('an address that anybody may have written', () => {
  test.each(['', '#', '#x', 'javascript:alert(1)'])('says nothing: %s', async (fragment) => {
    expect(await unpackRecords(fragment)).toEqual({ kind: 'broken' });
  });

  test('is broken where it was cut off or spoiled', async () => {
    const fragment = await packRecords(records);
    expect(await unpackRecords(fragment.slice(0, -20))).toEqual({ kind: 'broken' });
    expect(await unpackRecords(`${fragment.slice(0, 40)}${fragment.slice(60)}`)).toEqual({ kind: 'broken' });
  });
});
