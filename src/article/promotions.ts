import type { Element } from 'hast';
import { type Block, isFigure } from './block.ts';
import type { Removed } from './body.ts';
import { imageOf } from './figure-captions.ts';
import { attribute, isElement, some, textOf, trimBlank } from './hast-node.ts';
import { isQrImage } from './image-address.ts';
import { isDisclaimer, isEndControl, type Place, promotionKind, qrWords } from './promotion-words.ts';

/** The heading of a list of other articles. */
const related =
  /^[【[]?(?:更多)?(?:猜你喜欢|大家都在看|你可能(?:还|也)?(?:喜欢|感兴趣|想看))[】\]]?\s*[:：]?$|^[【[]?(?:更多)?(?:相关|相關|推荐|推薦|延伸|往期|精彩|更多|热门|熱門)(?:阅读|閱讀|报道|報道|報導|新闻|新聞|文章|内容|內容|推荐|推薦|回顾|回顧|精选|资讯|資訊)[】\]]?\s*[:：]?$|^(?:related(?: (?:posts|articles|stories))?|you may also like|further reading)\s*:?$/i;

const LONGEST = 70;
/** Notices that say they are adverts may be long. */
const LONGEST_ADVERT = 200;
const HEAD = 2;
const TAIL = 6;

const account = /公众号|公眾號|微信|蓝字|关注我们|關注我們/;

const wordsOf = (node: Element): string => trimBlank(textOf(node)).replace(/\s+/g, ' ');

type Proportions = 'unknown' | 'square' | 'oblong';

function proportionsOf(figure: Element): Proportions {
  const image = imageOf(figure);
  const [width, height] = [Number(image?.properties.width), Number(image?.properties.height)];
  if (!width || !height) return 'unknown';
  return width / height > 0.8 && width / height < 1.25 ? 'square' : 'oblong';
}

/** A photograph in landscape is no code. What stands before the words may be the story's last picture: it must look like one. */
function mayBeCode(figure: Element, isBefore: boolean): boolean {
  const proportions = proportionsOf(figure);
  if (!isBefore) return proportions !== 'oblong';
  return proportions === 'square' || isQrImage(attribute(imageOf(figure) ?? figure, 'src'));
}

function smallKind({ tagName }: Element, words: string, place: Place): Removed['kind'] | null {
  if (words === '' || words.length > LONGEST_ADVERT || !/^(?:p|figure|h[1-6])$/.test(tagName)) return null;
  if (/^h/.test(tagName) && isEndControl(words)) return null;
  const kind = promotionKind(words, place);
  // A chapter may be called `下载客户端`.
  if (/^h/.test(tagName) && kind === 'app-promotion' && !qrWords.test(words) && !account.test(words)) return null;
  return words.length <= LONGEST || kind === 'advert' ? kind : null;
}

const letters = (value: string): number => value.replace(/[^\p{L}\p{N}]/gu, '').length;

function linkedLetters(node: Element): number {
  if (node.tagName === 'a') return letters(textOf(node));
  return node.children.reduce((sum, child) => sum + (isElement(child) ? linkedLetters(child) : 0), 0);
}

/** When each of the listed articles appeared. */
const listedDate = /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/]\d{1,2}(?!\d)|\d{1,2}:\d{2}/g;

/** All that a block says is said in links; a rule says nothing. */
const isLinksOnly = ({ element }: Block): boolean =>
  element.tagName === 'hr' ||
  (/^(?:p|ul|ol|figure)$/.test(element.tagName) &&
    some(element, ({ tagName }) => tagName === 'a') &&
    linkedLetters(element) >= letters(textOf(element).replace(listedDate, '')) * 0.8);

/** A list of other articles at the very end: its heading and nothing but links after it. */
function condemnRelated(blocks: readonly Block[], found: Map<number, Removed>): void {
  let start = blocks.length;
  for (let at = blocks.length - 1; at > 0; at--) {
    const block = blocks[at];
    if (!block) continue;
    if (/^(?:p|h[1-6])$/.test(block.element.tagName) && related.test(wordsOf(block.element))) start = at;
    else if (!found.has(at) && !isLinksOnly(block)) break;
  }
  for (const [at, { element }] of blocks.entries())
    if (at >= start && !found.has(at)) found.set(at, { kind: 'widget', text: wordsOf(element).slice(0, 200) });
}

/** What the block at a place is, where it is no part of the story. */
function kindAt({ element }: Block, at: number, count: number, place: Place): Removed['kind'] | null {
  const words = wordsOf(element);
  const kind = smallKind(element, words, place);
  if (kind !== null || place !== 'tail' || at * 2 < count || element.tagName !== 'p') return kind;
  return isDisclaimer(words) ? 'widget' : null;
}

/** Lines of the article's own among its last promotions, a signature for one. */
const MOST_BETWEEN = 2;

/** Where the article's last lines begin: there may be a dozen promotions in a row. */
function tailStart(blocks: readonly Block[]): number {
  let start = blocks.length - TAIL;
  let own = 0;
  for (let at = blocks.length - 1; at >= 0 && own <= MOST_BETWEEN; at--) {
    const block = blocks[at] as Block;
    if (kindAt(block, at, blocks.length, 'tail') !== null) start = Math.min(start, at);
    else if (!isLinksOnly(block) && !related.test(wordsOf(block.element))) own += 1;
  }
  return Math.max(0, start);
}

function placeOf(at: number, tail: number): Place {
  if (at >= tail) return 'tail';
  return at < HEAD ? 'head' : 'middle';
}

/** Marks what goes: the promoting lines, and the code beside a line that asks to scan it. */
function condemned(blocks: readonly Block[], hasLostCode: boolean): Map<number, Removed> {
  const found = new Map<number, Removed>();
  const tail = tailStart(blocks);
  for (const [at, block] of blocks.entries()) {
    const words = wordsOf(block.element);
    const isPicture = isFigure(block);
    const place = placeOf(at, tail);
    const kind = kindAt(block, at, blocks.length, place);
    if (!kind) continue;
    if (isPicture && !qrWords.test(words)) continue;
    found.set(at, { kind: isPicture ? 'qr-code' : kind, text: words.slice(0, 200) });
    if (qrWords.test(words) && !isPicture && !hasLostCode) condemnCode(blocks, at, found);
  }
  return found;
}

function condemnCode(blocks: readonly Block[], at: number, found: Map<number, Removed>): void {
  for (const beside of [at + 1, at - 1]) {
    const block = blocks[beside];
    if (
      !isFigure(block) ||
      found.has(beside) ||
      !mayBeCode(block.element, beside < at) ||
      wordsOf(block.element) !== ''
    )
      continue;
    found.set(beside, {
      kind: 'qr-code',
      text: attribute(imageOf(block.element) ?? block.element, 'src').slice(0, 200),
    });
    return;
  }
}

const inOrder = (found: ReadonlyMap<number, Removed>): Removed[] =>
  [...found].sort(([one], [other]) => one - other).map(([, removed]) => removed);

/**
 * Takes promotions out; an article that is nothing else keeps them. Where a code is among what was `removedBefore`, the
 * words that ask to scan it take no other picture with them.
 */
export function dropPromotions(
  blocks: readonly Block[],
  removedBefore: readonly Removed[] = [],
): { blocks: readonly Block[]; removed: readonly Removed[] } {
  const found = condemned(
    blocks,
    removedBefore.some(({ kind }) => kind === 'qr-code'),
  );
  condemnRelated(blocks, found);
  if (found.size === 0 || found.size === blocks.length) return { blocks, removed: [] };
  return { blocks: blocks.filter((_, at) => !found.has(at)), removed: inOrder(found) };
}
