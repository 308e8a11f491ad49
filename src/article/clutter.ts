import type { Element, ElementContent, Root } from 'hast';
import type { Removed } from './body.ts';
import { attribute, classNames, hasAttributes, isElement, some, textOf, trimBlank } from './hast-node.ts';
import { looksOf } from './inline-style.ts';
import { candidateAddresses } from './picture.ts';
import { isPageControl } from './promotion-words.ts';
import { remember } from './remember.ts';

/**
 * Blocks that are no part of the article, told by their class, id, tag or by being hidden. What they say in words
 * ("scan the code") is judged later, in `promotions.ts`, where it is known what stands beside them.
 */
interface ClutterRule {
  readonly kind: Removed['kind'];
  /** Tested against each class and the id. */
  readonly name: RegExp;
  /** Blocks with more text than this are the article's own, whatever they are called. */
  readonly mostText: number;
}

const rules: readonly ClutterRule[] = [
  {
    kind: 'qr-code',
    name: /^(?:append_?)?qr(?:[-_]|$)|qr-?code|^appendqr|erweima|(?:^|[-_])ewm(?:[-_]|$)|^(?:wx|weixin|wechat)[-_]?(?:code|qr|ewm)/i,
    mostText: 120,
  },
  {
    kind: 'share-bar',
    name: /^(?:share|sharing|bdshare\w*|jiathis\w*|addthis\w*|bshare\w*|social|sns|share[-_]?(?:bar|box|list|btns?|buttons?|tools?|wrap\w*|icons?|area)|(?:article|post|news|social|content)[-_]share|sharedaddy|sd-(?:sharing|like)\S*|jetpack-likes\S*|likes-widget\S*|addtoany\S*|a2a_\S*|heateor\S*|shareaholic\S*)$/i,
    mostText: 80,
  },
  {
    kind: 'advert',
    name: /^(?:ads?|adv|advert\w*|adsbygoogle|adsense|ad[-_](?:box|wrap\w*|content|container|slot|area|item|banner|text)|guanggao|gg(?:w|\d+)?|(?:\w+[-_])?(?:ad|ads|advert|guanggao)\d*|google-auto-placed|sponsor(?:ed)?|tuiguang)$/i,
    mostText: 150,
  },
  {
    kind: 'app-promotion',
    name: /^(?:app[-_]?(?:down\w*|promo\w*|open|guide|tips?)|down(?:load)?[-_]?app|open[-_]?(?:in[-_])?app\w*|follow[-_]?(?:us|wechat|wx)|(?:wx|weixin|wechat)[-_]?(?:follow|guide|card)|gzh\w*|subscription-?(?:widget\S*|box)|subscribe-?(?:box|form|widget\S*)|newsletter-?(?:box|form|signup|widget\S*))$/i,
    mostText: 150,
  },
  {
    kind: 'widget',
    name: /^(?:copy(?:-?code)?(?:-?(?:btn|button))?|(?:btn|button)-?copy|copy-code-btn|(?:\w+[-_])?code[-_]?(?:copy|toolbar|btn)|hljs-button|pre-numbering|pstatus|clipboard\w*|edi_oper|reward\w*|dashang|like-?(?:bar|btn|box)|vote-?box|js_\w*(?:vote|reward)\w*|line-numbers-rows|gutter|hljs-ln-numbers)$/i,
    mostText: 80,
  },
  {
    kind: 'widget',
    name: /^(?:jp-relatedposts|yarpp\S*|crp_related|relat(?:e|ed)(?:[-_]?(?:posts?|articles?|news|read\w*|list|box|content|links?))?|xiangguan\w*|recommend(?:[-_]?(?:list|read\w*|news|articles?|box))|more-?articles?|hot-?news)$/i,
    mostText: 400,
  },
  {
    kind: 'widget',
    name: /^(?:comments-area|comments?-(?:list|section|respond|form|wrap(?:per)?|box|area)|commentlist|comment-respond|disqus_thread|respond|pagination|page-?(?:nav|links|numbers|bar)|wp-pagenavi|pagebar|pager|(?:post|posts|article)-(?:nav|navigation|pagination)|nav-links)$/i,
    mostText: 2000,
  },
  {
    // Words for screen readers and garbage against copying.
    kind: 'hidden',
    name: /^(?:visually-?hidden(?:-\w+)?|sr-only|screen-reader-(?:text|only)|sharing-screen-reader-text|jammer)$/i,
    mostText: 60,
  },
];

