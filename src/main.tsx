import { createRoot, hydrateRoot } from 'react-dom/client';
import { createBrowserRouter, matchRoutes, RouterProvider } from 'react-router';
import type { Body } from './article/body.ts';
import type { PageData } from './edition/edition-data.ts';
import { createEditionStore } from './library/edition-store.ts';
import { loadList } from './library/load-list.ts';
import { readPageData } from './library/page-data.ts';
import { type ArticleScript, type PageLoaders, routeTable } from './routes.tsx';
import { site } from './site.ts';
import type { LoadedPage } from './ui/loaded-page.ts';
import { createReader, ReaderProvider } from './ui/reader.tsx';
import './ui/tokens.css';
import './ui/page.css';
import './ui/list.css';
import './ui/article.css';
import './ui/print.css';

const base = import.meta.env.BASE_URL;
const store = createEditionStore({
  base,
  timeZone: site.timeZone,
  importModule: (address) => import(/* @vite-ignore */ address),
});

function loaded(page: PageData): LoadedPage {
  if (page.kind === 'article') throw new Error('An article was found where none can be.');
  return page;
}

const loaders: PageLoaders = {
  list: async (filter) => loaded(await loadList(store, filter)),
  page: async (path) => loaded(await store.loadPage(`/${path.slice(base.length)}`)),
};

const loadArticleScript = () => import('./ui/article-script.ts');

async function articleScript() {
  const { articleRoute } = await loadArticleScript();
  return articleRoute(store);
}

/** A printed page keeps its text when its module can't be loaded; one that is still empty shows the error. */
function keepPrinted(body: Promise<Body>, printed: boolean): Promise<Body> {
  return printed ? body.catch(() => new Promise<never>(() => {})) : body;
}

async function firstPage(page: PageData, printed: boolean): Promise<LoadedPage> {
  if (page.kind !== 'article') return page;
  const { loadBody } = await loadArticleScript();
  return { ...page, body: keepPrinted(loadBody(store, page.row, page.position), printed) };
}

/** The router tells places in history apart by a key, and would take every freshly opened page for the same one. */
function nameHistoryEntry(): void {
  const state: unknown = window.history.state;
  const named = typeof state === 'object' && state !== null && 'key' in state;
  const address =
    window.location.pathname.replace(/\/index\.html$/, '/') + window.location.search + window.location.hash;
  const key = Math.random().toString(36).slice(2, 10);
  window.history.replaceState(named ? state : { key }, '', address);
}

async function takeOver(root: HTMLElement): Promise<void> {
  const page = readPageData(document) ?? { kind: 'not-found' };
  const printed = root.hasChildNodes();
  nameHistoryEntry();
  const lazy: ArticleScript = { lazy: articleScript };
  const route = matchRoutes(routeTable(lazy, loaders), window.location, base)?.at(-1)?.route.id ?? 'not-found';
  // The router shows nothing while the first page's route is on its way, so that one must be there before it begins.
  const routes = routeTable(route === 'article' ? await articleScript() : lazy, loaders);
  const hydrationData = { loaderData: { [route]: await firstPage(page, printed) } };
  const router = createBrowserRouter(routes, { basename: base, hydrationData });
  const app = (
    <ReaderProvider value={createReader(base, store)}>
      <RouterProvider router={router} />
    </ReaderProvider>
  );
  if (printed) hydrateRoot(root, app);
  else createRoot(root).render(app);
}

const root = document.getElementById('root');
if (root) await takeOver(root);
