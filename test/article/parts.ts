import type { Element } from 'hast';
import type { Block } from '../../src/article/block.ts';
import type { BodyContext } from '../../src/article/body.ts';
import { isElement, some } from '../../src/article/hast-node.ts';
import { parseHtml } from '../../src/article/parse-html.ts';
import { prepareBody } from '../../src/article/prepare-body.ts';

/** Pieces of bodies for tests of the small steps: through the same repair, parser and gate as an article's. */

export const context: BodyContext = { title: '院子里的石榴树', format: 'html', references: {} };

export const treeOf = (html: string) => parseHtml(prepareBody(html, 'html').html);

/** The first element of that name. */
export function elementOf(html: string, tagName: string): Element {
  let first: Element | null = null;
  some(treeOf(html), (found) => {
    if (found.tagName === tagName) first ??= found;
    return first !== null;
  });
  if (first === null) throw new Error(`no <${tagName}> in ${html}`);
  return first;
}

/** Each top-level element as a block. */
export const blocksOf = (html: string): Block[] =>
  treeOf(html)
    .children.filter((node) => isElement(node))
    .map((element) => ({ element }));
