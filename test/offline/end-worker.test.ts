import { expect, test, vi } from 'vitest';
import { endWorker } from '../../src/offline/end-worker.ts';

test('the worker of a site that wants none takes the old one’s place, forgets everything and goes', async () => {
  const listeners = new Map<string, (event: { waitUntil: (work: Promise<unknown>) => void }) => void>();
  const removed: string[] = [];
  const unregister = vi.fn(async () => true);
  const skipWaiting = vi.fn(async () => {});
  endWorker({
    location: { href: 'https://paper.example/news/sw.js' },
    addEventListener: (name: string, listener: () => void) => listeners.set(name, listener),
    caches: { delete: async (name: string) => removed.push(name) },
    indexedDB: { deleteDatabase: (name: string) => removed.push(name) },
    registration: { unregister },
    skipWaiting,
  } as unknown as ServiceWorkerGlobalScope);
  const run = async (name: string) => {
    const works: Promise<unknown>[] = [];
    listeners.get(name)?.({ waitUntil: (work) => works.push(work) });
    await Promise.all(works);
  };
  await run('install');
  expect(skipWaiting).toHaveBeenCalledOnce();
  await run('activate');
  expect(unregister).toHaveBeenCalledOnce();
  expect(removed.every((name) => name.startsWith('broadsheet /news/'))).toBe(true);
  expect(removed).toEqual(
    expect.arrayContaining(['broadsheet /news/ shell', 'broadsheet /news/ articles', 'broadsheet /news/']),
  );
  expect(listeners.has('fetch')).toBe(false);
});
