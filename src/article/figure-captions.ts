import type { Element, ElementContent } from 'hast';
import { type Block, isFigure, isParagraph } from './block.ts';
import { attribute, element, isElement, some, text, textOf, trimBlank } from './hast-node.ts';
import { saysNothing } from './picture.ts';
import { isAllBold, isAllItalic, isBareNumeral } from './picture-box.ts';
import { promotionKind } from './promotion-words.ts';

/**
 * Finds each picture's caption among the blocks beside it. What makes a caption: markup; the alt text said again; ▲ or 图源
 * at its beginning; who took the picture at its end; brackets; small or grey type; a short centred line in the picture's
 * own block.
 */

const LONGEST = { arrow: 200, label: 120, brackets: 80, faint: 80, sameBlock: 60 };

const MOST_FAINT = 0.4;
const MOST_CENTRED = 0.25;

const arrowUp = /^[▲△↑⬆▴⇧👆☝]\uFE0F?\s*/u;
const arrowDown = /^[▼▽↓⬇▾⇩👇]\uFE0F?\s*/u;
const label =
  /^(?:图|圖|图片|圖片|配图|題圖|题图|头图|照片|插图|写真|画像)(?:源|片来源|片來源|来源|來源|注|説|说|说明|說明|\s*\d{1,3})?\s*[:：｜|／/]|^(?:图片来源|圖片來源|图源|圖源|摄影|攝影|撮影|供图|供圖|[上左右][图圖]|Photo|Image|Picture|Fig(?:ure)?\.?\s*\d*|Credit)\s*(?:[:：｜|]|by\b)|^[图圖表]\s*\d{1,3}(?:[-－.]\d{1,2})?[.．、:：\s]|^[（(]?[上左右]?[图圖][为為](?![什了何])/i;
/** `图1 显示，…。`: a sentence about a picture, not the words under it. */
const sentenceOnFigure =
  /^[图圖表]\s*\d{1,3}(?:[-－.]\d{1,2})?\s*(?:[，,]|[中里上则是为將将]|显示|顯示|列出|给出|給出|展示|呈现|表明|说明|說明|反映|记录|描绘|可见|所示)/;
/** `摄影：一门需要等待的手艺。`: who took a picture is named, not told. */
const creditWord = /^(?:摄影|攝影|撮影|供图|供圖)\s*[:：]\s*/;
/** Who made the picture, at the end of a line that is no sentence, or `图自 …` in it. */
const credit =
  /(?:(?<!拍)[摄攝]|摄影|攝影|供图|供圖|资料图片?|資料圖片?|(?:资料|資料|无人机|無人機|拼版)照片|档案照片?|檔案照片?|视觉中国|視覺中國|视频截图|視頻截圖)(?:[）)]。?)?$|(?:^|[\s，。（(｜|/／])(?:图|圖|图片|圖片|照片)(?:自|源|据|來源|来源|来自)(?![^，。]{0,24}(?:就|已|了|年前))[^，。！？!?；;]{0,24}。?[）)]?$/;
const sourceOfFigures = /^(?:数据|數據|资料|資料|图表|圖表|制图|製圖)(?:来源|來源)?\s*[:：｜|]/;
const aboutNextPicture = /^[（(【[]?(?:下图|下圖|以下|如下|如图|如圖)|[:：]$/;
/** `下图：…`, said before the picture. */
const labelOfNext = /^[（(【[]?下[图圖]\s*(?:[:：]\s*[^\s:：]|[为為])/;
const brackets = /^[（(【[][^（）()【】[\]]*[）)】\]]$/;
/** Lines in brackets that say something else than what a picture shows. */
const notCaption =
  /完[）)]?$|未完|记者|記者|(?:报道|報道|报导|報導)[）)]?$|编辑|編輯|编译|作者|来源[:：]|转载|轉載|原标题|原標題|下转|责编|责任/;
/** `新华社记者 某某 摄`, with nothing else in its paragraph: then the one before it says what there is to see. */
const creditAlone = /^[^，。！？；]{0,26}(?:[摄攝]|摄影|攝影|供图|供圖)[）)]?。?$/;
/** Set in italics under a picture, but said of the article. */
const aboutArticle =
  /^(?:注|编者|編者|本文|译者|譯者|點擊|点击|this (?:article|story|post|essay|piece)|editor|updat|note|follow|subscribe|read |by |sign )/i;
const numbered = /^(?:第?[\d一二三四五六七八九十]{1,3}[、.．章节回)）\s]|part\b)/i;
const aboutPicture = /图|圖|摄|攝|供|照片|截图|資料|资料/;

