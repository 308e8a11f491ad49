import { articlePath, withBase } from '../edition/addresses.ts';
import type { Row } from '../edition/row.ts';
import type { Keeper } from './keeper.ts';
import { type KeptPage, keptPage } from './kept-page.ts';
import type { KeptArticle } from './kept-store.ts';
import { forgetArticles, keepWithin, storing } from './make-room.ts';

/** Why an article is kept. */
export type Reason =
  | { readonly kind: 'opened' }
  | { readonly kind: 'saved' }
  /** As part of a list that is kept whole: the list's path. */
  | { readonly kind: 'list'; readonly path: string };

type KnownArticle = Omit<KeptArticle, 'opened' | 'saved' | 'lists' | 'pictures'>;

function withReason(article: KeptArticle, reason: Reason): KeptArticle {
  switch (reason.kind) {
    case 'opened':
      return { ...article, opened: true };
    case 'saved':
      return { ...article, saved: true };
    case 'list':
      return { ...article, lists: [...new Set([...article.lists, reason.path])] };
  }
}

const UNKNOWN = { pictures: [], opened: false, saved: false, lists: [] };

function articleOf(row: Row, bytes: number): KnownArticle {
  return { id: row.id, title: row.title, source: row.source?.name ?? null, date: row.date, bytes, at: Date.now() };
}

export function addressOf({ base, origin }: Keeper, id: string): string {
  return origin + withBase(base, articlePath(id));
}

/** Notes that an article's page is kept. */
async function noteArticle(keeper: Keeper, { article, bytes }: KeptPage, reason: Reason): Promise<void> {
  if (article === null) return;
  const known = articleOf(article.row, bytes);
  await keeper.store.update(known.id, (last) => withReason({ ...UNKNOWN, ...last, ...known }, reason));
}

/** Notes that the reader has opened an article whose page has just been kept; older ones make room for it. */
export async function noteOpened(keeper: Keeper, page: KeptPage): Promise<void> {
  await noteArticle(keeper, page, { kind: 'opened' });
  await keepWithin(keeper, await keeper.store.limit(), 'opened and lists');
}

/** Another reason for one that is kept already; false where it isn't. */
async function noteReason(keeper: Keeper, id: string, reason: Reason): Promise<boolean> {
  if (!(await keeper.store.get(id))) return false;
  await keeper.store.update(id, (last) => last && withReason(last, reason));
  return true;
}

/**
 * Fetches and keeps an article's page, unless it is kept.
 * @returns its HTML where it was fetched, null where it was there
 * @throws where there is no network, no such page or no room
 */
export async function keepArticle(keeper: Keeper, id: string, reason: Reason): Promise<string | null> {
  if (await noteReason(keeper, id, reason)) return null;
  const address = addressOf(keeper, id);
  // Not asked for as a page, so that the worker doesn't take it for one the reader has opened.
  const page = await keptPage(await fetch(address, { headers: { accept: '*/*' } }), id);
  if (page === null) throw new Error(`${address} is not the page of ${id}.`);
  const cache = await keeper.caches.open(keeper.names.articles);
  const html = await page.response.clone().text();
  await storing(keeper, () => cache.put(address, page.response.clone()));
  await noteArticle(keeper, page, reason);
  return html;
}

/** Takes reasons away; articles that have none left are forgotten. */
export async function dropReasons(keeper: Keeper, change: (article: KeptArticle) => KeptArticle): Promise<void> {
  const unwanted = new Set<string>();
  for (const article of await keeper.store.all()) {
    const changed = change(article);
    if (changed === article) continue;
    if (changed.opened || changed.saved || changed.lists.length > 0) {
      await keeper.store.update(article.id, (last) => last && change(last));
    } else unwanted.add(article.id);
  }
  if (unwanted.size > 0) await forgetArticles(keeper, unwanted);
}

/** A list is not kept any more. */
export function dropList(keeper: Keeper, path: string): Promise<void> {
  return dropReasons(keeper, (article) => {
    if (!article.lists.includes(path)) return article;
    return { ...article, lists: article.lists.filter((other) => other !== path) };
  });
}

/** Makes the saved articles those that are kept as saved: fetches the missing, lets the others go. */
export async function keepSaved(
  keeper: Keeper,
  saved: ReadonlySet<string>,
  onKept: (id: string, html: string) => Promise<unknown>,
): Promise<void> {
  await dropReasons(keeper, (article) => {
    return article.saved && !saved.has(article.id) ? { ...article, saved: false } : article;
  });
  const kept = new Set((await keeper.store.all()).filter((article) => article.saved).map(({ id }) => id));
  for (const id of saved) {
    if (kept.has(id)) continue;
    // One that is gone from the site is saved all the same, and can't be kept.
    const html = await keepArticle(keeper, id, { kind: 'saved' }).catch(() => null);
    if (html !== null) await onKept(id, html);
  }
}
