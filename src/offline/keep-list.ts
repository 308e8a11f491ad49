import type { EditionStore } from '../library/edition-store.ts';
import { listPositions } from '../library/list-positions.ts';
import { whenIdle } from '../library/when-idle.ts';
import { addressOf, keepArticle } from './keep-article.ts';
import type { Keeper } from './keeper.ts';
import { keepWithin } from './make-room.ts';
import type { KeptList } from './offline-settings.ts';
import { printedPictures } from './printed-pictures.ts';

/** Articles on their way at one time: the reader may be reading meanwhile. */
const AT_ONCE = 2;
/** The room that is left is counted after so many. */
const COUNT_AFTER = 8;
const IDLE_MS = 300;

export interface ListWork {
  readonly keeper: Keeper;
  readonly editions: Pick<EditionStore, 'loadEdition' | 'loadRow'>;
  /** Asked before every article: the reader may have paused, or cancelled. */
  readonly isWanted: () => boolean;
  readonly onProgress: (progress: ListProgress) => void;
  /** Keeps pictures of an article; null where only the text is wanted. */
  readonly keepPictures: ((id: string, addresses: readonly string[]) => Promise<unknown>) | null;
}

export interface ListProgress {
  readonly done: number;
  readonly total: number;
  /** Articles that could not be had. */
  readonly failed: number;
}

export type ListOutcome =
  | { readonly kind: 'done'; readonly edition: string }
  /** The reader stopped it, the limit is reached, or there is no network. */
  | { readonly kind: 'stopped' | 'full' | 'waiting' };

/** What a fetch throws where nothing answers; whoever answers and has no such page makes for other errors. */
const isNetworkError = (error: unknown): boolean => error instanceof TypeError;

/** What was merely opened makes room; what the reader has asked for doesn't. */
async function hasRoom(keeper: Keeper): Promise<boolean> {
  return keepWithin(keeper, await keeper.store.limit(), 'opened');
}

/** Fetches and keeps one article for a list. */
async function keepFor({ path }: KeptList, id: string, { keeper, keepPictures }: ListWork): Promise<void> {
  const html = await keepArticle(keeper, id, { kind: 'list', path });
  if (html !== null) await keepPictures?.(id, printedPictures(html, addressOf(keeper, id)));
}

/** Ids of the articles that are kept for a list. */
async function keptFor({ path }: KeptList, { store }: Keeper): Promise<ReadonlySet<string>> {
  const articles = await store.all();
  return new Set(articles.filter(({ lists }) => lists.includes(path)).map(({ id }) => id));
}

/**
 * Fetches what is missing of a list, the newest first, a few articles at a time. May be stopped and begun again at any time:
 * what is kept is not fetched twice.
 */
export async function keepList(list: KeptList, work: ListWork): Promise<ListOutcome> {
  const { keeper, editions, isWanted, onProgress } = work;
  const edition = await editions.loadEdition();
  const positions = listPositions(edition, list.filter);
  const kept = await keptFor(list, keeper);
  const total = positions.length;
  let [next, done, failed] = [0, 0, 0];
  let end: 'full' | 'waiting' | null = (await hasRoom(keeper)) ? null : 'full';

  const keepOne = async (position: number) => {
    const { id } = await editions.loadRow(position);
    if (kept.has(id)) return;
    await whenIdle(IDLE_MS);
    await keepFor(list, id, work);
    if (done % COUNT_AFTER === 0 && !(await hasRoom(keeper))) end = 'full';
  };
  const keepOneAfterAnother = async () => {
    while (end === null && isWanted()) {
      const position = positions[next++];
      if (position === undefined) return;
      try {
        await keepOne(position);
        done += 1;
      } catch (error) {
        if (isNetworkError(error)) end = 'waiting';
        else failed += 1;
      }
      onProgress({ done, total, failed });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, keepOneAfterAnother));
  if (end !== null) return { kind: end };
  return isWanted() ? { kind: 'done', edition: edition.index.stamp } : { kind: 'stopped' };
}

/** Articles that tell how large the others are. */
const SAMPLE = 4;

export interface ListEstimate {
  /** Articles that would be fetched, and those of the list. */
  readonly missing: number;
  readonly total: number;
  /** Bytes of their pages. */
  readonly bytes: number;
  /** Pictures they show. */
  readonly pictures: number;
}

/** How much a list would take, by a few articles from all of it. @throws where there is no network */
export async function estimateList(
  list: KeptList,
  { keeper, editions }: Pick<ListWork, 'keeper' | 'editions'>,
): Promise<ListEstimate> {
  const positions = listPositions(await editions.loadEdition(), list.filter);
  const total = positions.length;
  const missing = Math.max(0, total - (await keptFor(list, keeper)).size);
  const places = Array.from({ length: Math.min(SAMPLE, total) }, (_, index) =>
    Math.floor(((index + 0.5) * total) / Math.min(SAMPLE, total)),
  );
  let [bytes, pictures] = [0, 0];
  for (const place of places) {
    const { id } = await editions.loadRow(positions[place] ?? 0);
    const address = addressOf(keeper, id);
    const html = await (await fetch(address, { headers: { accept: '*/*' } })).text();
    bytes += new Blob([html]).size;
    pictures += printedPictures(html, address).length;
  }
  const scale = places.length === 0 ? 0 : missing / places.length;
  return { missing, total, bytes: Math.round(bytes * scale), pictures: Math.round(pictures * scale) };
}
