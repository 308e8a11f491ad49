import type { Element, Root } from 'hast';
import { elementsOf, isElement, some, textOf } from '../../src/article/hast-node.ts';
import type { Vector } from './vector.ts';

/** A good paragraph and a good picture with its caption, told from all others by their number. */
export interface Guard {
  readonly words: string;
  readonly src: string;
  readonly caption: string;
}

export function guardOf(number: number): Guard {
  return {
    words: `第${number}天的早晨，晒谷场上的麻雀比昨天多了几只，谷子还剩下一半。`,
    src: `https://img.example.com/2023/sparrows-${number}.jpg`,
    caption: `第${number}幅图：晒谷场上的麻雀`,
  };
}

function guardHtml({ words, src, caption }: Guard): string {
  return `<p>${words}</p>\n<figure><img src="${src}" width="640" height="400"><figcaption>${caption}</figcaption></figure>\n`;
}

const guardMarkdown = ({ words, src, caption }: Guard): string => `${words}\n\n![](${src} "${caption}")\n`;

/** Vectors one after another, each between two good pieces; `guards` is one more than there are vectors. */
export function guardedBody(
  vectors: readonly Vector[],
  from = 1,
): { readonly body: string; readonly guards: readonly Guard[] } {
  const isMarkdown = vectors[0]?.format === 'markdown';
  const write = isMarkdown ? guardMarkdown : guardHtml;
  const guards = Array.from({ length: vectors.length + 1 }, (_, at) => guardOf(from + at));
  const [first = guardOf(from), ...others] = guards;
  const pieces = others.flatMap((guard, at) => [vectors[at]?.body ?? '', write(guard)]);
  return { body: [write(first), ...pieces].join(isMarkdown ? '\n\n' : '\n'), guards };
}

/** What a tree lost of a guard: nothing, where paragraph, picture and caption are all there. */
export function lostOf(tree: Root, { words, src, caption }: Guard): readonly string[] {
  const found = [...elementsOf(tree)];
  const figure = found.find(
    (node) => node.tagName === 'figure' && some(node, (inside) => inside.properties.src === src),
  );
  return [
    ...(textOf(tree).includes(words) ? [] : ['paragraph']),
    ...(found.some((node) => node.properties.src === src) ? [] : ['picture']),
    ...(figure && captionOf(figure).includes(caption) ? [] : ['caption']),
  ];
}

function captionOf(figure: Element): string {
  return figure.children
    .filter((child) => isElement(child, 'figcaption'))
    .map(textOf)
    .join('');
}
