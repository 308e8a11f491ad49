import { lazy, startTransition } from 'react';
import { createBrowserRouter, matchRoutes, RouterProvider } from 'react-router';
import { articlePath } from './edition/addresses.ts';
import type { PageData } from './edition/edition-data.ts';
import { createEditionStore } from './library/edition-store.ts';
import { loadList } from './library/load-list.ts';
import { loadOnce } from './library/load-once.ts';
import { createMarkStore } from './library/marks.ts';
import { nextTask } from './library/next-task.ts';
import { readPageData } from './library/page-data.ts';
import { readPlainly } from './library/page-itself.ts';
import { readAhead } from './library/read-ahead.ts';
import { lookUpArticle } from './library/row-lookup.ts';
import { savesData } from './library/saves-data.ts';
import { createSettingStore, type SettingStore, showSettings } from './library/settings.ts';
import { Unanswered, within } from './library/time-limit.ts';
import { watchLinks } from './library/watch-links.ts';
import { whenIdle } from './library/when-idle.ts';
import { type PageLoaders, routeTable } from './routes.tsx';
import { site } from './site.ts';
import { followLanguage } from './ui/follow-language.ts';
import type { LoadedPage, Story } from './ui/loaded-page.ts';
import { placeModule } from './ui/place-loader.ts';
import { createReader, type Going, type ReaderStore, ReaderStoreProvider } from './ui/reader.tsx';
import { rehearsedPage } from './ui/rehearsed-page.ts';
import type * as Renderer from './ui/renderer.ts';
import { STAY } from './ui/shell.tsx';
import { warmDates } from './ui/warm-dates.ts';

const base = import.meta.env.BASE_URL;
/** Articles that are kept ready: the last that were opened or pointed at. */
const MOST_ARTICLES = 20;

const store = createEditionStore({
  base,
  timeZone: site.timeZone,
  importModule: (address) => import(/* @vite-ignore */ address),
});

const articleScript = () => import('./ui/article-script.ts');

type ArticlePageData = PageData & { readonly kind: 'article' };

function keepNeighbours({ position, newer, older }: ArticlePageData): void {
  if (newer) store.keepPosition(newer.id, position + 1);
  if (older) store.keepPosition(older.id, position - 1);
}

const loadArticle = loadOnce(async (id: string): Promise<LoadedPage> => {
  const known = store.positionOf(id);
  // The text is on its way while the rest is looked up; a failure comes back from `loadStory`.
  if (known !== null) store.loadPack(known).catch(() => {});
  const script = within(articleScript(), 'the script of articles');
  const [page, { prepareStory }] = await Promise.all([lookUpArticle(store, id), script]);
  if (page.kind !== 'article') return plainPage(page);
  keepNeighbours(page);
  return { ...page, story: await prepareStory(store, page.row, page.position) };
}, MOST_ARTICLES);

const Page = lazy(async () => ({ default: (await import('./ui/offline-page.tsx')).OfflinePage }));

function plainPage(page: Exclude<PageData, ArticlePageData>): LoadedPage {
  return page.kind === 'offline' ? { ...page, Page } : page;
}

function loaded(page: PageData): LoadedPage {
  if (page.kind === 'article') throw new Error('An article was found where none can be.');
  return plainPage(page);
}

const loaders: PageLoaders = {
  list: async (filter, search) => loaded(await loadList(store, filter, search)),
  article: loadArticle,
  page: async (path) => loaded(await store.loadPage(`/${path.slice(base.length)}`)),
};

let beginStory = (): void => {};
/** When the page around it is being taken over: an idle moment before that is none for the script of articles. */
const pageFirst = new Promise<void>((done) => {
  beginStory = done;
});

/** A printed page is read as it is: its story is taken over when nothing else is to be done, and kept should that fail. */
async function takeStory({ row, position }: ArticlePageData, printed: boolean): Promise<Story> {
  if (printed) await pageFirst.then(() => whenIdle());
  const load = () => articleScript().then(({ loadStory }) => loadStory(store, row, position));
  if (!printed) return load();
  // Nobody waits for it: a slow network has twice the time.
  const again = (error: unknown) => (error instanceof Unanswered ? load() : Promise.reject(error));
  return load()
    .catch(again)
    .catch(() => new Promise<never>(() => {}));
}

function firstPage(page: PageData, printed: boolean): LoadedPage {
  if (page.kind !== 'article') return plainPage(page);
  keepNeighbours(page);
  return { ...page, story: takeStory(page, printed) };
}

