import type { Element, ElementContent, Nodes, Properties, Text } from 'hast';

/** Reading and making tree nodes: the few lines every step of the cleaning needs. */

export const isElement = (node: Nodes, tagName?: string): node is Element =>
  node.type === 'element' && (tagName === undefined || node.tagName === tagName);

export const text = (value: string): Text => ({ type: 'text', value });

export const element = (tagName: string, properties: Properties, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

/** An attribute as text, trimmed; `''` where it is absent. `name` is hast's (`dataSrc`, `className`). */
export function attribute(node: Element, name: string): string {
  const value = node.properties[name];
  if (value == null || value === false) return '';
  return (Array.isArray(value) ? value.join(' ') : String(value)).trim();
}

export const classNames = (node: Element): readonly string[] => attribute(node, 'className').split(/\s+/).filter(Boolean);

/** All text inside, as written. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  let all = '';
  for (const child of node.children) all += textOf(child);
  return all;
}

/** Whether a node or anything inside it meets the test. */
export function some(node: Nodes, test: (found: Element) => boolean): boolean {
  if (isElement(node) && test(node)) return true;
  return 'children' in node && node.children.some((child) => some(child, test));
}

/** White space as people see it: full-width, no-break and zero-width ones too. */
export const blank = /^[\s\u00a0\u3000\u2000-\u200f\u2028\u2029\u2060\ufeff]*$/;

export const trimBlank = (value: string): string =>
  value.replace(/^[\s\u00a0\u3000\u2000-\u200f\u2060\ufeff]+/, '').replace(/[\s\u00a0\u3000\u2000-\u200f\u2060\ufeff]+$/, '');
