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

/** For each level that is used, the one it gets: h2, h3 … in order, whatever the site began with. */
function levelsFromTwo(blocks: readonly Block[]): ReadonlyMap<number, number> {
  const used = [...new Set(blocks.map((block) => levelOf(block.element)))].filter((level) => level > 0).sort();
  return new Map(used.map((level, at) => [level, Math.min(6, at + 2)]));
}

/**
 * The page's h1 is the title: it is not said twice, and the article's own headings begin at h2 and skip no level, so that
 * a list of headings reads like a table of contents.
 */
export function settleHeadings(blocks: readonly Block[], title: string): Block[] {
  const kept = blocks.filter((block, at) => !isRepeatedTitle(block, at, title, blocks.length));
  const levels = levelsFromTwo(kept);
  let before = 1;
  return kept.map((block) => {
    const level = levels.get(levelOf(block.element));
    if (level === undefined) return block;
    if (textOf(block.element).length > LONGEST_HEADING)
      return { ...block, element: { ...block.element, tagName: 'p' } };
    before = Math.min(level, before + 1);
    return { ...block, element: { ...block.element, tagName: `h${before}` } };
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
