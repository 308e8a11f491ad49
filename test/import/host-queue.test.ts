import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openHostQueue } from '../../src/import/host-queue.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A queue whose tasks take a second each and write down when they began and ended, in seconds. */
function timedQueue(mostAtOnce: number) {
  const queue = openHostQueue(2000, 5000, mostAtOnce);
  const start = Date.now();
  const log: string[] = [];
  const now = () => (Date.now() - start) / 1000;
  const run = (host: string, name: string) =>
    queue.run(host, async () => {
      log.push(`${now()} ${name}`);
      await new Promise((done) => setTimeout(done, 1000));
      log.push(`${now()} ${name} done`);
      return name;
    });
  return { queue, log, run };
}

describe('a host', () => {
  test('is asked one thing at a time, with a pause after each', async () => {
    const { log, run } = timedQueue(10);
    const all = Promise.all(['a', 'b', 'c'].map((name) => run('pier.example', name)));
    await vi.runAllTimersAsync();
    expect(await all).toEqual(['a', 'b', 'c']);
    expect(log).toEqual(['0 a', '1 a done', '3 b', '4 b done', '6 c', '7 c done']);
  });

  test('waits for no other, as long as there is room', async () => {
    const { log, run } = timedQueue(2);
    const all = Promise.all(['a', 'b', 'c'].map((name) => run(`${name}.example`, name)));
    await vi.runAllTimersAsync();
    await all;
    expect(log.filter((line) => !line.endsWith('done'))).toEqual(['0 a', '0 b', '1 c']);
  });

  test('is asked on where a task fails', async () => {
    const { queue, run } = timedQueue(1);
    const failed = queue.run('pier.example', () => Promise.reject(new Error('no'))).catch(({ message }) => message);
    const next = run('pier.example', 'a');
    await vi.runAllTimersAsync();
    expect([await failed, await next]).toEqual(['no', 'a']);
  });

  test('that is closed for a moment is waited for; for longer, it is not asked', async () => {
    const { queue, log, run } = timedQueue(10);
    queue.close('pier.example', Date.now() + 4000, new Error('closed'));
    const first = run('pier.example', 'a');
    await vi.runAllTimersAsync();
    expect(await first).toBe('a');
    expect(log[0]).toBe('4 a');
    queue.close('pier.example', Date.now() + 6000, new Error('closed'));
    await expect(run('pier.example', 'b')).rejects.toThrow('closed');
    const other = run('lock.example', 'c');
    await vi.runAllTimersAsync();
    expect(await other).toBe('c');
  });
});
