import type { Element, Nodes } from 'hast';

/** The tree as a parser would make it: no positions, no data, neighbouring texts one. */
export function bareTree(node: Nodes): unknown {
  if (node.type === 'text') return node.value;
  if (node.type === 'element') return [node.tagName, sorted(node), node.children.map(bareTree)];
  return 'children' in node ? node.children.map(bareTree) : node.type;
}

/** Numbers and their digits are the same in HTML. */
const sorted = ({ properties }: Element): unknown =>
  Object.entries(properties)
    .map(([name, value]) => [name, String(value)])
    .sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
