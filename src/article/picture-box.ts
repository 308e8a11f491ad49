import type { Element, ElementContent, Nodes } from 'hast';
import { classNames, isBlank, isElement, some, textOf, trimBlank } from './hast-node.ts';

/** Tells by markup what is a picture's caption: an element called one, or the only words in a picture's own box. */

const captionName =
  /^(?:figcaption|caption|decsimg|zk_decsimg|imgtxt|img-?t(?:ext|itle|ip)|pic-?(?:txt|text|info|title|note|tip|caption)|photo-?(?:txt|text|info|note|caption|credit|desc\w*)|(?:img|image|pic|picture|photo|media|wp|figure|video)[-_]?(?:descr?|description|caption(?:[-_]text)?|note|intro|info|credit|source|copyright|tips?|title|alt|legend|remark)s?|(?:\w+[-_])?(?:caption|imgdesc|picdesc|tuzhu|tushuo)(?:[-_]\w+)?)$/i;
const pictureWords = new Set(['img', 'image', 'pic', 'picture', 'photo', 'figure', 'media', 'tu', 'pgc']);
const captionWords = new Set(
  'caption captions desc descr description intro note notes info credit credits alt legend txt text explain remark'.split(
    ' ',
  ),
);
/** What templates put behind the name of a thing: `img-note-box`, `photo_alt_20190808`. */
const tailWord = /^(?:box|wrap|wrapper|con|cont|content|inner|text|\d+)$/;

/** `text-imgNote` → `text`, `img`, `note`. */
const wordsOf = (name: string): string[] =>
  name
    .slice(0, 100)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_]+/)
    .filter(Boolean);

function isCaptionName(name: string): boolean {
  if (captionName.test(name)) return true;
  const words = wordsOf(name);
  while (words.length > 2 && tailWord.test(words.at(-1) ?? '')) words.pop();
  const last = words.at(-1) ?? '';
  return last === 'caption' || (captionWords.has(last) && words.slice(0, -1).some((word) => pictureWords.has(word)));
}

/** An element whose name says that it holds a caption, and which holds no picture itself. */
export const isCaptionElement = (node: Element): boolean =>
  (node.tagName === 'figcaption' || classNames(node).some(isCaptionName)) &&
  !some(node, (found) => found.tagName === 'img' || found.tagName === 'pre');

const isNamedForPicture = (node: Element): boolean =>
  node.tagName === 'figure' ||
  node.tagName === 'table' ||
  node.tagName === 'dl' ||
  classNames(node).some((name) => wordsOf(name).some((word) => pictureWords.has(word) || /^(?:img|pic)/.test(word)));

/** `02`, `（二）`, `三、`. */
export const isBareNumeral = (words: string): boolean =>
  /^[（(【[]?第?[\d一二三四五六七八九十]{1,3}[章节回]?[）)】\].．、]?$/.test(words);

const lettersOf = (node: Nodes): number => textOf(node).replace(/[^\p{L}\p{N}]/gu, '').length;

const bold = new Set(['strong', 'b']);
const italic = new Set(['em', 'i']);

function markedLetters(node: Element, marks: ReadonlySet<string>): number {
  if (marks.has(node.tagName)) return lettersOf(node);
  return node.children.reduce((sum, child) => sum + (isElement(child) ? markedLetters(child, marks) : 0), 0);
}

/** What is marked is counted first: in most paragraphs that is nothing, and counting letters takes long. */
function isAllIn(node: Element, marks: ReadonlySet<string>): boolean {
  const marked = markedLetters(node, marks);
  return marked > 0 && marked === lettersOf(node);
}

/** All words are set bold, as headings are. */
export const isAllBold = (node: Element): boolean => isAllIn(node, bold);

/** All words are set in italics, as captions are. */
export const isAllItalic = (node: Element): boolean => isAllIn(node, italic);

const LONGEST = 120;
/** Longer text, and text that ends like a sentence, is no caption only because it shares a centred paragraph. */
const LONGEST_UNNAMED = 60;
/** A stub is one picture and one line: the line is the story. */
const MOST_SHARE = 0.4;

const foreign = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'pre', 'blockquote', 'iframe', 'video', 'hr']);

/** A box holds a few pictures and a line; walking all of an article for each of its wrappers would take their product. */
const MOST_NODES = 300;

/** The words of an element that holds pictures first, then words, and nothing else; null for any other. */
function wordsAfterPictures(node: Element): string | null {
  let hasPicture = false;
  let words = '';
  let nodes = 0;
  /** False where it is no such element; ends the walk. */
  const isSound = (child: ElementContent): boolean => {
    nodes += 1;
    if (nodes > MOST_NODES) return false;
    if (child.type === 'text') {
      words += isBlank(child.value) ? '' : child.value;
      return words === '' || (hasPicture && words.length <= LONGEST * 2);
    }
    if (!isElement(child)) return true;
    if (foreign.has(child.tagName) || (child.tagName === 'img' && words !== '')) return false;
    hasPicture ||= child.tagName === 'img';
    return child.children.every(isSound);
  };
  return node.children.every(isSound) && hasPicture && words !== '' ? trimBlank(words) : null;
}

export interface BoxSurroundings {
  readonly isCentred: boolean;
  /** Characters in the whole article. */
  readonly totalText: number;
}

/** Whether the words in an element can only be the caption of the pictures in it. */
export function isPictureBox(node: Element, { isCentred, totalText }: BoxSurroundings): boolean {
  const isNamed = isNamedForPicture(node);
  if (!isNamed && !isCentred) return false;
  const words = wordsAfterPictures(node);
  if (words === null || words.length > (isNamed ? LONGEST : LONGEST_UNNAMED) || words.length > totalText * MOST_SHARE)
    return false;
  return isNamed || !(isBareNumeral(words) || isAllBold(node) || /[。！？!?；;：:]$/.test(words));
}
