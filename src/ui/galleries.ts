import type { Element, ElementContent, Root, RootContent } from 'hast';
import { textOf } from './text-of.ts';

/** Pictures of a kind, as they may stand side by side. */
type Shape = 'tall' | 'wide';

/** Width ÷ height. Beyond are panoramas and long screenshots, which want all the width there is. */
const NARROWEST = 0.4;
const TALL = 1.1;
const WIDEST = 2.2;
/** How much the widest of a gallery may be wider than its narrowest. */
const MOST_DIFFERENT = 1.3;
/** Two wide pictures are better one below the other. */
const FEWEST: Readonly<Record<Shape, number>> = { tall: 2, wide: 3 };
/** Pixels: smaller ones would be blown up. */
const SMALLEST = 300;
/** A longer caption is set in a column of its own width. Chinese signs; Latin letters are half as wide. */
const LONGEST_CAPTION = 40;

/** Kinds of file for drawings and screenshots, whose words could not be read at half their size. */
const GRAPHIC = /\.(?:png|gif|svg)(?:[?#!@]|$)|wx_fmt=(?:png|gif|svg)/i;

const isElement = (node: RootContent | ElementContent): node is Element => node.type === 'element';

function onlyPicture({ tagName, children }: Element): Element | null {
  const pictures = children.filter(isElement).filter(({ tagName }) => tagName === 'img' || tagName === 'a');
  const [first] = pictures;
  if (tagName !== 'figure' || pictures.length !== 1 || !first) return null;
  const picture = first.tagName === 'a' ? first.children.find(isElement) : first;
  return picture?.tagName === 'img' ? picture : null;
}

function widthOf(words: string): number {
  const latin = words.match(/[\u0020-\u024f]/g)?.length ?? 0;
  return words.length - latin / 2;
}

/** Width ÷ height of a figure that may stand beside another; null for every other block. */
function ratioOf(block: RootContent): number | null {
  const picture = isElement(block) ? onlyPicture(block) : null;
  if (!picture || !isElement(block)) return null;
  const { src, width, height } = picture.properties;
  const [across, down] = [Number(width), Number(height)];
  const ratio = across / down;
  const isPhotograph = typeof src === 'string' && !GRAPHIC.test(src);
  const isFit = across >= SMALLEST && ratio >= NARROWEST && ratio <= WIDEST;
  return isPhotograph && isFit && widthOf(textOf(block)) <= LONGEST_CAPTION ? ratio : null;
}

const shapeOf = (ratio: number): Shape => (ratio < TALL ? 'tall' : 'wide');

/** How many blocks from `start` on make a gallery; 0 where none does. */
function galleryLength(ratios: readonly (number | null)[], start: number): number {
  const first = ratios[start] ?? null;
  if (first === null) return 0;
  let [narrowest, widest] = [first, first];
  let end = start;
  for (let ratio: number | null = first; ratio !== null; ratio = ratios[end] ?? null) {
    narrowest = Math.min(narrowest, ratio);
    widest = Math.max(widest, ratio);
    if (shapeOf(ratio) !== shapeOf(first) || widest > narrowest * MOST_DIFFERENT) break;
    end += 1;
  }
  return end - start >= FEWEST[shapeOf(first)] ? end - start : 0;
}

/**
 * The same tree with neighbouring pictures of one shape in a box, where the style sheet sets them side by side. It is made for
 * the page alone, after the allow-list: feeds, search and all that compares articles know nothing of it.
 */
export function withGalleries(tree: Root): Root {
  const ratios = tree.children.map(ratioOf);
  const children: RootContent[] = [];
  for (let at = 0; at < tree.children.length; ) {
    const length = galleryLength(ratios, at);
    const blocks = tree.children.slice(at, at + Math.max(1, length));
    const box = { dataKind: 'gallery', dataShape: shapeOf(ratios[at] ?? 1) };
    if (length === 0) children.push(...blocks);
    else children.push({ type: 'element', tagName: 'div', properties: box, children: blocks.filter(isElement) });
    at += blocks.length;
  }
  return { ...tree, children };
}
