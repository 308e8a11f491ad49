import type { Body } from '../article/body.ts';
import { cleanTree } from '../article/clean-tree.ts';
import { prepareBody } from '../article/prepare-body.ts';
import { splitFrontMatter } from '../article/split-front-matter.ts';
import type { PackEntry } from '../edition/edition-data.ts';
import { purify } from './purify.ts';

/** A raw article file → what is shown of it; the same as the build makes, through the browser's own parser and gate. */
export function parseArticle(entry: PackEntry, title: string): Body {
  const { body } = splitFrontMatter(entry.text);
  const { html } = prepareBody(body, entry.format);
  return cleanTree(purify(html), { title, format: entry.format, references: entry.references });
}