const wordsOf = (block: Block): string => trimBlank(textOf(block.element)).replace(/\s+/g, ' ');
const isPlain = (block: Block): boolean =>
  !some(block.element, (found) => found.tagName === 'img' || (found.tagName === 'a' && wordsOf(block).length > 40));

const squeezed = (value: string): string => value.replace(/[\s\u3000]+/g, '');
const altOf = (figure: Block): string => squeezed(attribute(imageOf(figure.element) ?? figure.element, 'alt'));

/** Whether a line that begins like a label goes on like a story. */
function isTold(words: string): boolean {
  if (sentenceOnFigure.test(words)) return words.length > 30 || words.endsWith('。');
  if (!creditWord.test(words)) return false;
  const named = words.replace(creditWord, '');
  return /[。！？]./.test(named) || (/[。！？]$/.test(named) && named.length > 8 && !/[\s、/／]/.test(named));
}

/** A chapter's number or name, which may well stand under the picture that ends the chapter before. */
const isChapterName = (block: Block, words: string): boolean =>
  isBareNumeral(words) || (!aboutPicture.test(words) && (/^【.*】$/.test(words) || isAllBold(block.element)));

/** What says something because it is rare in this article. */
interface Telling {
  readonly grey: boolean;
  readonly italic: boolean;
  readonly centred: boolean;
}

/** Where a paragraph stands that may be a caption. */
interface Place {
  readonly figure: Block;
  readonly next: Block | undefined;
  /** Stands before the picture. */
  readonly before: Block | undefined;
  readonly telling: Telling;
}

/** Italics or a centred line directly under a picture that has no caption yet: set apart, and short. */
function isSetApart(block: Block, words: string, { figure, before, next, telling }: Place): boolean {
  if (words.length > LONGEST.faint || notCaption.test(words) || numbered.test(words) || captionOf(figure.element))
    return false;
  if (some(block.element, (found) => found.tagName === 'a') && !aboutPicture.test(words)) return false;
  if (telling.italic && isAllItalic(block.element)) return !aboutArticle.test(words);
  if (!block.isCentred || !figure.isCentred || !telling.centred || /[？！?!]$/.test(words)) return false;
  // Between two pictures, it might as well be the second one's.
  return /\p{L}{2}/u.test(words) && !(isFigure(next) && isParagraph(before) && before.isCentred);
}

function isCaptionBelow(block: Block, place: Place): boolean {
  const { figure, telling } = place;
  const words = wordsOf(block);
  if (words === '') return false;
  if (block.isCaption) return true;
  if (!isParagraph(block) || !isPlain(block) || promotionKind(words) !== null) return false;
  if (squeezed(words) === altOf(figure)) return true;
  if (arrowUp.test(words)) return words.length <= LONGEST.arrow;
  if (isTold(words)) return false;
  if (label.test(words)) return words.length <= LONGEST.label;
  if (sourceOfFigures.test(words)) return words.length <= LONGEST.faint;
  if (aboutNextPicture.test(words)) return false;
  if (credit.test(words)) return words.length <= LONGEST.label;
  if (isChapterName(block, words)) return false;
  if (isCaptioned(place, words)) return true;
  if (brackets.test(words))
    return (
      words.length <= LONGEST.brackets &&
      ((!notCaption.test(words) && !captionOf(figure.element)) || aboutPicture.test(words))
    );
  if (isSetApart(block, words, place)) return true;
  if (block.isFaint && telling.grey && !some(block.element, (found) => found.tagName === 'a'))
    return words.length <= LONGEST.faint && !notCaption.test(words);
  return (
    Boolean(block.isCentred) &&
    block.origin !== null &&
    block.origin === figure.origin &&
    words.length <= LONGEST.sameBlock
  );
}

