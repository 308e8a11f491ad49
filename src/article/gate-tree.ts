import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import { gateList, propertyName } from './gate-list.ts';

const tags = new Set(gateList.tags);
const dropped = new Set(gateList.dropWithContent);
const properties = new Set(gateList.attributes.map(propertyName));
const addresses = new Set(gateList.addressAttributes);

/** DOMPurify refuses such values, because a later parser could break out of the attribute. */
const breakout = /((--!?|])>)|<\/(style|script|title|xmp|textarea|noscript|iframe|noembed|noframes)/i;
/** The very characters DOMPurify leaves out before it looks at an address. */
const ignoredInAddresses = /[\u0000-\u0020\u00A0\u1680\u180E\u2000-\u2029\u205F\u3000]/g;

function isKept(name: string, value: Properties[string]): boolean {
  if (!properties.has(name) || value == null) return false;
  const text = Array.isArray(value) ? value.join(' ') : String(value);
  if (breakout.test(text)) return false;
  return !addresses.has(name) || text === '' || gateList.address.test(text.replace(ignoredInAddresses, ''));
}

function gateElement(element: Element): ElementContent[] {
  const name = element.tagName;
  if (dropped.has(name)) return [];
  const children = gateChildren(element.children);
  if (!tags.has(name)) return children;
  const kept: Properties = {};
  for (const [key, value] of Object.entries(element.properties)) if (isKept(key, value)) kept[key] = value;
  return [{ type: 'element', tagName: name, properties: kept, children }];
}

function gateChildren(nodes: readonly RootContent[]): ElementContent[] {
  const kept: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type === 'text') kept.push({ type: 'text', value: node.value });
    if (node.type === 'element') kept.push(...gateElement(node));
  }
  return kept;
}

/** The gate in Node: leaves of a parsed tree what DOMPurify, configured from the same list, leaves in the browser. */
export function gateTree(nodes: readonly RootContent[]): Root {
  return { type: 'root', children: gateChildren(nodes) };
}
