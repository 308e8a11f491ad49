import type { ElementContent, Root, RootContent } from 'hast';
import type { Body } from '../article/body.ts';

/** One text in other characters. */
export type Convert = (text: string) => string;

/** What is read as it was written: program text is no Chinese. */
const LEFT_ALONE = new Set(['code', 'pre', 'kbd', 'samp', 'var']);
const CONVERTED = ['alt', 'title'] as const;

/**
 * Loads what writes simplified Chinese in traditional characters or the other way round: characters alone, no words of another
 * region. @throws Error where it can't be had
 */
export async function loadConvert(to: 'simplified' | 'traditional'): Promise<Convert> {
  return to === 'traditional'
    ? (await import('./convert-to-traditional.ts')).toTraditional
    : (await import('./convert-to-simplified.ts')).toSimplified;
}

function convertNode<Node extends RootContent | ElementContent>(node: Node, convert: Convert): Node {
  if (node.type === 'text') return { ...node, value: convert(node.value) };
  if (node.type !== 'element' || LEFT_ALONE.has(node.tagName)) return node;
  const { properties, children } = node;
  const spoken = CONVERTED.flatMap((name) => {
    const value = properties[name];
    return typeof value === 'string' ? [[name, convert(value)]] : [];
  });
  return {
    ...node,
    properties: { ...properties, ...Object.fromEntries(spoken) },
    children: children.map((child) => convertNode(child, convert)),
  };
}

function convertTree(tree: Root, convert: Convert): Root {
  return { ...tree, children: tree.children.map((child) => convertNode(child, convert)) };
}

/** An article's body in other characters; what was removed from it is shown as it was. */
export function convertBody(body: Body, convert: Convert): Body {
  const { editor, originalTitle, credit, ...others } = body.smallPrint;
  const smallPrint = {
    ...others,
    ...(editor !== undefined && { editor: convert(editor) }),
    ...(originalTitle !== undefined && { originalTitle: convert(originalTitle) }),
    ...(credit !== undefined && { credit: convert(credit) }),
  };
  return { ...body, tree: convertTree(body.tree, convert), smallPrint };
}
