import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchFile, fetchWithin, readJson } from '../../src/library/fetch-file.ts';
import { keepModule } from '../../src/library/kept-module.ts';
import { Unanswered } from '../../src/library/time-limit.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A network that answers as it is told, and ends what is given up. */
function answer(respond: (signal: AbortSignal) => Promise<Response>): void {
  vi.stubGlobal('fetch', (_: string, { signal }: { signal: AbortSignal }) => {
    const ended = new Promise<never>((_, failed) => {
      signal.addEventListener('abort', () => failed(signal.reason));
    });
    return Promise.race([respond(signal), ended]);
  });
}

/** A body of pieces that come one after another, each after some seconds; with `ends` false nothing comes after the last. */
function slowBody(pieces: readonly string[], seconds: number, signal: AbortSignal, ends = true): ReadableStream {
  return new ReadableStream({
    async start(out) {
      signal.addEventListener('abort', () => out.error(signal.reason));
      for (const piece of pieces) {
        await new Promise((done) => setTimeout(done, seconds * 1000));
        out.enqueue(new TextEncoder().encode(piece));
      }
      if (ends) out.close();
    },
  });
}

describe('fetchFile', () => {
  test('gives up where nobody answers', async () => {
    answer(() => new Promise(() => {}));
    const failing = expect(fetchFile('/a.json', readJson)).rejects.toThrow(Unanswered);
    await vi.advanceTimersByTimeAsync(60_000);
    await failing;
  });

  test('gives up where an answer stops in its middle', async () => {
    answer(async (signal) => new Response(slowBody(['{"a":', '1'], 1, signal, false)));
    const failing = expect(fetchFile('/a.json', readJson)).rejects.toThrow('/a.json: nothing has come for a while.');
    await vi.advanceTimersByTimeAsync(60_000);
    await failing;
  });

  test('waits for what is slow and comes, however long it takes', async () => {
    answer(async (signal) => new Response(slowBody(['{', '"a"', ':', '1', '}'], 12, signal)));
    const file = fetchFile<unknown>('/a.json', readJson);
    await vi.advanceTimersByTimeAsync(70_000);
    expect(await file).toEqual({ a: 1 });
  });

  test('has nothing to wait for afterwards', async () => {
    answer(async () => Response.json([1]));
    await fetchFile('/a.json', readJson);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('says what isn’t there; who asks for less is told its status', async () => {
    answer(async () => new Response('gone', { status: 404, headers: { 'x-a': 'b' } }));
    await expect(fetchFile('/a.json', readJson)).rejects.toThrow('/a.json: 404');
    const seen = await fetchWithin('/a/', async (response) => [
      response.status,
      response.headers.get('x-a'),
      await response.text(),
    ]);
    expect(seen).toEqual([404, 'b', 'gone']);
    answer(async () => new Response(null, { status: 204 }));
    expect(await fetchWithin('/a/', async ({ status, ok }) => [status, ok])).toEqual([204, true]);
  });
});

describe('a part of the program', () => {
  test('that doesn’t come is given up, and welcome when it comes after all', async () => {
    let arrive: (module: object) => void = () => {};
    const module = keepModule(
      () =>
        new Promise<object>((done) => {
          arrive = done;
        }),
    );
    const heard = vi.fn();
    module.subscribe(heard);
    const failing = expect(module.load()).rejects.toThrow(Unanswered);
    await vi.advanceTimersByTimeAsync(60_000);
    await failing;
    expect(module.get()).toBeNull();
    const late = {};
    arrive(late);
    await vi.advanceTimersByTimeAsync(0);
    expect(module.get()).toBe(late);
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
