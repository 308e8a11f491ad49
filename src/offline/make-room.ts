import type { Keeper } from './keeper.ts';
import type { KeptArticle } from './kept-store.ts';

export function sizeOf({ bytes, pictures }: KeptArticle): number {
  return pictures.reduce((sum, picture) => sum + picture.bytes, bytes);
}

export function sizeOfAll(articles: readonly KeptArticle[]): number {
  return articles.reduce((sum, article) => sum + sizeOf(article), 0);
}

/** Lists were asked for, other articles only came along; saved ones are never in this order at all. */
function byWant(one: KeptArticle, other: KeptArticle): number {
  return Number(one.lists.length > 0) - Number(other.lists.length > 0) || one.at - other.at;
}

export type Sparable = 'opened' | 'opened and lists';

/** Articles that go so that the others fit into `limit` bytes: the oldest first, those of kept lists last, saved ones never. */
export function articlesToForget(
  articles: readonly KeptArticle[],
  limit: number,
  sparable: Sparable,
): readonly KeptArticle[] {
  let over = sizeOfAll(articles) - limit;
  const order = articles
    .filter(({ saved, lists }) => !saved && (sparable === 'opened and lists' || lists.length === 0))
    .toSorted(byWant);
  const end = order.findIndex((article) => {
    if (over <= 0) return true;
    over -= sizeOf(article);
    return false;
  });
  return end < 0 ? order : order.slice(0, end);
}

/** Forgets articles with all that was kept for them. A picture that another kept article shows stays. */
export async function forgetArticles(keeper: Keeper, ids: ReadonlySet<string>): Promise<void> {
  const { base, origin, names, caches, store } = keeper;
  const articles = await store.all();
  const [gone, staying] = [articles.filter(({ id }) => ids.has(id)), articles.filter(({ id }) => !ids.has(id))];
  const shown = new Set(staying.flatMap(({ pictures }) => pictures.map(({ address }) => address)));
  const [pages, pictures] = await Promise.all([caches.open(names.articles), caches.open(names.pictures)]);
  for (const article of gone) {
    await store.update(article.id, () => null);
    await pages.delete(`${origin}${base}a/${encodeURIComponent(article.id)}/`);
    for (const { address } of article.pictures) if (!shown.has(address)) await pictures.delete(address);
  }
}

/** @returns whether everything fits now */
export async function keepWithin(keeper: Keeper, limit: number, sparable: Sparable): Promise<boolean> {
  const articles = await keeper.store.all();
  const toForget = articlesToForget(articles, limit, sparable);
  if (toForget.length > 0) await forgetArticles(keeper, new Set(toForget.map(({ id }) => id)));
  return sizeOfAll(articles) - sizeOfAll(toForget) <= limit;
}

/** How much of what may go goes when the device is full. */
const PART = 1 / 4;

/** The browser has no more room: the oldest quarter goes, and the pictures of lists, which come again by themselves. */
export async function makeRoom(keeper: Keeper): Promise<void> {
  const { names, caches, store } = keeper;
  await caches.delete(names.media);
  const articles = await store.all();
  const sparable = sizeOfAll(articles.filter(({ saved }) => !saved));
  await keepWithin(keeper, sizeOfAll(articles) - Math.ceil(sparable * PART), 'opened and lists');
}

export function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

/** Stores something; where the device is full, makes room and tries once more. */
export async function storing<Value>(keeper: Keeper, store: () => Promise<Value>): Promise<Value> {
  try {
    return await store();
  } catch (error) {
    if (!isFull(error)) throw error;
    await makeRoom(keeper);
    return store();
  }
}
