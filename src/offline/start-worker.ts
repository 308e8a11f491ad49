import { registerQuotaErrorCallback } from 'workbox-core/registerQuotaErrorCallback.js';
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { PrecacheRoute } from 'workbox-precaching/PrecacheRoute.js';
import { registerRoute } from 'workbox-routing/registerRoute.js';
import { offlinePath, withBase } from '../edition/addresses.ts';
import type { ShellFiles } from '../edition/shell-files.ts';
import { savesData } from '../library/saves-data.ts';
import { keepEdition } from './keep-edition.ts';
import { keepPictures } from './keep-pictures.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import { makeRoom } from './make-room.ts';
import { refreshTables, removeOutdated } from './settle.ts';
import { registerRoutes } from './site-routes.ts';
import type { WorkerMessage } from './worker-message.ts';

function shellOf(keeper: Keeper, { files, version }: ShellFiles): PrecacheController {
  const shell = new PrecacheController({ cacheName: keeper.names.shell });
  shell.addToCacheList([
    ...files.map((file) => ({ url: keeper.base + file, revision: null })),
    { url: withBase(keeper.base, offlinePath), revision: version },
  ]);
  return shell;
}

/** Between one look at who is reading and the next. */
const PAUSES_MS = [500, 1500, 4000, 10_000];

/** The service worker. `self` must be its global object. */
export function startWorker(self: ServiceWorkerGlobalScope, shellFiles: ShellFiles): void {
  const base = new URL('./', self.location.href).pathname;
  const keeper = createKeeper(base);
  const shell = shellOf(keeper, shellFiles);

  const isAlone = async () => {
    const open = await self.clients.matchAll({ includeUncontrolled: true });
    return open.filter(({ url }) => url.startsWith(self.registration.scope)).length <= 1;
  };

  /** A page that is loaded anew or closed is counted for a while longer, on a busy device for seconds. */
  const becomesAlone = async () => {
    for (const pause of PAUSES_MS) {
      if (await isAlone()) return true;
      await new Promise((done) => setTimeout(done, pause));
    }
    return isAlone();
  };

  /** Scripts of older versions go when no page can want them any more. */
  const cleanShell = async (event: ExtendableEvent, isLast: () => Promise<boolean>) => {
    if (await isLast()) await shell.activate(event);
  };

  /** Gives false where another page may still be reading an older edition, whose files must stay. */
  async function settle(event: ExtendableEvent): Promise<boolean> {
    await refreshTables(keeper);
    if (!savesData()) await keepEdition(keeper);
    if (!(await becomesAlone())) return false;
    await removeOutdated(keeper);
    await shell.activate(event);
    return true;
  }

  async function answer(event: ExtendableMessageEvent, message: WorkerMessage): Promise<unknown> {
    switch (message.kind) {
      case 'pictures':
        return keepPictures(keeper, message.id, message.addresses);
      case 'settle':
        return settle(event);
      case 'tidy':
        return cleanShell(event, becomesAlone);
      case 'knows':
        return shellFiles.files.some((file) => base + file === message.script);
      case 'apply':
        return !message.alone || (await becomesAlone()) ? self.skipWaiting() : null;
    }
  }

  self.addEventListener('install', (event) => void shell.install(event));
  self.addEventListener('activate', (event) => {
    const start = async () => {
      // The page is asked for while the worker is still waking.
      await self.registration.navigationPreload?.enable();
      await self.clients.claim();
      // Whatever is asked for waits until this is done.
      await cleanShell(event, isAlone);
    };
    event.waitUntil(start());
  });
  self.addEventListener('message', (event) => {
    const work = answer(event, event.data as WorkerMessage);
    event.waitUntil(work.then((result) => event.ports[0]?.postMessage(result ?? null)));
  });

  registerQuotaErrorCallback(() => makeRoom(keeper));
  // Some browsers ask again for a module that failed with `?retry=1`.
  registerRoute(
    new PrecacheRoute(shell, { ignoreURLParametersMatching: [/^retry$/], directoryIndex: '', cleanURLs: false }),
  );
  registerRoutes({
    keeper,
    offlinePage: () => shell.matchPrecache(withBase(base, offlinePath)),
  });
}
