import type { Element, ElementContent, Root, RootContent } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { allowListSchema } from './allow-list.ts';
import { BlockFlow } from './block-flow.ts';
import type { Body, BodyContext, Removed } from './body.ts';
import { captionsLast } from './captions-last.ts';
import { clearClutter } from './clutter.ts';
import { attachCaptions, dropRepeatedAlt, mergeRepeatedFigures } from './figure-captions.ts';
import { isElement, some, text, textOf } from './hast-node.ts';
import { settleHeadings, trimRules } from './headings.ts';
import { findNoteAnchors } from './note-anchor.ts';
import { dropPromotions } from './promotions.ts';
import { takeSmallPrint } from './small-print.ts';
import { runThrough, type Steps } from './steps.ts';

const structural = new Set([
  'p',
  'br',
  'table',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'pre',
  'section',
  'dl',
  'center',
]);

/** Text in one wrapper with nothing but newlines in it: plain text that was called HTML. */
const isPlainText = (tree: Root): boolean => !some(tree, (found) => structural.has(found.tagName));

/**
 * A gated tree → the body that is shown: clutter out, real paragraphs, figures with captions, small print apart, and
 * the allow-list last. Pure; the same in the build and in the browser.
 */
export function cleanTree(gated: Root, context: BodyContext): Body {
  return runThrough(cleaningSteps(gated, context));
}

/** The same, step by step. */
export function* cleaningSteps(gated: Root, context: BodyContext): Steps<Body> {
  const { tree: uncluttered, removed: cleared, originalUrl } = clearClutter(gated);
  yield;
  const tree = captionsLast(uncluttered);
  const removed: Removed[] = [...cleared];
  const totalText = textOf(tree).trim().length;
  const setting = { ...context, anchors: findNoteAnchors(tree), newlinesBreak: isPlainText(tree), totalText };
  const flow = new BlockFlow(setting, removed);
  const flat = flow.readAll(tree.children as ElementContent[]).blocks;
  yield;
  const captioned = attachCaptions(mergeRepeatedFigures(flat));
  yield;
  const promoted = dropPromotions(captioned, removed);
  const { blocks, smallPrint } = takeSmallPrint(promoted.blocks, originalUrl);
  yield;
  const settled = trimRules(settleHeadings(blocks, context.title)).map((block) => block.element);
  for (const block of settled) if (block.tagName === 'figure') dropRepeatedAlt(block, context.title);
  return { tree: allowed({ type: 'root', children: settled }), smallPrint, removed: [...removed, ...promoted.removed] };
}

/** Nothing after this adds to the tree. */
function allowed(tree: Root): Root {
  const clean = sanitize(tree, allowListSchema);
  return { type: 'root', children: clean.type === 'root' ? mergeText(clean.children) : [] };
}

/** Neighbouring texts are one, as a parser would have them; empty inline elements are nothing. */
function mergeText<Node extends RootContent | ElementContent>(nodes: readonly Node[]): Node[] {
  const merged: Node[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      merged[merged.length - 1] = text(last.value + node.value) as Node;
    else if (node.type === 'text' && node.value === '') continue;
    else
      merged.push(
        isElement(node) ? ({ ...(node as Element), children: mergeText((node as Element).children) } as Node) : node,
      );
  }
  return merged;
}
