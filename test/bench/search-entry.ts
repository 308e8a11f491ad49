// What the search bench runs, in one file that Node understands.

import { excerptOf } from '../../src/article/excerpt.ts';
import { parseHtml } from '../../src/article/parse-html.ts';
import { leadText, plainText } from '../../src/article/plain-text.ts';
import { readArticle } from '../../src/article/read-article.ts';
import { readBody } from '../../src/article/read-body.ts';
import type { SearchedText } from '../../src/edition/search-terms.ts';

export { searchFiles } from '../../src/build/search-writer.ts';
export { foldForSearch } from '../../src/edition/search-fold.ts';
export { readSearchQuery } from '../../src/edition/search-query.ts';
export { articleTerms, searchedText } from '../../src/edition/search-terms.ts';
export { searchArticles } from '../../src/library/search-articles.ts';
export { createSearchIndexStore } from '../../src/library/search-index-store.ts';

/** An article's text as the build gives it to the index. */
export function textOfArticle(file: string, source: string): SearchedText {
  const { meta, body, format } = readArticle(source, { file, timeZone: 'Asia/Shanghai' });
  const { tree } = readBody(body, { title: meta.title, format, references: {} }, parseHtml);
  return { title: meta.title, lead: excerptOf(leadText(tree), meta.title), body: plainText(tree) };
}
