import type { Kept } from '../library/storage.ts';
import { dropList } from './keep-article.ts';
import { keepList, type ListOutcome, type ListWork } from './keep-list.ts';
import type { Keeper } from './keeper.ts';
import type { KeptList, OfflineSettings } from './offline-settings.ts';

export interface ListKeeper {
  /** Begins to keep a list, or goes on with it. */
  readonly keep: (list: KeptList) => void;
  readonly pause: (path: string) => void;
  /** Stops, and lets go what was kept for it. */
  readonly drop: (path: string) => Promise<void>;
  /** Goes on with every list that the reader hasn't paused and that isn't complete in this edition. */
  readonly keepAll: (edition: string | null) => void;
}

export interface ListKeeperOptions {
  readonly keeper: Keeper;
  readonly settings: Kept<OfflineSettings>;
  readonly editions: ListWork['editions'];
  readonly keepPictures: (list: KeptList) => ListWork['keepPictures'];
}

function changed(list: KeptList, outcome: ListOutcome): KeptList {
  switch (outcome.kind) {
    case 'stopped':
      return list;
    case 'done':
      // With articles missing it is asked for again, the next time the paper is opened.
      return { ...list, state: 'done', edition: list.failed === 0 ? outcome.edition : null };
    default:
      return { ...list, state: outcome.kind };
  }
}

/** One at a time, in whichever of the site's pages is first: they would all fetch the same. */
function inTurn(base: string, work: () => Promise<void>): Promise<unknown> {
  return navigator.locks ? navigator.locks.request(`broadsheet keeps ${base}`, work) : work();
}

/** Keeps whole lists, as the reader's settings say; they also remember how far it has come. */
export function createListKeeper({ keeper, settings, editions, keepPictures }: ListKeeperOptions): ListKeeper {
  const running = new Set<string>();
  const find = (path: string) => settings.get().lists.find((list) => list.path === path);
  const change = (path: string, to: (list: KeptList) => KeptList) =>
    settings.update((last) => ({
      ...last,
      lists: last.lists.map((list) => (list.path === path ? to(list) : list)),
    }));

  const workOn = async (path: string) => {
    const list = find(path);
    if (list?.state !== 'running') return;
    const outcome = await keepList(list, {
      ...{ keeper, editions, keepPictures: keepPictures(list) },
      isWanted: () => find(path)?.state === 'running',
      onProgress: (progress) => change(path, (last) => ({ ...last, ...progress })),
    }).catch((): ListOutcome => ({ kind: 'waiting' }));
    change(path, (last) => (last.state === 'running' ? changed(last, outcome) : last));
  };
  const run = async (path: string) => {
    if (running.has(path)) return;
    running.add(path);
    await inTurn(keeper.base, () => workOn(path));
    running.delete(path);
    // Paused and gone on with before it had noticed.
    if (find(path)?.state === 'running') void run(path);
  };

  return {
    keep(list) {
      const others = settings.get().lists.filter(({ path }) => path !== list.path);
      settings.update((last) => ({ ...last, lists: [...others, { ...list, state: 'running' }] }));
      void run(list.path);
    },
    pause: (path) => change(path, (list) => ({ ...list, state: 'paused' })),
    async drop(path) {
      settings.update((last) => ({ ...last, lists: last.lists.filter((list) => list.path !== path) }));
      await inTurn(keeper.base, () => dropList(keeper, path));
    },
    keepAll(edition) {
      for (const { path, state, edition: complete } of settings.get().lists) {
        if (state === 'paused' || (state === 'done' && complete === edition)) continue;
        change(path, (list) => ({ ...list, state: 'running' }));
        void run(path);
      }
    },
  };
}
