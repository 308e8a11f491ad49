import type { Element, ElementContent, Root } from 'hast';
import { isElement, textOf } from './hast-node.ts';

/** Inside these every child is a line of its own. */
const containers = new Set([
  'blockquote',
  'ul',
  'ol',
  'dl',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'details',
  'figure',
  'section',
  'li',
  'dd',
  'tr',
]);

const inlineText = (nodes: readonly ElementContent[]): string =>
  nodes
    .map((node) =>
      isElement(node, 'br')
        ? ' '
        : isElement(node, 'rt') || isElement(node, 'rp')
          ? ''
          : isElement(node, 'img') && node.properties.dataKind === 'formula'
            ? String(node.properties.alt ?? '')
            : isElement(node)
              ? inlineText(node.children)
              : textOf(node),
    )
    .join('');

function* linesOf(node: Element, skip: ReadonlySet<string>): Generator<string> {
  if (skip.has(node.tagName)) return;
  if (!containers.has(node.tagName)) {
    yield inlineText(node.children);
    return;
  }
  let running: ElementContent[] = [];
  for (const child of node.children) {
    if (
      isElement(child) &&
      (containers.has(child.tagName) ||
        /^(?:p|td|th|dt|pre|figcaption|caption|summary|h[2-6]|div)$/.test(child.tagName))
    ) {
      yield inlineText(running);
      running = [];
      yield* linesOf(child, skip);
    } else running.push(child);
  }
  yield inlineText(running);
}

function text(tree: Root, skip: ReadonlySet<string>): string {
  const lines = tree.children.flatMap((child) => (isElement(child) ? [...linesOf(child, skip)] : []));
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** All text of a clean body, captions and code too; a line a paragraph. */
export const plainText = (tree: Root): string => text(tree, new Set(['div']));

const notRunning = new Set(['figcaption', 'figure', 'pre', 'table', 'div', 'details', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Where a text came from and who took its first picture: news, but not what the story says. */
const provenance =
  /^[（(【[]?(?:本文(?:来自|來自|转自|首发|经授权|作者)|(?:文章|图片|题图|图|資料|资料)?(?:来源|來源)|题图|头图|作者|撰文|文|编辑|责任编辑|原标题|出品)\s?[:：|｜丨@]|^[（(]?本文(?:来自|來自|转自|首发于)/;
const dateAlone = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s?\d{1,2}:\d{2}(?::\d{2})?)?$/;

/** Bylines (`文 | …`, `每日记者 …`) and the stand-ins of embeds: short, and no sentence. */
const isByline = (line: string): boolean =>
  line.startsWith('▶') ||
  (line.length <= 120 && (provenance.test(line) || dateAlone.test(line))) ||
  (line.length <= 20 && !/[。！？!?.…：:]/.test(line));

/** The running text alone, from which an excerpt is made, without a byline before it; everything where there is nothing else. */
export function leadText(tree: Root): string {
  const lines = text(tree, notRunning).split('\n');
  const first = lines.findIndex((line) => !isByline(line));
  return lines.slice(Math.max(0, first)).join('\n') || plainText(tree);
}
