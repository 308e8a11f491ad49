import type { DataRouteObject, LoaderFunction } from 'react-router';
import type { ListFilter } from './edition/edition-data.ts';
import { ErrorPage } from './ui/error-page.tsx';
import type { LoadedPage } from './ui/loaded-page.ts';
import { PlainRoute } from './ui/plain-route.tsx';
import { Shell } from './ui/shell.tsx';

/** Where routes get what they show. */
export interface PageLoaders {
  readonly list: (filter: ListFilter) => Promise<LoadedPage>;
  readonly page: (path: string) => Promise<LoadedPage>;
}

/** An article's script: at hand, or fetched when the first article is opened. */
export type ArticleScript = Pick<DataRouteObject, 'Component' | 'loader'> | Pick<DataRouteObject, 'lazy'>;

function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

function plain(id: string, path: string, loader: LoaderFunction): DataRouteObject {
  return { id, path, Component: PlainRoute, ErrorBoundary: ErrorPage, loader };
}

/** Every address of the site. */
export function routeTable(article: ArticleScript, loaders: PageLoaders): DataRouteObject[] {
  const list =
    (filter: (params: Readonly<Record<string, string | undefined>>) => ListFilter): LoaderFunction =>
    ({ params }) =>
      loaders.list(filter(params));
  const page: LoaderFunction = ({ request }) => loaders.page(new URL(request.url).pathname);
  const articleRoute: DataRouteObject = { id: 'article', path: 'a/:id', ErrorBoundary: ErrorPage, ...article };
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
        articleRoute,
        plain('about', 'about', page),
        plain('not-found', '*', page),
      ],
    },
  ];
}