/** Names that templates also give to parts of the article. */
const vagueName =
  /^(?:shar(?:e|ing)|social|sns|(?:article|post|news|social|content)[-_]share|(?:\w+[-_])?(?:ad|ads)\d*|adv|sponsor(?:ed)?|ad[-_](?:box|wrap\w*|content|container|area|item|text)|gg(?:w|\d+)?|tuiguang|reward\w*|dashang|gutter|like-?(?:bar|box)|relat(?:e|ed)\S*|xiangguan\w*|recommend\S*|more-?articles?|hot-?news|follow[-_]?us|gzh\w*|copy)$/i;

const sentenceEnd = /[。！？]|[a-z][.!?](?:\s|$)/;

/** Elements that are controls, whatever they say. */
const controls = new Set(['button']);

/** Hidden elements that hold more than this share of all text are the article itself, hidden until a script shows it. */
const MOST_HIDDEN_SHARE = 0.4;

export interface Cleared {
  readonly tree: Root;
  readonly removed: readonly Removed[];
  /** The original's address, where a hidden link names it. */
  readonly originalUrl: string | null;
}

interface State {
  readonly total: number;
  readonly removed: Removed[];
  originalUrl: string | null;
}

function namesOf(node: Element): readonly string[] {
  const id = attribute(node, 'id');
  return id ? [...classNames(node), id] : classNames(node);
}

function summaryOf(node: Element): string {
  const words = trimBlank(textOf(node)).replace(/\s+/g, ' ');
  if (words) return words.slice(0, 200);
  let address = '';
  some(node, (found) => {
    address ||= attribute(found, 'src');
    return address !== '';
  });
  return address.slice(0, 200);
}

const textLength = (node: Element): number => inkOf(textOf(node));

/** Characters that are no white space, counted where they stand: texts here are whole articles. */
function inkOf(value: string): number {
  let ink = 0;
  for (let at = 0; at < value.length; at++) if (!isSpace(value.charCodeAt(at))) ink += 1;
  return ink;
}

/** What `\s` means. */
function isSpace(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 9 && unit <= 13);
  if (unit < 0xa0) return false;
  return (
    unit === 0xa0 || unit === 0x3000 || unit === 0xfeff || (unit < 0x3000 && rareSpace.test(String.fromCharCode(unit)))
  );
}

const rareSpace = /\s/;

const letters = (value: string): number => value.replace(/[^\p{L}\p{N}]/gu, '').length;

/** Sentences, and no row of links, buttons or linked pictures: what the article says, whatever the element is called. */
function isProse(node: Element): boolean {
  let linked = 0;
  let hasControl = false;
  some(node, (found) => {
    if (found.tagName === 'button' || found.tagName === 'ins' || found.tagName === 'iframe') hasControl = true;
    if (found.tagName !== 'a') return false;
    linked += letters(textOf(found));
    if (some(found, ({ tagName }) => tagName === 'img')) hasControl = true;
    return false;
  });
  const all = letters(textOf(node));
  if (all === 0 || hasControl || linked >= all / 2) return false;
  return node.tagName === 'p' || sentenceEnd.test(textOf(node));
}

function isNamedClutter(node: Element, rule: ClutterRule, state: State): boolean {
  if (textLength(node) > Math.min(rule.mostText, Math.max(40, state.total * MOST_HIDDEN_SHARE))) return false;
  const called = namesOf(node).filter((name) => rule.name.test(name));
  return called.some((name) => !vagueName.test(name)) || !isProse(node);
}

