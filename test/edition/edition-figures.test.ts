import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/article/problem.ts';
import { editionFigures } from '../../src/edition/edition-figures.ts';

const at = (text: string) => Date.parse(text);
const problem = (file: string, level: Problem['level'], reason: string): Problem => ({
  file,
  line: 1,
  level,
  reason,
  hint: '',
});
const figures = (dates: readonly (number | null)[], problems: readonly Problem[] = []) =>
  editionFigures(
    dates,
    dates.map(() => 'zh-Hans'),
    problems,
    'Asia/Shanghai',
  );

describe('periods', () => {
  test('are months of the site’s zone, without gaps', () => {
    const { periods, first, last } = figures([at('2024-01-31T20:00:00Z'), at('2023-12-01T00:00:00Z'), null]);
    expect(periods).toEqual([
      { name: '2023-12', count: 1 },
      { name: '2024-01', count: 0 },
      { name: '2024-02', count: 1 },
    ]);
    expect([first, last]).toEqual([at('2023-12-01T00:00:00Z'), at('2024-01-31T20:00:00Z')]);
  });

  test('are years where months would be too many', () => {
    const { periods } = figures([at('2010-05-01T00:00:00Z'), at('2024-05-01T00:00:00Z'), at('2024-06-01T00:00:00Z')]);
    expect(periods).toEqual([
      { name: '2010', count: 1 },
      { name: '2024', count: 2 },
    ]);
  });

  test('are none where no article has a date', () => {
    expect(figures([null, null])).toMatchObject({ periods: [], first: null, last: null, undated: 2 });
  });
});

test('languages are counted, the most frequent first', () => {
  const { languages } = editionFigures([null, null, null], ['en', 'zh-Hans', 'zh-Hans'], [], 'UTC');
  expect(languages).toEqual([
    { name: 'zh-Hans', count: 2 },
    { name: 'en', count: 1 },
  ]);
});

test('files are counted once, reasons by their kind, and no file is named', () => {
  const { recovered, leftOut, reasons } = figures(
    [null],
    [
      problem('secret/a.html', 'warning', 'not a date: "Invalid Date"'),
      problem('secret/a.html', 'warning', 'not a date: "yesterday"'),
      problem('secret/b.html', 'error', 'the file is empty'),
    ],
  );
  expect([recovered, leftOut]).toEqual([1, 1]);
  expect(reasons).toEqual([
    { name: 'not a date: …', count: 2 },
    { name: 'the file is empty', count: 1 },
  ]);
  expect(JSON.stringify(reasons)).not.toContain('secret');
});
