import DOMPurify from 'dompurify';
import type { Root } from 'hast';
import { gateList } from '../article/gate-list.ts';
import { treeOfDom } from './tree-of-dom.ts';

const configuration = {
  ALLOWED_TAGS: ['#text', ...gateList.tags],
  ALLOWED_ATTR: [...gateList.attributes],
  ADD_URI_SAFE_ATTR: gateList.attributes.filter((name) => !gateList.addressAttributes.includes(name)),
  ALLOWED_URI_REGEXP: gateList.address,
  FORBID_CONTENTS: [...gateList.dropWithContent],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  KEEP_CONTENT: true,
  // The fragment is read into a tree and thrown away, never attached; its ids are wanted to tell stock links and notes apart.
  SANITIZE_DOM: false,
  RETURN_DOM_FRAGMENT: true as const,
};

/**
 * Prepared HTML → a tree that has passed the gate. For the browser; `parseHtml` gives the same tree in Node. The string
 * goes in once and a fragment comes out: it is never serialised and parsed again.
 */
export function purify(html: string): Root {
  return treeOfDom(DOMPurify.sanitize(html, configuration));
}
