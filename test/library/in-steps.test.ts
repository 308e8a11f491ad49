import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runThrough, type Steps } from '../../src/article/steps.ts';
import { inSteps } from '../../src/library/in-steps.ts';

let clock = 0;
beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
});
afterEach(() => vi.restoreAllMocks());

/** Writes down what is done; each step takes so many milliseconds. */
function* work(done: string[], takes: number): Steps<string> {
  for (const step of ['one', 'two', 'three']) {
    done.push(step);
    clock += takes;
    yield;
  }
  return 'whole';
}

describe('work in steps', () => {
  test('is done at once where nobody waits for anything else', () => {
    const done: string[] = [];
    expect(runThrough(work(done, 100))).toBe('whole');
    expect(done).toEqual(['one', 'two', 'three']);
  });

  test('lets others work between steps that take long', async () => {
    const done: string[] = [];
    setTimeout(() => done.push('another'));
    expect(await inSteps(work(done, 100))).toBe('whole');
    expect(done).toEqual(['one', 'another', 'two', 'three']);
  });

  test('goes straight on between short ones', async () => {
    const done: string[] = [];
    setTimeout(() => done.push('another'));
    expect(await inSteps(work(done, 1))).toBe('whole');
    expect(done).toEqual(['one', 'two', 'three']);
  });

  test('that fails says so', async () => {
    // biome-ignore lint/correctness/useYield: it fails before its first step ends
    const failing = function* (): Steps<never> {
      throw new RangeError('too deep');
    };
    await expect(inSteps(failing())).rejects.toThrow('too deep');
  });
});
