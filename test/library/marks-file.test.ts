import { describe, expect, test } from 'vitest';
import { type OwnRecords, readMarksFile, writeMarksFile } from '../../src/library/marks-file.ts';

const records: OwnRecords = {
  saved: [['a', 1_700_000_000_000, 1_600_000_000_000, 3, '“灯塔”\n</script>', '海岸']],
  read: [
    ['b', 1_700_000_000_001, null, 0, '', ''],
    ['c', 1_700_000_000_002, 0, 7, 'C', ''],
  ],
  places: [],
  caughtUp: [],
  settings: { theme: 'dark', size: 'large' },
  searches: ['灯塔', 'fog'],
};

const fault = (text: string) => {
  const found = readMarksFile(text);
  return found.kind === 'fault' ? found.fault : null;
};

test('a file gives back what was written, and makes the same file again', () => {
  const file = writeMarksFile(records);
  const found = readMarksFile(file);
  expect(found).toEqual({ kind: 'records', records });
  if (found.kind === 'records') expect(writeMarksFile(found.records)).toBe(file);
  expect(readMarksFile(`\uFEFF${file}`)).toEqual(found);
});

describe('a file that is not sound is not taken at all', () => {
  const file = writeMarksFile(records);

  test('and says which line and entry is wrong', () => {
    const spoiled = file.replace('"id":"c"', '"id":7');
    const line = spoiled.split('\n').findIndex((text) => text.includes('"id":7')) + 1;
    expect(fault(spoiled)).toEqual({ kind: 'bad-entry', line, list: 'read', place: 2 });
  });

  test('where it was cut off', () => {
    expect(fault(file.slice(0, -30))).toMatchObject({ kind: 'no-json' });
  });

  test.each(['{}', '[]', '"x"', '{"format":"other","version":1}'])('where it is somebody else’s: %s', (text) => {
    expect(fault(text)).toEqual({ kind: 'not-ours' });
  });

  test('where a newer program wrote it', () => {
    expect(fault(file.replace('"version": 1', '"version": 2'))).toEqual({ kind: 'newer', version: 2 });
  });
});
