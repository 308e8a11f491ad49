import { expect } from 'vitest';
import type { Problem } from '../../src/article/problem.ts';
import type { Outcome } from './malformed-file.ts';

/** What became of a file that was published. */
export interface Published {
  readonly title: string;
  /** Of its page, or of its body. */
  readonly text: string;
}

/** @param found null where the file was not published. */
export function expectOutcome(outcome: Outcome, found: Published | null, problems: readonly Problem[]): void {
  const said = problems.map(({ line, level, reason }) => `${line} ${level} ${reason}`);
  if (outcome.kind === 'skipped') return expect({ said, found }).toEqual({ said: [], found: null });
  if (outcome.kind === 'left out') {
    expect(found).toBeNull();
    return expect(said).toEqual([expect.stringContaining(outcome.says)]);
  }
  expect(found?.title).toBe(outcome.title);
  expect(found?.text.includes(outcome.shows)).toBe(true);
  if (outcome.says === null) return expect(said).toEqual([]);
  const { says, line } = outcome;
  const problem = problems.find(({ reason }) => reason.includes(says));
  expect({ said, line: problem?.line }).toEqual({ said, line: line ?? expect.any(Number) });
}
