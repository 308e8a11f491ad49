import type { Element, ElementContent, Properties, Root } from 'hast';
import { gateProperty, gateValue } from '../article/gate-property.ts';

function treeOfElement(element: globalThis.Element): Element {
  const properties: Properties = {};
  for (const { name, value } of element.attributes) {
    const property = gateProperty(name);
    if (property !== undefined) properties[property] = gateValue(name, value);
  }
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
