import type { Element } from 'hast';
import type { Block } from './block.ts';
import { textOf, trimBlank } from './hast-node.ts';

/** A heading longer than this is a paragraph that was made large. */
const LONGEST_HEADING = 120;
/** How far down the title is looked for. */
const HEAD = 4;

const levelOf = (node: Element): number => (/^h[1-6]$/.test(node.tagName) ? Number(node.tagName[1]) : 0);

/** What two titles have in common when only quotes, spaces and punctuation differ. */
const essence = (value: string): string => value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function isRepeatedTitle(block: Block, at: number, title: string, count: number): boolean {
  if (at >= HEAD || count < 3) return false;
  const words = essence(trimBlank(textOf(block.element)));
  return words !== '' && words === essence(title) && (levelOf(block.element) > 0 || block.element.tagName === 'p');
}

/** The page's h1 is the title: it is not said twice, and the article's own headings begin at h2. */
export function settleHeadings(blocks: readonly Block[], title: string): Block[] {
  const kept = blocks.filter((block, at) => !isRepeatedTitle(block, at, title, blocks.length));
  const highest = Math.min(...kept.map((block) => levelOf(block.element) || 7));
  const shift = highest === 1 ? 1 : 0;
  return kept.map((block) => {
    const level = levelOf(block.element);
    if (level === 0) return block;
    const tagName = textOf(block.element).length > LONGEST_HEADING ? 'p' : `h${Math.min(6, level + shift)}`;
    return { ...block, element: { ...block.element, tagName } };
  });
}

/** Rules at the ends and in a row separate nothing. */
export function trimRules(blocks: readonly Block[]): Block[] {
  const isRule = (block: Block | undefined): boolean => block?.element.tagName === 'hr';
  const kept = blocks.filter((block, at) => !(isRule(block) && (at === 0 || isRule(blocks[at - 1]))));
  while (isRule(kept[0])) kept.shift();
  while (isRule(kept.at(-1))) kept.pop();
  return kept;
}
