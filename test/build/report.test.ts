import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/article/problem.ts';
import { progressLine, startProgress } from '../../src/build/progress.ts';
import { problemLine, sortProblems } from '../../src/build/report.ts';

function problem(file: string, line: number): Problem {
  return { file, line, level: 'warning', reason: 'no such picture', hint: 'add it' };
}

describe('problemLine', () => {
  test('is file, line, level, reason and hint', () => {
    expect(problemLine(problem('a/b.html', 7))).toBe('a/b.html:7: warning: no such picture (add it)');
  });

  test('is one line whatever the file is called', () => {
    expect(problemLine(problem('a\nb\u001B[2J\u202E.md', 1))).toBe(
      'a\\nb\\u001b[2J\\u202e.md:1: warning: no such picture (add it)',
    );
  });
});

test('problems are sorted by file and line', () => {
  const sorted = sortProblems([problem('b', 2), problem('b', 1), problem('a', 9)]);
  expect(sorted.map(({ file, line }) => `${file}${line}`)).toEqual(['a9', 'b1', 'b2']);
});

describe('progress', () => {
  test('names rate and what remains', () => {
    expect(progressLine('printing', 500, 2000, 1000)).toBe('printing 500 of 2000 · 500/s · 3 s left');
  });

  test('says nothing of a short task and little of a long one', () => {
    let time = 0;
    const written: string[] = [];
    const progress = startProgress(
      'printing',
      100,
      false,
      (text) => written.push(text),
      () => time,
    );
    progress.step(1);
    time = 1000;
    progress.step(10);
    time = 1100;
    progress.step(11);
    progress.end();
    expect(written).toEqual(['printing 10 of 100 · 10/s · 9 s left\n']);
  });
});
