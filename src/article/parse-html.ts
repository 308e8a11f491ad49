import type { Root } from 'hast';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { gateTree } from './gate-tree.ts';

/** Prepared HTML → a tree that has passed the gate. For Node; the browser has `purify`, which gives the same tree. */
export function parseHtml(html: string): Root {
  return gateTree(bodyOf(parse(html, { scriptingEnabled: false })));
}

/**
 * A whole document is parsed, not a fragment, because that is what DOMPurify does: a stray `<tr>` or `<body>` then
 * meets the same rules in both.
 */
function bodyOf(document: DefaultTreeAdapterTypes.Document): readonly DefaultTreeAdapterTypes.ChildNode[] {
  const html = document.childNodes.find((node) => node.nodeName === 'html');
  const children = html !== undefined && 'childNodes' in html ? html.childNodes : [];
  const body = children.find((node) => node.nodeName === 'body');
  return body !== undefined && 'childNodes' in body ? body.childNodes : [];
}