/** The router tells places in history apart by a key, and would take every freshly opened page for the same one. */
function nameHistoryEntry(): void {
  const state: unknown = window.history.state;
  const named = typeof state === 'object' && state !== null && 'key' in state;
  const address =
    window.location.pathname.replace(/\/index\.html$/, '/') + window.location.search + window.location.hash;
  const key = Math.random().toString(36).slice(2, 10);
  // With the place the router would give it: writing it down a second time takes as long as making the router.
  window.history.replaceState(named ? state : { key, idx: 0 }, '', address);
}

async function createRouter(printed: boolean) {
  const page = readPageData(document) ?? { kind: 'not-found' };
  nameHistoryEntry();
  await nextTask();
  const routes = routeTable(loaders);
  const route = matchRoutes(routes, window.location, base)?.at(-1)?.route.id ?? 'not-found';
  const hydrationData = { loaderData: { [route]: firstPage(page, printed) } };
  return createBrowserRouter(routes, { basename: base, hydrationData });
}

type Router = Awaited<ReturnType<typeof createRouter>>;

/**
 * Goes to a page; a link to the one that is open adds nothing to the history. In a task of its own, because to React all that
 * promises do after a click is the click still: it would draw at once that a page is on its way, which for one that is at hand
 * takes as long as drawing the page.
 */
async function goTo(router: Router, path: string, { replace = false, stay = false }: Going = {}): Promise<void> {
  await nextTask();
  const { pathname, search, hash } = router.state.location;
  const isOpen = pathname + search + hash === base + path.slice(1);
  await router.navigate(path, { replace: replace || isOpen, state: stay ? STAY : null });
}

async function rehearse(router: Router, id: string): Promise<void> {
  const [page, { rehearsalOf, rehearseRoute }] = await Promise.all([loadArticle(id), articleScript()]);
  if (page.kind !== 'article') return;
  rehearsedPage.draw(rehearsalOf(page));
  await whenIdle();
  const { navigation, historyAction, loaderData } = router.state;
  // Whoever has gone somewhere, or is about to, has taught the browser the way.
  if (navigation.state !== 'idle' || historyAction !== 'POP') return;
  // None of these can fail: a loader that does opens its page as a document.
  const same = async () => page;
  const routes = routeTable({ list: same, article: same, page: same });
  await rehearseRoute(articlePath(id), { routes, base, loaderData });
}

const prepareAny = () => Promise.all([articleScript(), placeModule.load()]);

function watchReader(router: Router): void {
  const ahead = readAhead({
    store,
    prepare: loadArticle,
    rehearse: (id) => rehearse(router, id),
    prepareAny,
    savesData,
  });
  const look = watchLinks(base, ahead);
  router.subscribe(({ navigation }) => {
    if (navigation.state === 'idle') look();
  });
  store.subscribe(look);
  look();
}

/** Settings may be changed in another tab too. */
function watchSettings(): SettingStore {
  const settings = createSettingStore();
  const show = () => showSettings(settings.get(), document.documentElement);
  settings.subscribe(show);
  show();
  return settings;
}

/** Not even the page that tells of errors could be drawn, and React has emptied the document. */
function onUncaughtError(error: unknown, reader: ReaderStore): void {
  console.error(error);
  const link = document.createElement('a');
  link.href = window.location.href;
  link.textContent = reader.get().messages.reload;
  document.getElementById('root')?.replaceChildren(link);
  void readPlainly();
}

/** Takes a printed page over, or draws one where nothing was printed; in steps between which the page answers. */
export async function startApp(root: HTMLElement, { createRoot, hydrateRoot }: typeof Renderer): Promise<void> {
  const printed = root.hasChildNodes();
  const router = await createRouter(printed);
  await nextTask();
  const reader = followLanguage(
    createReader(base, store, (path, how) => void goTo(router, path, how), watchSettings(), createMarkStore()),
  );
  await nextTask();
  await warmDates(reader.printed.dates);
  const app = (
    <ReaderStoreProvider value={reader}>
      {/* Whoever has clicked waits for this page alone: in slices it would take three times as long. */}
      <RouterProvider router={router} useTransitions={false} />
    </ReaderStoreProvider>
  );
  const options = { onUncaughtError: (error: unknown) => onUncaughtError(error, reader) };
  // In a transition React works in slices.
  if (printed) startTransition(() => void hydrateRoot(root, app, options));
  else createRoot(root).render(app);
  beginStory();
  watchReader(router);
  if (import.meta.env.PROD && site.offline) {
    void whenIdle()
      .then(() => import('./ui/offline-script.tsx'))
      .then(({ startOffline }) => startOffline(reader, createRoot))
      .catch(() => {});
  }
}
