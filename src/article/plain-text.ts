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

/** Bylines (`文 | …`, `每日记者 …`) and the stand-ins of embeds: short, and no sentence. */
const isByline = (line: string): boolean =>
  line.startsWith('▶') || (line.length <= 20 && !/[。！？!?.…：:]/.test(line));

/** The running text alone, from which an excerpt is made, without a byline before it; everything where there is nothing else. */
export function leadText(tree: Root): string {
  const lines = text(tree, notRunning).split('\n');
  const first = lines.findIndex((line) => !isByline(line));
  return lines.slice(Math.max(0, first)).join('\n') || plainText(tree);
}
