import type { Element, Root, RootContent } from 'hast';
import { createElement, Fragment, type ReactNode } from 'react';
import { articleElements } from './article-elements.tsx';
import { escapeAsReact } from './escape-as-react.ts';
import { withGalleries } from './galleries.ts';

/**
 * Most of an article is paragraphs of which React would make elements only to write them down at once. A block in which there
 * is nothing but plain elements is written here, in React's own way to the byte; every other block is React's.
 */

/** Elements that have no component and no attribute: what `articleElements` passes on as it is. */
const PLAIN = new Set([
  ...['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'dl', 'dt', 'dd', 'hr', 'br'],
  ...['strong', 'b', 'em', 'i', 'u', 's', 'del', 'ins', 'mark', 'small', 'sub', 'sup', 'code', 'kbd', 'q', 'cite'],
]);
const EMPTY = new Set(['hr', 'br']);

/** An element the allow-list doesn't know, so that no article can hold it: the place of plain blocks in React's markup. */
const PLACE = 'printed-blocks';
const PLACE_MARKUP = `<${PLACE}></${PLACE}>`;

/** Null where there is anything React must see: between two texts, for one, it writes a comment. */
function plainMarkup(node: RootContent): string | null {
  if (node.type !== 'element' || !PLAIN.has(node.tagName)) return null;
  for (const name in node.properties) if (Object.hasOwn(node.properties, name)) return null;
  if (EMPTY.has(node.tagName)) return node.children.length === 0 ? `<${node.tagName}/>` : null;
  const inside = childMarkup(node);
  return inside === null ? null : `<${node.tagName}>${inside}</${node.tagName}>`;
}

function childMarkup({ children }: Element): string | null {
  let all = '';
  let afterText = false;
  for (const child of children) {
    const isText = child.type === 'text';
    const markup = isText ? escapeAsReact(child.value) : plainMarkup(child);
    if (markup === null || (isText && (afterText || child.value === ''))) return null;
    all += markup;
    afterText = isText;
  }
  return all;
}

export interface PrintedBlocks {
  /** The story for React to print, with a place for each run of plain blocks. */
  readonly story: ReactNode;
  /** Puts the plain blocks into what React has printed. */
  readonly fill: (html: string) => string;
}

/** An article's clean tree, ready to be printed: the same bytes as `articleElements` gives with its galleries, sooner. */
export function printBlocks(tree: Root): PrintedBlocks {
  const runs: string[] = [];
  const nodes: ReactNode[] = [];
  let run: string | null = null;
  for (const child of withGalleries(tree).children) {
    const markup = plainMarkup(child);
    if (run === null && markup !== null) nodes.push(createElement(PLACE));
    if (run !== null && markup === null) runs.push(run);
    run = markup === null ? null : (run ?? '') + markup;
    if (markup === null) nodes.push(articleElements({ type: 'root', children: [child] }));
  }
  if (run !== null) runs.push(run);
  return { story: createElement(Fragment, null, ...nodes), fill: (html) => fillPlaces(html, runs) };
}

function fillPlaces(html: string, runs: readonly string[]): string {
  const parts = html.split(PLACE_MARKUP);
  if (parts.length !== runs.length + 1) throw new Error('printed blocks and their places differ in number');
  return parts.map((part, index) => part + (runs[index] ?? '')).join('');
}
