import type { Element } from 'hast';
import { type Block, isFigure } from './block.ts';
import type { Removed } from './body.ts';
import { imageOf } from './figure-captions.ts';
import { attribute, textOf, trimBlank } from './hast-node.ts';
import { promotionKind, qrWords } from './promotion-words.ts';

const LONGEST = 70;
const HEAD = 2;
const TAIL = 6;

const wordsOf = (node: Element): string => trimBlank(textOf(node)).replace(/\s+/g, ' ');

/** Square or of unknown size: a photograph in landscape is no code. */
function mayBeCode(figure: Element): boolean {
  const image = imageOf(figure);
  const [width, height] = [Number(image?.properties.width), Number(image?.properties.height)];
  return !width || !height || (width / height > 0.8 && width / height < 1.25);
}

/** Marks what goes: the promoting lines, and the code beside a line that asks to scan it. */
function condemned(blocks: readonly Block[]): Map<number, Removed> {
  const found = new Map<number, Removed>();
  for (const [at, block] of blocks.entries()) {
    const words = wordsOf(block.element);
    const isPicture = isFigure(block);
    const isSmall = words !== '' && words.length <= LONGEST && /^(?:p|figure|h[1-6])$/.test(block.element.tagName);
    const isAtEnd = at < HEAD || at >= blocks.length - TAIL;
    const kind = isSmall ? promotionKind(words) : null;
    if (!kind || (!isAtEnd && kind !== 'widget' && kind !== 'advert')) continue;
    if (isPicture && !qrWords.test(words)) continue;
    found.set(at, { kind: isPicture ? 'qr-code' : kind, text: words.slice(0, 200) });
    if (qrWords.test(words) && !isPicture) condemnCode(blocks, at, found);
  }
  return found;
}

function condemnCode(blocks: readonly Block[], at: number, found: Map<number, Removed>): void {
  for (const beside of [at + 1, at - 1]) {
    const block = blocks[beside];
    if (!isFigure(block) || found.has(beside) || !mayBeCode(block.element) || wordsOf(block.element) !== '') continue;
    found.set(beside, {
      kind: 'qr-code',
      text: attribute(imageOf(block.element) ?? block.element, 'src').slice(0, 200),
    });
    return;
  }
}

/** Takes promotions out; an article that is nothing else keeps them. */
export function dropPromotions(blocks: readonly Block[]): { blocks: readonly Block[]; removed: readonly Removed[] } {
  const found = condemned(blocks);
  if (found.size === 0 || found.size === blocks.length) return { blocks, removed: [] };
  return { blocks: blocks.filter((_, at) => !found.has(at)), removed: [...found.values()] };
}
