import type { WorkboxPlugin } from 'workbox-core/types.js';
import { ExpirationPlugin } from 'workbox-expiration/ExpirationPlugin.js';
import { registerRoute } from 'workbox-routing/registerRoute.js';
import { CacheFirst } from 'workbox-strategies/CacheFirst.js';
import { NetworkFirst } from 'workbox-strategies/NetworkFirst.js';
import { NetworkOnly } from 'workbox-strategies/NetworkOnly.js';
import { addressOf, noteOpened } from './keep-article.ts';
import type { Keeper } from './keeper.ts';
import { keptPage } from './kept-page.ts';
import { isFile, keptTable } from './kept-table.ts';
import { pageAddress, pathBelow, plainAddress, type SiteFile, siteFileAt } from './site-file.ts';

/** A network that is there but brings nothing is worse than none. */
const PATIENCE_S = 3;

/** How many files of a kind are kept; those used last stay. */
const MOST = { pages: 60, tables: 80, data: 600, packs: 60, assets: 120, media: 150 } as const;

export interface RouteOptions {
  readonly keeper: Keeper;
  /** The page for "no network". */
  readonly offlinePage: () => Promise<Response | undefined>;
}

// The two packages' types differ in what may be undefined.
const atMost = (maxEntries: number) => new ExpirationPlugin({ maxEntries }) as WorkboxPlugin;

/** A file by its own address, whatever is asked of it. */
const namedByContent: WorkboxPlugin = {
  cacheKeyWillBeUsed: async ({ request }) => plainAddress(request.url),
  cacheWillUpdate: async ({ response }) => (isFile(response) ? response : null),
};

function isForPage({ mode, headers }: Request): boolean {
  return mode === 'navigate' || (headers.get('accept') ?? '').startsWith('text/html');
}

/** Which page was asked for, and its address in the cache. */
function articleId({ base, origin }: Keeper, request: Request): string | null {
  const file = siteFileAt(pathBelow(base, origin, new URL(request.url)) ?? '');
  return file.kind === 'article' ? file.id : null;
}

/** Whether the site could not be reached the last time it was asked for a page. */
let isCut = false;

function pagePlugins(keeper: Keeper): WorkboxPlugin {
  return {
    cacheKeyWillBeUsed: async ({ request }) => pageAddress(request.url),
    // Only where the network has brought nothing, or nothing in time.
    cachedResponseWillBeUsed: async ({ cachedResponse }) => {
      isCut = true;
      return cachedResponse;
    },
    cacheWillUpdate: async ({ request, response }) => {
      isCut = false;
      return (await keptPage(response, articleId(keeper, request)))?.response ?? null;
    },
  };
}

/** Articles are told apart from other pages because what is kept of them is counted. */
function articlePlugins(keeper: Keeper): WorkboxPlugin {
  return {
    ...pagePlugins(keeper),
    cacheDidUpdate: async ({ request, newResponse }) => {
      const page = await keptPage(newResponse.clone(), articleId(keeper, request));
      if (page) await noteOpened(keeper, page);
    },
  };
}

/** What has no page in the cache leads to the page that says what can be read. */
function orOfflinePage({ offlinePage }: RouteOptions): WorkboxPlugin {
  return {
    handlerDidError: async ({ request }) => (request.mode === 'navigate' ? offlinePage() : undefined),
  };
}

function routePages(options: RouteOptions, kindOf: (url: URL) => SiteFile['kind'] | null): void {
  const { keeper } = options;
  const fallback = orOfflinePage(options);
  const networkTimeoutSeconds = PATIENCE_S;
  const { names } = keeper;
  registerRoute(
    ({ url, request }) => kindOf(url) === 'article' && isForPage(request),
    new NetworkFirst({
      ...{ cacheName: names.articles, networkTimeoutSeconds },
      plugins: [articlePlugins(keeper), fallback],
    }),
  );
  registerRoute(
    ({ url, request }) => kindOf(url) === 'page' && isForPage(request),
    new NetworkFirst({
      ...{ cacheName: names.pages, networkTimeoutSeconds },
      plugins: [pagePlugins(keeper), atMost(MOST.pages), fallback],
    }),
  );
  registerRoute(
    ({ url, request }) => kindOf(url) === 'other' && request.mode === 'navigate',
    new NetworkOnly({ plugins: [fallback] }),
  );
}

