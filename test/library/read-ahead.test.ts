import { describe, expect, test, vi } from 'vitest';
import { readAhead } from '../../src/library/read-ahead.ts';
import { inventedRow } from '../ui/invented.ts';

/** Article `a17` stands at position 17. */
function options(savesData = false) {
  const loadPack = vi.fn(async (_position: number) => []);
  const prepare = vi.fn(async (_id: string) => {});
  const rehearse = vi.fn(async (_id: string) => {});
  const prepareAny = vi.fn(async () => {});
  const store = {
    positionOf: (id: string) => (id.startsWith('a') ? Number(id.slice(1)) : null),
    row: (position: number) => (position < 0 ? null : inventedRow(position)),
    loadPack,
  };
  return { loadPack, prepare, rehearse, prepareAny, store, savesData: () => savesData };
}

describe('an article that is pointed at', () => {
  test('is made ready', () => {
    const given = options();
    readAhead(given).pointAt('a3');
    expect(given.prepare.mock.calls).toEqual([['a3']]);
  });

  test('is left alone by those who save data', () => {
    const given = options(true);
    readAhead(given).pointAt('a3');
    expect(given.prepare).not.toHaveBeenCalled();
  });

  test('that cannot be had is no error yet', async () => {
    const given = options();
    given.prepare.mockRejectedValue(new Error('offline'));
    readAhead(given).pointAt('a3');
    await new Promise((done) => setTimeout(done));
    expect(given.prepare).toHaveBeenCalledOnce();
  });
});

describe('articles that may be next', () => {
  test('are fetched by packs, each once, after the script of articles', async () => {
    const given = options();
    readAhead(given).expect(['a17', 'a16', 'a9', 'unknown', 'a10', 'a30']);
    await expect.poll(() => given.loadPack.mock.calls).toEqual([[16], [8], [24]]);
    expect(given.prepareAny.mock.invocationCallOrder[0]).toBeLessThan(given.loadPack.mock.invocationCallOrder[0] ?? 0);
  });

  test('are no more than a few packs', async () => {
    const given = options();
    readAhead(given).expect(Array.from({ length: 40 }, (_, number) => `a${number * 8}`));
    await expect.poll(() => given.prepare.mock.calls.length, { timeout: 10_000 }).toBe(1);
    expect(given.loadPack.mock.calls.map(([position]) => position)).toEqual([0, 8, 16, 24, 32, 40]);
  });

  test('are others as soon as the page shows others', async () => {
    const given = options();
    const ahead = readAhead(given);
    ahead.expect(['a0', 'a8']);
    ahead.expect(['a80']);
    await expect.poll(() => given.loadPack.mock.calls).toEqual([[80]]);
  });

  test('let the browser practise on the nearest, once', async () => {
    const given = options();
    const ahead = readAhead(given);
    ahead.expect(['unknown', 'a5', 'a6', 'a4']);
    await expect.poll(() => given.rehearse.mock.calls).toEqual([['a5']]);
    expect(given.prepare.mock.calls).toEqual([['a5']]);
    ahead.expect(['a60']);
    await expect.poll(() => given.loadPack.mock.calls.length).toBe(2);
    expect(given.prepare).toHaveBeenCalledOnce();
    expect(given.rehearse).toHaveBeenCalledOnce();
  });

  test('come also where a rehearsal fails', async () => {
    const given = options();
    given.rehearse.mockRejectedValue(new Error('another router'));
    const ahead = readAhead(given);
    ahead.expect(['a5']);
    await expect.poll(() => given.rehearse.mock.calls.length).toBe(1);
    ahead.expect(['a60']);
    await expect.poll(() => given.loadPack.mock.calls).toEqual([[0], [56]]);
  });

  test('cost those who save data nothing', async () => {
    const given = options(true);
    readAhead(given).expect(['a1', 'a9']);
    await new Promise((done) => setTimeout(done, 500));
    expect(given.prepareAny).not.toHaveBeenCalled();
    expect(given.loadPack).not.toHaveBeenCalled();
  });

  test('can be asked for again after a failure', async () => {
    const given = options();
    given.loadPack.mockRejectedValue(new Error('offline'));
    const ahead = readAhead(given);
    ahead.expect(['a1']);
    await expect.poll(() => given.loadPack.mock.calls.length).toBe(1);
    await new Promise((done) => setTimeout(done));
    ahead.expect(['a1']);
    await expect.poll(() => given.loadPack.mock.calls.length).toBe(2);
  });
});
