import type { ElementContent, Properties, Root } from 'hast';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { gateList } from './gate-list.ts';
import { gateProperty, gateValue } from './gate-property.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const tags = new Set(gateList.tags);
const dropped = new Set(gateList.dropWithContent);
const addresses = new Set(gateList.addressAttributes);

/** DOMPurify refuses such values, because a later parser could break out of the attribute. */
const breakout = /((--!?|])>)|<\/(style|script|title|xmp|textarea|noscript|iframe|noembed|noframes)/i;
/** The very characters DOMPurify leaves out before it looks at an address. */
const ignoredInAddresses = /[\u0000-\u0020\u00A0\u1680\u180E\u2000-\u2029\u205F\u3000]/g;

function isSafe(attribute: string, value: string): boolean {
  // Styles by the thousand hold neither.
  if ((value.includes('>') || value.includes('<')) && breakout.test(value)) return false;
  return !addresses.has(attribute) || value === '' || gateList.address.test(value.replace(ignoredInAddresses, ''));
}

function gateProperties({ attrs }: Element): Properties {
  const kept: Properties = {};
  for (const { name, value } of attrs) {
    const property = gateProperty(name);
    if (property !== undefined && isSafe(name, value)) kept[property] = gateValue(name, value);
  }
  return kept;
}

function gateElement(element: Element, into: ElementContent[]): void {
  const { tagName } = element;
  if (dropped.has(tagName)) return;
  if (!tags.has(tagName)) return gateChildren(element.childNodes, into);
  const children: ElementContent[] = [];
  into.push({ type: 'element', tagName, properties: gateProperties(element), children });
  gateChildren(element.childNodes, children);
}

function gateChildren(nodes: readonly Node[], into: ElementContent[]): void {
  for (const node of nodes) {
    if (node.nodeName === '#text' && 'value' in node) into.push({ type: 'text', value: node.value });
    else if ('tagName' in node) gateElement(node, into);
  }
}

/**
 * The gate in Node: leaves of what parse5 read what DOMPurify, configured from the same list, leaves in the browser. It
 * makes the tree of hast itself: libraries that do look every attribute up and note where each node began, which takes as
 * long as parsing.
 */
export function gateTree(nodes: readonly Node[]): Root {
  const children: ElementContent[] = [];
  gateChildren(nodes, children);
  return { type: 'root', children };
}
