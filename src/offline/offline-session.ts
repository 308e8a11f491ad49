import { homePath, savedPath, withBase } from '../edition/addresses.ts';
import type { EditionStore } from '../library/edition-store.ts';
import type { MarkStore } from '../library/marks.ts';
import { savesData } from '../library/saves-data.ts';
import type { SettingStore } from '../library/settings.ts';
import { type EditionState, watchEdition } from './edition-watch.ts';
import { followReader } from './follow-reader.ts';
import { estimateList, type ListEstimate } from './keep-list.ts';
import { createKeeper } from './keeper.ts';
import { bytesOf, type Limit } from './kept-store.ts';
import { clearKept, keptUsage, type OfflineUsage } from './kept-usage.ts';
import { createListKeeper, type ListKeeper } from './list-keeper.ts';
import { keepWithin } from './make-room.ts';
import { type KeptList, keepOfflineSettings, type OfflineSettings } from './offline-settings.ts';
import { registerWorker, removeWorker } from './register-worker.ts';
import { visitAgain } from './watch-reading.ts';
import { askWorker, type WorkerMessage } from './worker-message.ts';

export interface OfflineState extends EditionState, OfflineSettings {
  /** The worker is there: what is read is kept. */
  readonly isKeeping: boolean;
}

/** Reading without a network, as the open page has it: a store, and what the reader can do. */
export interface OfflineSession extends Pick<ListKeeper, 'pause' | 'drop'> {
  readonly get: () => OfflineState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly apply: () => Promise<void>;
  readonly usage: () => Promise<OfflineUsage>;
  readonly estimate: (list: KeptList) => Promise<ListEstimate>;
  readonly keepList: (list: KeptList) => void;
  /** 0 keeps nothing any more, and takes the worker away. */
  readonly setLimit: (limit: Limit) => Promise<void>;
  /** Lets go all that is kept, but for saved articles. */
  readonly clear: () => Promise<void>;
}

export interface SessionOptions {
  readonly base: string;
  readonly editions: EditionStore;
  readonly marks: MarkStore;
  readonly settings: SettingStore;
}

/** Until the worker answers for this page. On a page that was loaded past it (Shift and reload) it never does. */
function controlled(): Promise<void> {
  const { serviceWorker } = navigator;
  if (serviceWorker.controller) return Promise.resolve();
  return new Promise((done) => serviceWorker.addEventListener('controllerchange', () => done(), { once: true }));
}

function tellWorker(message: WorkerMessage): Promise<unknown> {
  const { controller } = navigator.serviceWorker;
  return controller ? askWorker(controller, message) : Promise.resolve(null);
}

function keepPictures(id: string, addresses: readonly string[]): Promise<unknown> {
  return addresses.length === 0 ? Promise.resolve() : tellWorker({ kind: 'pictures', id, addresses });
}

/** Whether the worker, and with it the program, may be fetched without being asked for. */
function mayFetchWorker({ lists }: OfflineSettings): boolean {
  return !savesData() || navigator.serviceWorker?.controller !== null || lists.length > 0;
}

/** Begins to keep what is read. Browsers without workers, or with storage shut, have a session too: it finds new editions. */
export function startOfflineSession({ base, editions, marks, settings: reading }: SessionOptions): OfflineSession {
  const keeper = createKeeper(base);
  const settings = keepOfflineSettings(base);
  const listeners = new Set<() => void>();
  // What can't be kept is read all the same.
  const ignore = () => {};
  let state: OfflineState = { online: navigator.onLine, isNewer: false, isKeeping: false, ...settings.get() };
  const set = (part: Partial<OfflineState>) => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  settings.subscribe(() => set(settings.get()));

  const mayFetchPictures = () => reading.get().pictures === 'always' && !savesData();
  const lists = createListKeeper({
    ...{ keeper, settings, editions },
    keepPictures: ({ pictures }) => {
      if (!pictures) return null;
      // Those of other hosts are requests: they are made where the reader lets them all come.
      const wanted = (address: string) => mayFetchPictures() || address.startsWith(keeper.origin);
      return (id, addresses) => keepPictures(id, addresses.filter(wanted));
    },
  });
  const watch = watchEdition({
    keeper,
    loadedEdition: () => editions.edition()?.index.stamp ?? null,
    onChange(edition) {
      const isBack = edition.online && !state.online;
      set(edition);
      if (isBack && state.isKeeping) lists.keepAll(settings.get().settled);
    },
  });

  /** What is kept becomes that of the edition, once the reader has it. */
  async function settle(edition: string): Promise<void> {
    if (state.isNewer || settings.get().settled === edition) return;
    // What an installed paper opens with.
    const entrances = savesData() ? [] : [homePath, savedPath];
    await Promise.all(entrances.map((path) => fetch(withBase(base, path), { headers: { accept: 'text/html' } })));
    const isSettled = await tellWorker({ kind: 'settle' });
    if (isSettled === true) settings.update((last) => ({ ...last, settled: edition }));
  }

  let isFollowing = false;
  const follow = () => {
    if (!isFollowing) followReader({ keeper, marks, keepPictures, mayFetchPictures });
    isFollowing = true;
  };

  async function start(): Promise<void> {
    const isFirst = navigator.serviceWorker?.controller === null;
    const checked = watch.check();
    const { limit } = settings.get();
    const registration = limit > 0 && mayFetchWorker(settings.get()) ? await registerWorker(base) : null;
    if (registration === null) return;
    await keeper.store.setLimit(bytesOf(limit));
    watch.watchWorker(registration);
    await controlled();
    set({ isKeeping: true });
    // While a page is loaded anew there are two of it: a worker that takes over just then finds nothing it may remove.
    const tidy = () => void tellWorker({ kind: 'tidy' }).catch(ignore);
    navigator.serviceWorker.addEventListener('controllerchange', tidy);
    tidy();
    if (isFirst) await visitAgain(base);
    follow();
    const edition = await checked;
    if (edition === null) return;
    lists.keepAll(edition);
    await settle(edition);
  }
  start().catch(ignore);

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    apply: watch.apply,
    usage: () => keptUsage(keeper),
    estimate: (list) => estimateList(list, { keeper, editions }),
    keepList(list) {
      // What was asked for shall not be the first to go when the device is full; the browser may ask the reader.
      void navigator.storage?.persist?.().catch(ignore);
      lists.keep(list);
      if (!state.isKeeping) start().catch(ignore);
    },
    pause: lists.pause,
    drop: lists.drop,
    async setLimit(limit) {
      settings.update((last) => ({ ...last, limit }));
      if (limit === 0) {
        set({ isKeeping: false });
        await removeWorker(base);
        await clearKept(keeper, 'everything');
        return;
      }
      if (!state.isKeeping) return start();
      await keeper.store.setLimit(bytesOf(limit));
      await keepWithin(keeper, bytesOf(limit), 'opened and lists');
      lists.keepAll(settings.get().settled);
    },
    async clear() {
      settings.update((last) => ({ ...last, lists: [], settled: null }));
      await clearKept(keeper, 'unsaved');
    },
  };
}
