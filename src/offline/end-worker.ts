import { cacheNamesFor, readingCaches } from './cache-names.ts';

/**
 * The worker of a site that wants none any more. Its file must stay where it was, because browsers go on asking for it, and
 * keep the old one where it is gone: this one takes the old one's place, forgets everything and goes.
 */
export function endWorker(self: ServiceWorkerGlobalScope): void {
  self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
  self.addEventListener('activate', (event) => {
    const end = async () => {
      const base = new URL('./', self.location.href).pathname;
      const names = cacheNamesFor(base);
      for (const name of [...readingCaches(names), names.shell, names.assets]) await self.caches.delete(name);
      self.indexedDB.deleteDatabase(`broadsheet ${base}`);
      await self.registration.unregister();
    };
    event.waitUntil(end());
  });
}
