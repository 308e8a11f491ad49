import { readingCaches } from './cache-names.ts';
import type { Keeper } from './keeper.ts';
import type { KeptArticle } from './kept-store.ts';
import { forgetArticles, sizeOfAll } from './make-room.ts';

export interface OfflineUsage {
  readonly articles: readonly KeptArticle[];
  /** Of articles and their pictures, as far as their sizes are known. */
  readonly bytes: number;
  /** What the browser counts for the whole origin; null where it doesn't tell. */
  readonly counted: number | null;
}

/** What is kept, the last opened first. */
export async function keptUsage({ store }: Keeper): Promise<OfflineUsage> {
  const articles = (await store.all().catch(() => [])).toSorted((one, other) => other.at - one.at);
  const estimate = await navigator.storage?.estimate?.().catch(() => null);
  return { articles, bytes: sizeOfAll(articles), counted: estimate?.usage ?? null };
}

/** Lets go what is kept: everything, or all but saved articles. The program stays. */
export async function clearKept(keeper: Keeper, what: 'everything' | 'unsaved'): Promise<void> {
  const { names, caches, store } = keeper;
  const articles = await store.all();
  const gone = articles.filter(({ saved }) => what === 'everything' || !saved);
  await forgetArticles(keeper, new Set(gone.map(({ id }) => id)));
  const staying = what === 'everything' ? [] : [names.articles, names.pictures];
  for (const name of readingCaches(names)) if (!staying.includes(name)) await caches.delete(name);
}
