import { PACK_SIZE } from '../edition/edition-data.ts';
import type { EditionStore } from './edition-store.ts';
import { whenIdle } from './when-idle.ts';

/** Packs that are fetched for one view of a page: a list mostly shows articles of fewer. */
const MOST_PACKS = 6;

export interface ReadAhead {
  /** Someone is about to open the article: everything it needs is made ready. */
  readonly pointAt: (id: string) => void;
  /** Articles that may be opened next: their texts are fetched, one pack after another, whenever there is nothing else to do. */
  readonly expect: (ids: readonly string[]) => void;
}

export interface ReadAheadOptions {
  readonly store: Pick<EditionStore, 'positionOf' | 'row' | 'loadPack'>;
  /** Loads an article as opening it does; called again it must not load again. */
  readonly prepare: (id: string) => Promise<unknown>;
  /** Draws an article that is ready, and goes the way to it, where nobody sees it. */
  readonly rehearse: (id: string) => Promise<unknown>;
  /** Fetches what all articles need. */
  readonly prepareAny: () => Promise<unknown>;
  /** The reader wants no byte that may not be needed. */
  readonly savesData: () => boolean;
}

const ignore = (): void => {};

/** Fetches articles before they are opened. */
export function readAhead({ store, prepare, rehearse, prepareAny, savesData }: ReadAheadOptions): ReadAhead {
  let wanted: readonly number[] = [];
  let running = false;
  let practised = false;

  const packsOf = (ids: readonly string[]): number[] => {
    const packs = ids.flatMap((id) => {
      const position = store.positionOf(id);
      return position === null ? [] : Math.floor(position / PACK_SIZE);
    });
    return [...new Set(packs)].slice(0, MOST_PACKS);
  };

  /**
   * A browser takes several times as long for the first article as for any other: it learns on the one that is likeliest to be
   * opened, which is ready then. Shorter ones teach it as much, but are asked for less.
   */
  const practise = async (ids: readonly string[]) => {
    const listed = ids.find((id) => store.row(store.positionOf(id) ?? -1));
    if (practised || listed === undefined) return;
    practised = true;
    await whenIdle();
    await prepare(listed);
    await whenIdle();
    // Nobody has asked for it, and the packs that are due come all the same.
    await rehearse(listed).catch(ignore);
  };

  const fetchWanted = async () => {
    while (wanted.length > 0) {
      await whenIdle();
      await prepareAny();
      // Only now: meanwhile the page may have come to show others.
      const [pack, ...rest] = wanted;
      wanted = rest;
      if (pack !== undefined) await store.loadPack(pack * PACK_SIZE);
    }
  };

  const work = async (ids: readonly string[]) => {
    running = true;
    try {
      await fetchWanted();
      await practise(ids);
      await fetchWanted();
    } catch {
      // Whoever opens an article that failed asks again, and is told.
      wanted = [];
    }
    running = false;
  };

  return {
    pointAt: (id) => {
      if (!savesData()) prepare(id).catch(ignore);
    },
    expect: (ids) => {
      wanted = packsOf(ids);
      if (wanted.length > 0 && !running && !savesData()) void work(ids);
    },
  };
}