/**
 * Before the app leaves for a page it asks whether that answers (page-itself.ts). Without a network this worker answers for
 * every page: with the page itself or with what can be read instead.
 */
function routeQuestions({ keeper, offlinePage }: RouteOptions, kindOf: (url: URL) => SiteFile['kind'] | null): void {
  const isKept = async (url: URL) => {
    const cache = await keeper.caches.open(keeper.names.articles);
    const id = articleId(keeper, new Request(url));
    return id !== null && (await cache.match(addressOf(keeper, id))) !== undefined;
  };
  const found = () => new Response(null, { status: 200 });
  registerRoute(
    ({ url }) => ['article', 'page'].includes(kindOf(url) ?? ''),
    async ({ request, url }) => {
      const soon = new Promise<Response>((done) => {
        setTimeout(() => void isKept(url).then((kept) => kept && done(found())), PATIENCE_S * 1000);
      });
      try {
        return await Promise.race([fetch(request), soon]);
      } catch {
        isCut = true;
        return (await isKept(url)) || (await offlinePage()) ? found() : Response.error();
      }
    },
    'HEAD',
  );
}

function routeFiles({ names }: Keeper, kindOf: (url: URL) => SiteFile['kind'] | null): void {
  const byContent = { data: names.data, pack: names.packs, asset: names.assets } as const;
  const most = { data: MOST.data, pack: MOST.packs, asset: MOST.assets } as const;
  for (const kind of ['data', 'pack', 'asset'] as const) {
    registerRoute(
      ({ url }) => kindOf(url) === kind,
      new CacheFirst({ cacheName: byContent[kind], plugins: [namedByContent, atMost(most[kind])] }),
    );
  }
}

function routeTables(keeper: Keeper, kindOf: (url: URL) => SiteFile['kind'] | null): void {
  registerRoute(
    // With a query it is the question for a newer edition, which must not become the one that is kept.
    ({ url }) => kindOf(url) === 'table' && url.search === '',
    new NetworkFirst({
      ...{ cacheName: keeper.names.tables, networkTimeoutSeconds: PATIENCE_S },
      plugins: [
        { cacheWillUpdate: ({ request, response }) => keptTable(keeper, request.url, response) },
        atMost(MOST.tables),
      ],
    }),
  );
}

function routePictures(keeper: Keeper, kindOf: (url: URL) => SiteFile['kind'] | null): void {
  const { caches, names, origin } = keeper;
  const keptPicture = async (address: string) => {
    return (await caches.open(names.pictures)).match(address, { ignoreVary: true });
  };
  const listed = new CacheFirst({ cacheName: names.media, plugins: [namedByContent, atMost(MOST.media)] });
  registerRoute(
    ({ url }) => kindOf(url) === 'media',
    async (options) => (await keptPicture(plainAddress(options.request.url))) ?? listed.handle(options),
  );
  registerRoute(
    // Nothing but pictures: what an article names can never come back as a script or a page. And only without a network: as
    // long as there is one, a picture of another host is between the page and that host.
    ({ url, request }) =>
      request.destination === 'image' &&
      url.origin !== origin &&
      url.protocol === 'https:' &&
      (isCut || !navigator.onLine),
    async ({ request }) => {
      try {
        return await fetch(request);
      } catch {
        return (await keptPicture(request.url)) ?? Response.error();
      }
    },
  );
}

/** Which requests the worker answers, and how. Whatever is not named here goes its way as if there were no worker. */
export function registerRoutes(options: RouteOptions): void {
  const { base, origin } = options.keeper;
  const kindOf = (url: URL): SiteFile['kind'] | null => {
    const path = pathBelow(base, origin, url);
    return path === null ? null : siteFileAt(path).kind;
  };
  routePages(options, kindOf);
  routeQuestions(options, kindOf);
  routeFiles(options.keeper, kindOf);
  routeTables(options.keeper, kindOf);
  routePictures(options.keeper, kindOf);
}
