import type { Element, ElementContent, Root } from 'hast';
import { isElement, some } from './hast-node.ts';

const isImage = ({ tagName }: Element): boolean => tagName === 'img';
const isCaption = (node: ElementContent): boolean => isElement(node, 'figcaption') && !some(node, isImage);

/** The caption of a figure may be written before its picture; everything later looks for it behind. */
function reordered(children: readonly ElementContent[]): ElementContent[] {
  const firstImage = children.findIndex((child) => some(child, isImage));
  const isEarly = (child: ElementContent, at: number): boolean => at < firstImage && isCaption(child);
  return [...children.filter((child, at) => !isEarly(child, at)), ...children.filter(isEarly)];
}

function settled(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node) => {
    if (!isElement(node)) return node;
    const children = settled(node.children);
    return { ...node, children: node.tagName === 'figure' ? reordered(children) : children };
  });
}

const isFigure = ({ tagName }: Element): boolean => tagName === 'figure';

/** The same tree with each figure's caption after its picture. Most have no such element. */
export const captionsLast = (tree: Root): Root =>
  some(tree, isFigure) ? { ...tree, children: settled(tree.children as ElementContent[]) } : tree;
