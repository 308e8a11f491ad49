import { encodeColumns } from '../edition/columns.ts';
import type { PackEntry, PageData } from '../edition/edition-data.ts';
import type { Row, RowLink } from '../edition/row.ts';
import type { Edition, EditionArticle } from './read-edition.ts';

/** The columns file of a whole edition. */
export function columnsOf({ articles }: Edition): Uint8Array {
  return encodeColumns({
    dates: articles.map(({ date }) => date),
    categories: articles.map(({ category }) => category),
    sources: articles.map(({ source }) => source),
  });
}

/**
 * A pack as the module the app imports. The entries are a string to JavaScript's parser, which skips it faster than an
 * object and gives no key a meaning (`__proto__`).
 */
export function packModule(entries: readonly PackEntry[]): string {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(entries))});\n`;
}

/** What the page of the article at `position` carries. */
export function articleData(edition: Edition, position: number, row: Row, tags: readonly string[] = []): PageData {
  const newer = linkTo(edition.articles[position + 1]);
  const older = linkTo(edition.articles[position - 1]);
  const updated = edition.articles[position]?.updated ?? null;
  return {
    ...{ kind: 'article', row, position, newer, older },
    ...(updated !== null && { updated }),
    ...(tags.length > 0 && { tags }),
  };
}

function linkTo(article: EditionArticle | undefined): RowLink | null {
  return article === undefined ? null : { id: article.id, title: article.title };
}
