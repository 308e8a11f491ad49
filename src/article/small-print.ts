import type { Element, ElementContent } from 'hast';
import { type Block, joinLines, linesOf } from './block.ts';
import type { SmallPrint } from './body.ts';
import { attribute, isElement, textOf, trimBlank } from './hast-node.ts';
import { safeLink, unwrapRedirect } from './link-target.ts';
import { isEndControl } from './promotion-words.ts';

type Draft = { -readonly [Key in keyof SmallPrint]: SmallPrint[Key] };

const open = '[（(\\[【〔]?\\s*';
const close = '\\s*[）)\\]】〕]?\\s*[。.]?';
const patterns = {
  editor: new RegExp(
    `^${open}(?:(?:本文|本期|文章)?(?:责任编辑|责编|責任編輯|責編|值班编辑|执行编辑|网络编辑|新媒体编辑|编辑|編輯|编审|審編))\\s*[:：|｜丨/／]\\s*([^（）()【】]{1,40}?)(?:${close}|\\s*[）)]\\s*\\d{6,8})$`,
  ),
  originalTitle: new RegExp(`^${open}(?:原标题|原標題|原题|原題|文章原标题)\\s*[:：]\\s*(.{1,200}?)${close}$`),
  credit: new RegExp(
    `^${open}(?:(?:文章|稿件|信息|资料|資料|内容|本文|消息|新闻)?(?:来源|來源|出处|出處|稿源)|来源于|來源於)\\s*[:：｜|/]\\s*(.{1,60}?)${close}$`,
  ),
};
const fieldKeys = ['editor', 'originalTitle', 'credit'] as const;
/** People and papers have names; whatever holds a clause or another label is somebody speaking. */
const isName = (value: string): boolean => value.length <= 30 && !/[，。？！?!；;：:…“”]/.test(value);
/** A title may ask or pause, but does not end in a full stop. */
const isField = (key: (typeof fieldKeys)[number], words: string, value: string): boolean =>
  key === 'originalTitle' ? !/[。.]$/.test(words) : isName(value);
/** The last words of the story, then its editor in brackets. */
const editorAtEnd =
  /[（(【[]\s*(?:责任编辑|责编|責任編輯|責編|编辑|編輯)\s*[:：/／\s]\s*([^（）()【】[\]，。：:]{1,20}?)\s*[）)】\]]\s*$/;