/** Where the first rule stands that a class or an id falls under; after all others where none does. Pages use few names, again and again. */
const ruleAt = remember((name) => {
  const at = rules.findIndex((rule) => rule.name.test(name));
  return at < 0 ? rules.length : at;
});

function clutterKind(node: Element, state: State): Removed['kind'] | null {
  if (controls.has(node.tagName)) return 'widget';
  if (node.tagName === 'a' && isPageControl(trimBlank(textOf(node)))) return 'widget';
  if (!hasAttributes(node)) return null;
  const names = namesOf(node);
  const rule =
    node.tagName === 'img'
      ? undefined
      : rules[names.reduce((first, name) => Math.min(first, ruleAt(name)), rules.length)];
  if (rule && isNamedClutter(node, rule, state)) return rule.kind;
  // A lazy picture is hidden until a script has fetched it.
  const isLazy = node.tagName === 'img' && attribute(node, 'src') === '' && candidateAddresses(node).length > 0;
  if (!isLazy && looksOf(node).hidden && textLength(node) <= state.total * MOST_HIDDEN_SHARE) return 'hidden';
  return null;
}

/** `<a hidden>查看原文</a>`: the site hid it from its own readers; ours get it as small print. */
function noteOriginal(node: Element, state: State): void {
  some(node, (found) => {
    const isOriginal =
      isElement(found, 'a') &&
      (/原文|原貼|原帖|original/i.test(textOf(found)) || classNames(found).some((name) => /original/i.test(name)));
    if (isOriginal) state.originalUrl ??= attribute(found, 'href') || null;
    return false;
  });
}

/** `<span id="quote_…">`: the place where a script would print a share price. */
const isQuotePlace = (node: Element): boolean =>
  hasAttributes(node) && /^(?:quote|hq)_\w+$/.test(attribute(node, 'id')) && textLength(node) < 30;

const isCalled = (node: ElementContent, name: RegExp): boolean =>
  isElement(node) && classNames(node).some((found) => name.test(found));

/** What KaTeX and MathJax drew, where the formula they drew it from stands beside it. */
function drawnFormula(nodes: readonly ElementContent[]): RegExp | null {
  if (nodes.some((node) => isCalled(node, /^katex-mathml$/) && textOf(node).trim() !== '')) return /^katex-html$/;
  return nodes.some((node) => isCalled(node, /^math-tex$/)) ? /^(?:MathJax|mjx-)/i : null;
}

function clear(nodes: readonly ElementContent[], state: State): ElementContent[] {
  const kept: ElementContent[] = [];
  const drawn = drawnFormula(nodes);
  for (const node of nodes) {
    if (!isElement(node)) {
      kept.push(node);
      continue;
    }
    if (isQuotePlace(node) || (drawn !== null && isCalled(node, drawn))) continue;
    const kind = clutterKind(node, state);
    if (kind === null) {
      kept.push({ ...node, children: clear(node.children, state) });
      continue;
    }
    if (kind === 'hidden') noteOriginal(node, state);
    const text = summaryOf(node);
    if (text) state.removed.push({ kind, text });
  }
  return kept;
}

const shown = new Set(['img', 'picture', 'svg', 'iframe', 'video', 'audio', 'embed', 'object']);
const showsNothing = (tree: Root): boolean =>
  !/[\p{L}\p{N}]/u.test(textOf(tree)) && !some(tree, ({ tagName }) => shown.has(tagName));

/** Takes clutter out of a gated tree and says what it was; a tree that is nothing else keeps it. */
export function clearClutter(tree: Root): Cleared {
  const state: State = { total: inkOf(textOf(tree)), removed: [], originalUrl: null };
  const children = clear(tree.children as ElementContent[], state);
  const cleared: Root = { type: 'root', children };
  if (showsNothing(cleared)) return { tree, removed: [], originalUrl: state.originalUrl };
  return { tree: cleared, removed: state.removed, originalUrl: state.originalUrl };
}
