import { articlePath } from '../edition/addresses.ts';
import type { PageData } from '../edition/edition-data.ts';
import type { RowLink } from '../edition/row.ts';
import type { EditionStore } from './edition-store.ts';

async function linkAt(store: EditionStore, position: number, count: number): Promise<RowLink | null> {
  if (position < 0 || position >= count) return null;
  const { id, title } = store.row(position) ?? (await store.loadRow(position));
  return { id, title };
}

/**
 * What an article's page shows besides its body: put together from rows that have arrived, otherwise taken from the
 * article's static page. `not-found` where neither knows the article.
 */
export async function lookUpArticle(store: EditionStore, id: string): Promise<PageData> {
  const position = store.positionOf(id);
  const row = position === null ? null : store.row(position);
  const count = store.edition()?.index.count;
  if (position === null || row?.id !== id || count === undefined) return store.loadPage(articlePath(id));
  try {
    const [newer, older] = await Promise.all([linkAt(store, position + 1, count), linkAt(store, position - 1, count)]);
    return { kind: 'article', row, position, newer, older, more: null };
  } catch {
    // A sheet that is gone means a newer edition; the page itself knows its neighbours.
    return store.loadPage(articlePath(id));
  }
}