/** The paragraph after it names the photographer and nothing else. */
function isCaptioned({ figure, next }: Place, words: string): boolean {
  if (captionOf(figure.element) || words.length > LONGEST.label || notCaption.test(words)) return false;
  const credit = isParagraph(next) ? wordsOf(next) : '';
  return creditAlone.test(credit) && isPlain(next as Block);
}

function isCaptionAbove(block: Block | undefined): boolean {
  if (!isParagraph(block)) return false;
  const words = wordsOf(block);
  if (labelOfNext.test(words)) return words.length <= LONGEST.label && isPlain(block);
  return arrowDown.test(words) && words.length <= LONGEST.arrow;
}

/** The words of a caption without the arrow that points at its picture. */
const captionContent = (block: Block): ElementContent[] => withoutArrow(block.element.children);

function withoutArrow([first, ...rest]: readonly ElementContent[]): ElementContent[] {
  if (first?.type === 'text') return [text(first.value.replace(arrowUp, '').replace(arrowDown, '')), ...rest];
  if (!first || !isElement(first)) return first ? [first, ...rest] : [];
  return [{ ...first, children: withoutArrow(first.children) }, ...rest];
}

const captionOf = (figure: Element): Element | undefined =>
  figure.children.find((child): child is Element & { tagName: 'figcaption' } => isElement(child, 'figcaption'));

function withCaption(figure: Block, content: readonly ElementContent[]): Block {
  const caption = captionOf(figure.element);
  const words = element('p', {}, [...content]);
  if (saysNothing(trimBlank(textOf(words)))) return figure;
  if (caption && textOf(caption).includes(trimBlank(textOf(words)))) return figure;
  const children: ElementContent[] = caption ? [...caption.children, text(' '), ...content] : [...content];
  const others = figure.element.children.filter((child) => child !== caption);
  return { ...figure, element: { ...figure.element, children: [...others, element('figcaption', {}, children)] } };
}

/** Small or grey type says nothing where most of the text is set in it, nor do italics or centred lines. */
function tellingIn(blocks: readonly Block[]): Telling {
  const all = { text: 0, grey: 0, italic: 0, centred: 0 };
  for (const block of blocks.filter(isParagraph)) {
    const { length } = wordsOf(block);
    all.text += length;
    if (block.isFaint) all.grey += length;
    if (block.isCentred) all.centred += length;
    if (isAllItalic(block.element)) all.italic += length;
  }
  return {
    grey: all.grey <= all.text * MOST_FAINT,
    italic: all.italic <= all.text * MOST_FAINT,
    centred: all.centred <= all.text * MOST_CENTRED,
  };
}

/** A caption may stand below embeds as well, but only pictures have a place for it. */
export function attachCaptions(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  const telling = tellingIn(blocks);
  for (const [at, block] of blocks.entries()) {
    const last = result.at(-1);
    const place = { next: blocks[at + 1], before: result.at(-2), telling };
    if (isFigure(block)) {
      const above = isCaptionAbove(last) ? result.pop() : undefined;
      result.push(above ? withCaption(block, captionContent(above)) : block);
    } else if (isFigure(last) && isCaptionBelow(block, { ...place, figure: last })) {
      result[result.length - 1] = withCaption(last, captionContent(block));
    } else {
      result.push(block);
    }
  }
  return result;
}

export const imageOf = (node: Element): Element | null => {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    const found = child.tagName === 'img' ? child : imageOf(child);
    if (found) return found;
  }
  return null;
};

/** Two figures of one picture in a row (a wrapper written twice, a lazy picture and its `<noscript>`) are one. */
export function mergeRepeatedFigures(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    const src = isFigure(block) ? attribute(imageOf(block.element) ?? block.element, 'src') : '';
    const isSame = src !== '' && isFigure(last) && attribute(imageOf(last.element) ?? last.element, 'src') === src;
    if (!isSame) result.push(block);
    else result[result.length - 1] = withCaption(last, captionOf(block.element)?.children ?? []);
  }
  return result;
}

/** An alt text that repeats the caption or the title would be read twice; the caption is what is shown. */
export function dropRepeatedAlt(figure: Element, title: string): void {
  const image = imageOf(figure);
  if (!image) return;
  const alt = squeezed(attribute(image, 'alt'));
  const caption = captionOf(figure);
  if (alt === squeezed(title) || (caption && squeezed(textOf(caption)).includes(alt))) image.properties.alt = '';
}
