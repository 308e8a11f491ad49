import { askForEdition, keptEdition } from './edition-check.ts';
import type { Keeper } from './keeper.ts';
import { isKeptCopy } from './kept-page.ts';
import { askWorker } from './worker-message.ts';

const MINUTE = 60_000;
/** A page that is left open asks so often. */
const EVERY_MS = 60 * MINUTE;
/** And one that is come back to, at most. */
const AGAIN_MS = 10 * MINUTE;
/** How long a page waits for a new worker before it is loaded again all the same. */
const TAKE_OVER_MS = 3000;

export interface EditionState {
  readonly online: boolean;
  /** There is a newer edition, or a newer program, than the open page is of. */
  readonly isNewer: boolean;
}

export interface EditionWatchOptions {
  readonly keeper: Keeper;
  /** The edition the open page has loaded; null where it has needed none yet. */
  readonly loadedEdition: () => string | null;
  readonly onChange: (state: EditionState) => void;
}

export interface EditionWatch {
  /** Asks now. Gives the newest edition, where the site could be asked. */
  readonly check: () => Promise<string | null>;
  /** Takes in a worker once there is one. */
  readonly watchWorker: (registration: ServiceWorkerRegistration) => void;
  /** Goes over to the newest edition: loads the open page again. */
  readonly apply: () => Promise<void>;
}

/** Whether a waiting worker is of another program than the open page: then going over needs the reader's word. */
async function isOtherProgram(worker: ServiceWorker): Promise<boolean> {
  const source = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src;
  const script = source ? new URL(source).pathname : '';
  if (!(await askWorker(worker, { kind: 'knows', script }))) return true;
  // The page came from the new site already; the worker may follow, where no other page needs the old one.
  worker.postMessage({ kind: 'apply', alone: true });
  return false;
}

/** Resolves when another worker has taken the page over, or after a while. */
function takenOver(): Promise<unknown> {
  return new Promise((done) => {
    navigator.serviceWorker.addEventListener('controllerchange', done, { once: true });
    setTimeout(done, TAKE_OVER_MS);
  });
}

/** Watches for news of the site: when the page is come back to, when the network is, and once an hour. */
export function watchEdition({ keeper, loadedEdition, onChange }: EditionWatchOptions): EditionWatch {
  const { base } = keeper;
  let online = navigator.onLine;
  let registered: ServiceWorkerRegistration | null = null;
  /** The edition of the page as it was opened. */
  let opened: string | null = null;
  let newest: string | null = null;
  let isOther = false;
  let lastCheck = 0;

  const tell = () => {
    const own = loadedEdition() ?? opened;
    onChange({ online, isNewer: isOther || (own !== null && newest !== null && own !== newest) });
  };
  const check = async () => {
    lastCheck = Date.now();
    const answer = await askForEdition(base);
    online = answer.online;
    newest = answer.stamp ?? newest;
    // A page that came over the network is as new as the first answer; one from the cache is of what was kept then.
    opened ??= (isKeptCopy() ? await keptEdition(keeper).catch(() => null) : null) ?? answer.stamp;
    tell();
    if (online) await registered?.update().catch(() => {});
    return answer.stamp;
  };
  const lookAtWaiting = async () => {
    const waiting = registered?.waiting;
    if (waiting) isOther = await isOtherProgram(waiting).catch(() => false);
    tell();
  };

  window.addEventListener('online', () => void check());
  window.addEventListener('offline', () => {
    online = false;
    tell();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && Date.now() - lastCheck > AGAIN_MS) void check();
  });
  setInterval(() => void check(), EVERY_MS);

  return {
    check,
    watchWorker(registration) {
      registered = registration;
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker?.addEventListener('statechange', () => worker.state === 'installed' && void lookAtWaiting());
      });
      void lookAtWaiting();
    },
    async apply() {
      // Now, so that loading again shows the new one even where the network is slow and the worker would rather give the old.
      const page = fetch(window.location.href, { headers: { accept: 'text/html' } });
      await Promise.allSettled([page, fetch(`${base}data/edition.json`, { cache: 'no-cache' })]);
      const waiting = registered?.waiting;
      if (waiting) {
        const taken = takenOver();
        waiting.postMessage({ kind: 'apply', alone: false });
        await taken;
      }
      window.location.reload();
    },
  };
}
