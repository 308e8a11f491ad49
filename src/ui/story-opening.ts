import type { Root } from 'hast';
import { textOf } from './text-of.ts';

/** What a window holds at most, in the smallest type. Pixels: what a line of text takes, and a sign of it; signs: the longest line. */
const LINE_HEIGHT = 24;
const SIGN_WIDTH = 16;
const LONGEST_LINE = 38;
/** Letters, digits and signs of the scripts in which two take the width of one Chinese character, or less. */
const NARROW = /[\0-\u1fff]/g;
/** What stands above a story at least: a masthead of one line, its title, whose it is. Pixels. */
const ABOVE = 150;

function widthOf(text: string): number {
  return text.length - (text.match(NARROW)?.length ?? 0) / 2;
}

/** The first blocks of a story: as many as fill a window of this size below its title, whatever pictures stand between. */
export function storyOpening(tree: Root, width: number, height: number): Root {
  const line = Math.min(LONGEST_LINE, Math.floor(width / SIGN_WIDTH));
  let lines = (height - ABOVE) / LINE_HEIGHT;
  const end = tree.children.findIndex((block) => {
    lines -= Math.ceil(widthOf(textOf(block)) / line);
    return lines <= 0;
  });
  return end < 0 ? tree : { ...tree, children: tree.children.slice(0, end + 1) };
}

/** The blocks after a story's opening. */
export function storyAfter(tree: Root, opening: Root): Root {
  return { ...tree, children: tree.children.slice(opening.children.length) };
}