const originalLabel =
  /^[（(【[「]?\s*(?:(?:点击|點擊|点此|點此)?(?:查看|閱讀|阅读|查閱|浏览|瀏覽|前往|访问)?(?:[\p{Script=Han}]{0,4})?原(?:文|帖|貼)(?:地址|链接|鏈接|連結|网址|網址|出处|出處|来源|來源|章)?|(?:原始|本文|文章|原文)(?:的)?(?:链接|鏈接|連結|地址|网址|網址)|(?:链接|鏈接)地址|via|source|original(?: (?:link|article|post))?|read (?:the )?(?:original|more at source))\s*(?:[:：>»→]|$)/iu;
/** What feeds put under their articles: where the article stands on the web. */
const feedFooter =
  /^The post .{1,300} (?:appeared first|first appeared) on .{1,200}$|^.{1,300} was originally published in .{1,200} on Medium/i;
const originalLinkText = /^(?:查看|阅读|閱讀)?原文(?:链接|鏈接|連結|地址)?$/;
/** Who else worked on it: small print where an editor is named beside. */
const staff =
  /^(?:(?:版面|图片|视频|美术|值班|执行|网络)编辑|核稿|譯者|译者|翻译|校对|校對|审核|审校|监制|排版|美编|终审|編審|编审|主编|统筹)\s*[:：|｜丨]\s*.{1,40}$/;
const author = /^(?:作者|记者|記者|撰文|摄影)\s?[:：|｜丨]\s*[^，。：:]{1,20}$/;
const emptyEditor = new RegExp(`^${open}(?:责任编辑|责编|責任編輯|責編)\\s*[:：]${close}$`);
/** Where the next of several fields in one line begins. */
const fieldBreak =
  /[\s|｜/、；;]{1,9}(?=(?:(?:本文|文章|新闻|稿件)?(?:来源|來源|出处|稿源)|(?:责任|責任|版面|值班|执行|网络|图片|视频|美术)?(?:编辑|編輯)|责编|責編|核稿|譯者|译者|校对|校對|审核|审校|监制|排版|美编|终审|编审|主编|统筹|作者|记者|原标题)\s?[:：|｜丨])|(?=(?:责任编辑|責任編輯|责编)\s?[:：])/;
const addressInText = /https?:\/\/[^\s"'<>（）()【】，。；]{4,1000}/;

/** How far from either end such lines are looked for: in the middle they are part of a story. */
const HEAD = 4;
const TAIL = 10;

/** What a line says of one field; null where it says nothing of it, or says more than a name. */
function fieldValue(key: (typeof fieldKeys)[number], words: string): string | null {
  const value = trimBlank(patterns[key].exec(words)?.[1] ?? '');
  return value !== '' && isField(key, words, value) ? value : null;
}

const wordsOf = (line: readonly ElementContent[]): string =>
  trimBlank(line.map((node) => textOf(node)).join('')).replace(/\s+/g, ' ');

function linkIn(line: readonly ElementContent[]): string | null {
  for (const node of line) {
    if (!isElement(node)) continue;
    const found = node.tagName === 'a' ? attribute(node, 'href') : linkIn(node.children);
    if (found && /^https?:/.test(found)) return found;
  }
  return null;
}

const onlyPunctuation = (value: string): boolean => !/[\p{L}\p{N}]/u.test(value);

/** The text of the link that leads to the original, where it is a title and no address or label. */
function linkTitle(line: readonly ElementContent[]): string {
  const link = line.find((node) => isElement(node, 'a'));
  const title = link ? trimBlank(textOf(link)).replace(/\s+/g, ' ') : '';
  return addressInText.test(title) || originalLabel.test(title) ? '' : title;
}

/** `原文：https://…`: taken only where the label, the address and the original's title are all it says. */
function readOriginal(line: readonly ElementContent[], words: string, draft: Draft): boolean {
  if (words.length > 1200 || !originalLabel.test(words) || draft.originalUrl !== undefined) return false;
  const address = linkIn(line) ?? addressInText.exec(words)?.[0] ?? null;
  const safe = address && safeLink(unwrapRedirect(address));
  const title = linkTitle(line);
  const besides = words.replace(originalLabel, '').replace(addressInText, '').replace(title, '');
  // A short word is the paper's name, anything longer the article's.
  const key = title.length <= 12 && isName(title) ? 'credit' : 'originalTitle';
  if (!safe || !onlyPunctuation(besides) || (title !== '' && draft[key] !== undefined)) return false;
  draft.originalUrl = safe;
  if (title !== '') draft[key] = title;
  return true;
}

const isHomePage = (address: string): boolean => URL.canParse(address) && new URL(address).pathname === '/';

/** `来源：甲 责任编辑：乙 校对：丙`: every field is one we know, or the line stays as it is. */
function readFields(line: readonly ElementContent[], words: string, draft: Draft): boolean {
  const parts = words.length <= 160 ? words.split(fieldBreak).map((part) => trimBlank(part)) : [];
  if (parts.length < 2) return false;
  const found: Draft = {};
  const others: string[] = [];
  for (const part of parts) {
    const key = fieldKeys.find((name) => found[name] === undefined && fieldValue(name, part) !== null);
    if (key) found[key] = fieldValue(key, part) ?? '';
    else if (staff.test(part) || author.test(part)) others.push(part);
    else if (!readOriginal(line, part, found)) return false;
  }
  const holder = found.editor ? 'editor' : 'credit';
  if (Object.keys(found).some((key) => Object.hasOwn(draft, key))) return false;
  if (others.length > 0 && found[holder] === undefined) return false;
  Object.assign(draft, found, others.length > 0 && { [holder]: [found[holder], ...others].join(' · ') });
  return true;
}

/** The footer of a feed, or a row of links of which one leads to the original. */
function readFooter(line: readonly ElementContent[], words: string, draft: Draft): boolean {
  if (draft.originalUrl !== undefined || words.length > 600) return false;
  const named = line.find((node) => isElement(node, 'a') && originalLinkText.test(trimBlank(textOf(node))));
  const unlinked = line.filter((node) => !isElement(node, 'a')).reduce((sum, node) => sum + textOf(node).length, 0);
  const isRow = named !== undefined && words.length <= 80 && unlinked <= 20;
  const address = isRow ? linkIn([named]) : feedFooter.test(words) ? linkIn(line) : null;
  const safe = address && safeLink(unwrapRedirect(address));
  if (!safe) return false;
  draft.originalUrl = safe;
  return true;
}

/** When a page says it was published, and how often it was read. */
const moment =
  /(?:(?:发布|發佈|发表|發表|出版|更新|首发)?(?:时间|時間|日期|于|於)?\s?[:：]?\s?)(?:(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?)(?:\s{0,3}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?|(?:出版|更新|发布|發佈)(?:时间|時間)\s?[:：]?\s?\d{1,2}[:：]\d{2}/g;
const readings =
  /(?:阅读|閱讀|浏览|瀏覽|评论|評論|点击|點擊|人气|字数)(?:量|数|次数)?\s?[:：(（]?\s?\d[\d.,]{0,9}\s?[万wk+]?\s?[次条字人]?[)）]?/gi;

const edges = /^[|｜/·•\s]{1,9}|[|｜/·•\s]{1,9}$/g;

/** `2022-03-29 16:42 来源：某报 作者：某某 阅读 123`, as pages print it under the title: they say the date themselves. */
function readDateline(words: string, draft: Draft): boolean {
  if (words.length > 160 || words.search(moment) < 0) return false;
  const rest = trimBlank(words.replace(moment, ' ').replace(readings, ' ')).replace(edges, '');
  // A day alone may head an entry of a diary.
  if (onlyPunctuation(rest)) return /\d[:：]\d|时间|時間|发布|發佈/.test(words);
  if (readFields([{ type: 'text', value: rest }], rest, draft)) return true;
  const credit = fieldValue('credit', rest);
  if (credit === null || draft.credit !== undefined) return false;
  draft.credit = credit;
  return true;
}

/** Reads one line; true where it is small print and has been noted. A second editor stays in the text. */
function readLine(line: readonly ElementContent[], draft: Draft): boolean {
  const words = wordsOf(line);
  if (words === '' || line.some((node) => isElement(node, 'img'))) return false;
  if (emptyEditor.test(words) || readFields(line, words, draft) || readDateline(words, draft)) return true;
  if (draft.editor !== undefined && staff.test(words)) {
    draft.editor += ` · ${words}`;
    return true;
  }
  for (const key of fieldKeys) {
    const found = fieldValue(key, words);
    if (!found || draft[key] !== undefined) continue;
    draft[key] = found;
    const link = key === 'credit' ? linkIn(line) : null;
    if (link && !isHomePage(link)) draft.originalUrl ??= link;
    return true;
  }
  return readOriginal(line, words, draft) || readFooter(line, words, draft);
}

const isText = (block: Element): boolean => /^(?:p|h[1-6]|blockquote)$/.test(block.tagName);

/** `…带动石磨。（责任编辑：某某）`: the story's last sentence without its editor. */
function withoutEditorAtEnd(children: readonly ElementContent[], draft: Draft): readonly ElementContent[] {
  const last = children.at(-1);
  const found = last?.type === 'text' && draft.editor === undefined ? editorAtEnd.exec(last.value.slice(-60)) : null;
  if (last?.type !== 'text' || !found || found[0].length === trimBlank(last.value).length) return children;
  draft.editor = trimBlank(found[1] ?? '');
  return [...children.slice(0, -1), { type: 'text', value: trimBlank(last.value.slice(0, -found[0].length)) }];
}

function readBlock(block: Block, draft: Draft): Block | null {
  const inner =
    block.element.tagName === 'blockquote' && block.element.children.length === 1
      ? block.element.children[0]
      : undefined;
  const holder = inner && isElement(inner, 'p') ? inner : block.element;
  const children = withoutEditorAtEnd(holder.children, draft);
  const lines = linesOf(children);
  const kept = lines.filter((line) => !readLine(line, draft));
  if (kept.length === lines.length && children === holder.children) return block;
  if (kept.every((line) => wordsOf(line) === '' || isEndControl(wordsOf(line)))) return null;
  return { ...block, element: { ...holder, children: joinLines(kept) } };
}

export interface WithSmallPrint {
  readonly blocks: readonly Block[];
  readonly smallPrint: SmallPrint;
}

/** Takes editor, original title, credit and the original's address out of the running text. */
export function takeSmallPrint(blocks: readonly Block[], hiddenOriginal: string | null): WithSmallPrint {
  const draft: Draft = {};
  const hidden = hiddenOriginal && safeLink(unwrapRedirect(hiddenOriginal));
  if (hidden && /^https?:/.test(hidden)) draft.originalUrl = hidden;
  const kept: Block[] = [];
  for (const [at, block] of blocks.entries()) {
    const isNearEnd = at < HEAD || at >= blocks.length - TAIL;
    const left = isNearEnd && isText(block.element) ? readBlock(block, draft) : block;
    if (left) kept.push(left);
  }
  // A stub that is nothing but its small print keeps it as its text.
  return kept.length > 0 ? { blocks: kept, smallPrint: draft } : { blocks, smallPrint: {} };
}
