// What the bench of hostile lengths runs.

import { parseHtml } from '../../src/article/parse-html.ts';
import { readArticle } from '../../src/article/read-article.ts';
import { readBody } from '../../src/article/read-body.ts';

/** Reads a whole article with this body as the build does. */
export function readWhole(text: string): void {
  const { body, format } = readArticle(`---\ntitle: T\n---\n${text}`, { file: 'a.html', timeZone: 'Asia/Shanghai' });
  readBody(body, { title: 'T', format, references: {} }, parseHtml);
}
