import type { Element, ElementContent, Nodes, Properties, Text } from 'hast';
import { remember } from './remember.ts';

/** Reading and making tree nodes: the few lines every step of the cleaning needs. */

export const isElement = <Name extends string>(node: Nodes, tagName?: Name): node is Element & { tagName: Name } =>
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
  if (typeof value === 'string') return value.trim();
  if (value == null || value === false) return '';
  return (Array.isArray(value) ? value.join(' ') : String(value)).trim();
}

/** Most elements have none: whoever asks after several asks this first. */
export const hasAttributes = ({ properties }: Element): boolean => {
  for (const _ in properties) return true;
  return false;
};

const NO_NAMES: readonly string[] = [];
const namesIn = remember((names: string): readonly string[] => names.split(/\s+/).filter(Boolean));

export const classNames = (node: Element): readonly string[] =>
  node.properties.className === undefined ? NO_NAMES : namesIn(attribute(node, 'className'));

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

/** All elements inside, in the order of the source. A stack of its own: nested generators cost their depth each step. */
export function* elementsOf(root: Nodes): Generator<Element> {
  const waiting: Nodes[] = 'children' in root ? root.children.toReversed() : [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let at = node.children.length - 1; at >= 0; at--) waiting.push(node.children[at] as Nodes);
  }
}

/** White space as people see it: full-width, no-break and zero-width ones too. */
const blankCharacter = /[\s\u00a0\u3000\u2000-\u200f\u2028\u2029\u2060\ufeff]/;

/** Asked for both ends of every text: letters, Chinese or not, are told without the expression. */
function isBlankAt(value: string, at: number): boolean {
  const unit = value.charCodeAt(at);
  if ((unit > 0x20 && unit < 0x80) || (unit > 0x3000 && unit < 0xfeff)) return false;
  return blankCharacter.test(value.charAt(at));
}

export const isBlank = (value: string): boolean => trimBlankStart(value) === '';

/** A loop, not `/\s+$/`: that expression takes quadratic time on long runs of spaces in the middle. */
export function trimBlankEnd(value: string): string {
  let end = value.length;
  while (end > 0 && isBlankAt(value, end - 1)) end -= 1;
  return value.slice(0, end);
}

export function trimBlankStart(value: string): string {
  let start = 0;
  while (start < value.length && isBlankAt(value, start)) start += 1;
  return value.slice(start);
}

export const trimBlank = (value: string): string => trimBlankStart(trimBlankEnd(value));
