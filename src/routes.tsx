import type { DataRouteObject, LoaderFunction } from 'react-router';
import type { ListFilter, MarkList } from './edition/edition-data.ts';
import { openPageItself } from './library/page-itself.ts';
import { ArticleRoute } from './ui/article-route.tsx';
import { ErrorPage } from './ui/error-page.tsx';
import type { LoadedPage } from './ui/loaded-page.ts';
import { PlainRoute } from './ui/plain-route.tsx';
import { Shell } from './ui/shell.tsx';

/** Where routes get what they show. */
export interface PageLoaders {
  /** `search` is the query string, which filters the list further. */
  readonly list: (filter: ListFilter, search: string) => Promise<LoadedPage>;
  readonly article: (id: string) => Promise<LoadedPage>;
  readonly page: (path: string) => Promise<LoadedPage>;
}

function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

/** A link works also where what the app needs for it can't be had. */
function orPageItself(loader: LoaderFunction): LoaderFunction {
  return async (args, context) => {
    try {
      return await loader(args, context);
    } catch (error) {
      await openPageItself(args.request.url, args.request.signal);
      throw error;
    }
  };
}

function plain(id: string, path: string, loader: LoaderFunction): DataRouteObject {
  return { id, path, Component: PlainRoute, ErrorBoundary: ErrorPage, loader: orPageItself(loader) };
}

/** Every address of the site. */
export function routeTable(loaders: PageLoaders): DataRouteObject[] {
  const list =
    (filter: (params: Readonly<Record<string, string | undefined>>) => ListFilter): LoaderFunction =>
    ({ params, request }) =>
      loaders.list(filter(params), new URL(request.url).search);
  const page: LoaderFunction = ({ request }) => loaders.page(new URL(request.url).pathname);
  const marks = (list: MarkList) => plain(list, list, () => ({ kind: 'marks', list }));
  const article: LoaderFunction = ({ params }) => loaders.article(params.id ?? '');
  return [
    {
      id: 'shell',
      Component: Shell,
      ErrorBoundary: ErrorPage,
      children: [
        plain(
          'home',
          '/',
          list(() => ({ kind: 'all' })),
        ),
        plain(
          'category',
          'c/*',
          list((params) => ({ kind: 'category', path: withoutSlash(params['*'] ?? '') })),
        ),
        plain(
          'source',
          's/:slug',
          list((params) => ({ kind: 'source', slug: params.slug ?? '' })),
        ),
        {
          ...plain('article', 'a/:id', article),
          Component: ArticleRoute,
          // A picture that is looked at is a place in history, of the article that is open.
          shouldRevalidate: ({ currentUrl, nextUrl }) => currentUrl.pathname !== nextUrl.pathname,
        },
        marks('saved'),
        marks('history'),
        plain('about', 'about', page),
        plain('not-found', '*', page),
      ],
    },
  ];
}
