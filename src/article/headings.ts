import type { Element } from 'hast';
import type { Block } from './block.ts';
import { textOf } from './hast-node.ts';

/** A heading longer than this is a paragraph that was made large. */
const LONGEST_HEADING = 120;
/** How far down the title is looked for. */
const HEAD = 4;

const levelOf = (node: Element): number => (/^h[1-6]$/.test(node.tagName) ? Number(node.tagName[1]) : 0);

/** What two titles have in common when only quotes, spaces and punctuation differ. */
const essence = (value: string): string => value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const LETTER = /[\p{L}\p{N}]/u;

/** @param title its essence */
function isRepeatedTitle({ element }: Block, title: string): boolean {
  if (levelOf(element) === 0 && element.tagName !== 'p') return false;
  const words = textOf(element);
  // Nearly all begin otherwise.
  const [first = ''] = LETTER.exec(words) ?? [];
  return first !== '' && title.startsWith(essence(first)) && essence(words) === title;
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
  const wanted = essence(title);
  const isRepeated = (block: Block, at: number) => at < HEAD && isRepeatedTitle(block, wanted);
  const kept = blocks.length < 3 ? blocks : blocks.filter((block, at) => !isRepeated(block, at));
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
