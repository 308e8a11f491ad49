import type { Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { gateTree } from './gate-tree.ts';

/** Prepared HTML → a tree that has passed the gate. For Node; the browser has `purify`, which gives the same tree. */
export function parseHtml(html: string): Root {
  return gateTree(bodyOf(fromHtml(html, { fragment: false })));
}

/**
 * A whole document is parsed, not a fragment, because that is what DOMPurify does: a stray `<tr>` or `<body>` then
 * meets the same rules in both.
 */
function bodyOf(document: Root): readonly RootContent[] {
  const html = document.children.find((node) => node.type === 'element');
  const body = html?.children.find((node) => node.type === 'element' && node.tagName === 'body');
  return body?.type === 'element' ? body.children : [];
}
