import type { MarkStore } from '../library/marks.ts';
import { whenIdle } from '../library/when-idle.ts';
import { addressOf, keepArticle, keepSaved } from './keep-article.ts';
import type { Keeper } from './keeper.ts';
import { keepWithin } from './make-room.ts';
import { printedPictures } from './printed-pictures.ts';
import { watchPictures } from './watch-reading.ts';

export interface FollowOptions {
  readonly keeper: Keeper;
  readonly marks: MarkStore;
  readonly keepPictures: (id: string, addresses: readonly string[]) => Promise<unknown>;
  /** Whether pictures may be fetched that the reader hasn't seen yet. */
  readonly mayFetchPictures: () => boolean;
}

/** What has been opened in the app was never asked for as a page. */
async function keepOpened(keeper: Keeper, id: string): Promise<void> {
  await whenIdle();
  await keepArticle(keeper, id, { kind: 'opened' });
  await keepWithin(keeper, await keeper.store.limit(), 'opened and lists');
}

/** Keeps what the reader opens, what they save, and the pictures they see. */
export function followReader({ keeper, marks, keepPictures, mayFetchPictures }: FollowOptions): void {
  const ignore = () => {};
  const keepAllSaved = () =>
    keepSaved(keeper, new Set(marks.get().saved.keys()), async (id, html) => {
      if (mayFetchPictures()) await keepPictures(id, printedPictures(html, addressOf(keeper, id)));
    });
  let opened = '';
  // Not known yet: another page may have let one go.
  let saved: string | null = null;
  const follow = () => {
    const now = marks.get();
    const [last, all] = [[...now.read.keys()].at(-1) ?? '', [...now.saved.keys()].join(' ')];
    if (last !== opened && last !== '') keepOpened(keeper, last).catch(ignore);
    if (all !== saved) keepAllSaved().catch(ignore);
    opened = last;
    saved = all;
  };
  marks.subscribe(follow);
  watchPictures(keeper.base, (id, addresses) => void keepPictures(id, addresses).catch(ignore));
  follow();
}
