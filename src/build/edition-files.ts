import { encodeColumns } from '../edition/columns.ts';
import type { PackEntry, PageData } from '../edition/edition-data.ts';
import type { Row } from '../edition/row.ts';
import type { PageTask } from './article-task.ts';
import type { Edition } from './read-edition.ts';

/** The columns file of a whole edition. */
export function columnsOf({ articles, relations }: Edition): Uint8Array {
  const { stories } = relations();
  return encodeColumns({
    copies: Array.from(stories, (first, copy) => [copy, first] as const).filter(([copy, first]) => copy !== first),
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

/** What an article's page carries. */
export function articleData(task: PageTask, row: Row, tags: readonly string[] = []): PageData {
  const { position, newer, older, more, updated } = task;
  return {
    ...{ kind: 'article', row, position, newer, older, more },
    ...(updated !== null && { updated }),
    ...(tags.length > 0 && { tags }),
  };
}
