// @ts-check
// Plain JavaScript, because Node 20 runs no TypeScript in workers.
import { parse, serialize } from 'parse5';

/** @typedef {import('parse5').DefaultTreeAdapterTypes.Document} Document */
/** @typedef {import('parse5').DefaultTreeAdapterTypes.Element} Element */
/** @typedef {import('parse5').DefaultTreeAdapterTypes.ChildNode} Node */

/** Pages nest 20 to 60 deep; Readability takes time by the cube of it. */
const DEEPEST = 100;

/**
 * A page with its elements nested no deeper than those who work on it can bear, without styles and scripts. No text is
 * lost.
 * @param {string} html
 * @returns {string}
 */
export function shallowHtml(html) {
  const document = parse(html);
  /** @type {{ readonly node: Document | Element, readonly depth: number }[]} */
  const waiting = [{ node: document, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    node.childNodes = node.childNodes.filter(isWanted);
    if (depth >= DEEPEST) node.childNodes = leavesOf(node);
    else
      for (const child of node.childNodes) if ('childNodes' in child) waiting.push({ node: child, depth: depth + 1 });
  }
  return serialize(document);
}

/** What a page says of itself may be in a script. @param {Node} node */
function isWanted(node) {
  if (node.nodeName === 'style') return false;
  if (node.nodeName !== 'script' || !('attrs' in node)) return true;
  return node.attrs.some(({ name, value }) => name === 'type' && value === 'application/ld+json');
}

/** Texts and pictures inside, in their order. @param {Document | Element} node @returns {Node[]} */
function leavesOf(node) {
  const waiting = node.childNodes.toReversed();
  /** @type {Node[]} */
  const leaves = [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('childNodes' in next && next.childNodes.length > 0) waiting.push(...next.childNodes.toReversed());
    else if (isWanted(next)) leaves.push(next);
  }
  return leaves;
}
