import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { visibleText } from '../article/clean-text.ts';
import type { Words } from './feed.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Characters of markup that are looked at for each character wanted. */
const MARKUP_SHARE = 10;

/** Tags that mean something in a headline where they are closed too. */
const PAIRS =
  /<(a|abbr|b|bdi|big|cite|code|del|em|font|h[1-6]|i|ins|kbd|mark|p|q|ruby|s|small|span|strike|strong|sub|sup|tt|u)[\s>]/gi;
const SINGLE = /<(?:br|img|wbr)(?:\s[^<>]*)?\/?>/i;
const UNSEEN = new Set(['script', 'style', 'template', 'rt', 'rp']);
const APART = new Set(['br', 'p', 'div', 'li', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/**
 * Words without markup, in one line: what a title or a summary says.
 * @param longest characters; what is beyond becomes an ellipsis
 */
export function plainWords({ kind, value }: Words, longest: number): string {
  const text = value.slice(0, longest * MARKUP_SHARE).replace(/<!\[CDATA\[|\]\]>/g, '');
  const plain = kind === 'text' ? text : textOfHtml(isMarkup(text) ? text : text.replaceAll('<', '&lt;'));
  return shorten(visibleText(plain.replace(/\s+/g, ' ').trim()), longest);
}

/** In a text with no markup but a lone `<b>`, that is what the text is about. */
function isMarkup(text: string): boolean {
  const lower = text.toLowerCase();
  const names = new Set(Array.from(text.matchAll(PAIRS), ([, name = '']) => name.toLowerCase()));
  return SINGLE.test(text) || [...names].some((name) => lower.includes(`</${name}>`));
}

/** All text a page would show of it. */
function textOfHtml(html: string): string {
  const waiting: Node[] = [...parseFragment(html).childNodes].toReversed();
  const texts: string[] = [];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.nodeName === '#text' && 'value' in node) texts.push(node.value);
    else if ('tagName' in node && !UNSEEN.has(node.tagName)) {
      if (APART.has(node.tagName)) texts.push(' ');
      waiting.push(...node.childNodes.toReversed());
    }
  }
  return texts.join('');
}

function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.trimEnd()}…`;
}
