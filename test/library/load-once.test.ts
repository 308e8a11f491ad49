import { describe, expect, test, vi } from 'vitest';
import { loadOnce } from '../../src/library/load-once.ts';

describe('loadOnce', () => {
  test('loads each key once', async () => {
    const load = vi.fn(async (key: string) => key.toUpperCase());
    const once = loadOnce(load);
    expect(await Promise.all([once('a'), once('a'), once('b')])).toEqual(['A', 'A', 'B']);
    expect(load).toHaveBeenCalledTimes(2);
  });

  test('loads again what failed, and what was forgotten', async () => {
    const load = vi.fn(async (key: string) => key);
    load.mockRejectedValueOnce(new Error('offline'));
    const once = loadOnce(load);
    await expect(once('a')).rejects.toThrow('offline');
    expect(await once('a')).toBe('a');
    once.forget('a');
    await once('a');
    expect(load).toHaveBeenCalledTimes(3);
  });

  test('keeps no more than it may', async () => {
    const load = vi.fn(async (key: number) => key);
    const once = loadOnce(load, 2);
    for (const key of [1, 2, 3, 3, 2, 1]) await once(key);
    expect(load.mock.calls.flat()).toEqual([1, 2, 3, 1]);
  });
});
