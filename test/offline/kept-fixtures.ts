import { cacheNamesFor } from '../../src/offline/cache-names.ts';
import type { Keeper } from '../../src/offline/keeper.ts';
import type { KeptArticle, KeptStore } from '../../src/offline/kept-store.ts';

export const ORIGIN = 'https://paper.example';

export function keptArticle(id: string, more: Partial<KeptArticle> = {}): KeptArticle {
  const known = { id, title: `篇 ${id}`, source: '海岸通讯', date: null, at: 0, bytes: 100, pictures: [] };
  return { ...known, opened: true, saved: false, lists: [], ...more };
}

/** A cache as browsers have them, in memory: as much of it as is used here. */
function memoryCache(entries: Map<string, Response>) {
  const key = (request: RequestInfo | URL) => new URL(request instanceof Request ? request.url : request, ORIGIN).href;
  return {
    match: async (request: RequestInfo | URL) => entries.get(key(request))?.clone(),
    put: async (request: RequestInfo | URL, response: Response) => void entries.set(key(request), response),
    delete: async (request: RequestInfo | URL) => entries.delete(key(request)),
    keys: async () => [...entries.keys()].map((address) => new Request(address)),
  };
}

/** A place to keep articles in that lasts as long as a test. */
export function memoryKeeper(articles: readonly KeptArticle[] = []) {
  const records = new Map(articles.map((article) => [article.id, article]));
  const caches = new Map<string, Map<string, Response>>();
  let limit = Number.POSITIVE_INFINITY;
  const store: KeptStore = {
    all: async () => [...records.values()],
    get: async (id) => records.get(id) ?? null,
    async update(id, change) {
      const changed = change(records.get(id) ?? null);
      if (changed === null) records.delete(id);
      else records.set(id, changed);
    },
    limit: async () => limit,
    async setLimit(bytes) {
      limit = bytes;
    },
  };
  const entriesOf = (name: string) => {
    const entries = caches.get(name) ?? new Map<string, Response>();
    caches.set(name, entries);
    return entries;
  };
  const storage = {
    open: async (name: string) => memoryCache(entriesOf(name)),
    delete: async (name: string) => caches.delete(name),
  };
  const keeper: Keeper = {
    ...{ base: '/news/', origin: ORIGIN, names: cacheNamesFor('/news/'), store },
    caches: storage as unknown as CacheStorage,
  };
  return { keeper, ids: () => [...records.keys()], records, entriesOf };
}
