import { useMatches } from 'react-router';
import { articlePath } from '../edition/addresses.ts';
import type { Row } from '../edition/row.ts';
import { positionsBeside } from '../library/list-trail.ts';
import type { ArticleData, LoadedPage } from './loaded-page.ts';
import { useApp } from './reader.tsx';

/** Articles that are looked at, sheet by sheet, while an unread one is searched. */
const MOST_LOOKED_AT = 320;

/** The article whose page is open. */
export function useOpenArticle(): ArticleData | null {
  const page = useMatches().at(-1)?.loaderData as LoadedPage | undefined;
  return page?.kind === 'article' ? page : null;
}

/**
 * Leads from the open article to the next (1) or previous (-1) one of the list it was opened from that fits; false where there
 * is none. In the place of the open one in the history: back leads to the list.
 */
export function useBeside(): (step: 1 | -1, fits?: (row: Row) => boolean) => Promise<boolean> {
  const { store, goTo } = useApp();
  const article = useOpenArticle();
  return async (step, fits = () => true) => {
    if (!article || !store || !goTo) return false;
    try {
      const { columns } = await store.loadEdition();
      const stop = store.lastList();
      let looked = 0;
      for (const position of positionsBeside(article.position, step, stop?.positions ?? null, columns.count)) {
        if (looked++ === MOST_LOOKED_AT) break;
        const row = await store.loadRow(position);
        if (!fits(row)) continue;
        goTo(articlePath(row.id), { replace: stop !== null });
        return true;
      }
      return false;
    } catch {
      // What an edition without its data can still say.
      const link = step === 1 ? article.older : article.newer;
      if (link) goTo(articlePath(link.id));
      return link !== null;
    }
  };
}
