import { describe, expect, test } from 'vitest';
import { positionsBeside } from '../../src/library/list-trail.ts';

describe('positionsBeside', () => {
  const list = Int32Array.of(9, 7, 3, 1);

  test('follows the list the article was opened from, whatever its order', () => {
    expect([...positionsBeside(7, 1, list, 20)]).toEqual([3, 1]);
    expect([...positionsBeside(3, -1, list, 20)]).toEqual([7, 9]);
  });

  test('ends where the list ends', () => {
    expect([...positionsBeside(1, 1, list, 20)]).toEqual([]);
    expect([...positionsBeside(9, -1, list, 20)]).toEqual([]);
  });

  test('follows the whole edition, newest first, for an article of no list', () => {
    expect([...positionsBeside(2, 1, list, 5)]).toEqual([1, 0]);
    expect([...positionsBeside(2, -1, null, 5)]).toEqual([3, 4]);
  });
});
