import type { LoaderFunctionArgs, RouteObject } from 'react-router';
import type { EditionStore } from '../library/edition-store.ts';
import { loadBody } from '../library/load-body.ts';
import { lookUpArticle } from '../library/row-lookup.ts';
import { ArticleRoute } from './article-route.tsx';
import type { LoadedPage } from './loaded-page.ts';

export { loadBody };

/** The route of articles, with all that only articles need; fetched when the first one is opened. */
export function articleRoute(store: EditionStore): Pick<RouteObject, 'Component' | 'loader'> {
  return {
    Component: ArticleRoute,
    loader: async ({ params }: LoaderFunctionArgs): Promise<LoadedPage> => {
      const page = await lookUpArticle(store, params.id ?? '');
      return page.kind === 'article' ? { ...page, body: await loadBody(store, page.row, page.position) } : page;
    },
  };
}
