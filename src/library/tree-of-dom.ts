import type { Element, ElementContent, Properties, Root } from 'hast';
import { propertyName } from '../article/gate-list.ts';

const NUMBERS = new Set(['border', 'colspan', 'height', 'rowspan', 'size', 'start', 'width']);

/** A value as hast has it: lists of classes, numbers where an attribute means a number and says one. */
function propertyValue(attribute: string, value: string): Properties[string] {
  if (attribute === 'class') return value.split(/[ \t\n\r\f]+/).filter((name) => name !== '');
  if (attribute === 'hidden') return value === '' || value.toLowerCase() === 'hidden' ? true : value;
  return NUMBERS.has(attribute) && value !== '' && !Number.isNaN(Number(value)) ? Number(value) : value;
}

function treeOfElement(element: globalThis.Element): Element {
  const properties: Properties = {};
  for (const { name, value } of element.attributes) properties[propertyName(name)] = propertyValue(name, value);
  return { type: 'element', tagName: element.localName, properties, children: treesOf(element) };
}

function treesOf(parent: Node): ElementContent[] {
  const trees: ElementContent[] = [];
  for (const node of parent.childNodes) {
    if (node instanceof Element) trees.push(treeOfElement(node));
    else if (node instanceof Text) trees.push({ type: 'text', value: node.data });
  }
  return trees;
}

/**
 * A fragment that has passed the gate → hast. Libraries that do this know every attribute of HTML and SVG, 9 KB of names; here
 * are those of the gate's list only, and a test that both say the same.
 */
export function treeOfDom(fragment: DocumentFragment): Root {
  return { type: 'root', children: treesOf(fragment) };
}
