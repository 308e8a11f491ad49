import type { Body } from '../article/body.ts';
import { readBody } from '../article/read-body.ts';
import { splitFrontMatter } from '../article/split-front-matter.ts';
import type { PackEntry } from '../edition/edition-data.ts';
import { purify } from './purify.ts';

/** A raw article file → what is shown of it; the same as the build makes, through the browser's own parser and gate. */
export function parseArticle({ text, format, references }: PackEntry, title: string): Body {
  return readBody(splitFrontMatter(text).body, { title, format, references }, purify);
}
