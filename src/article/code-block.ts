import type { Element, ElementContent } from 'hast';
import { attribute, classNames, element, isElement, some, text, textOf, trimBlankEnd } from './hast-node.ts';

/** Elements that are one line of code each, where a highlighter wraps lines. */
const lineElements = new Set(['div', 'p', 'li', 'tr', 'ol', 'ul']);
const gutter =
  /^(?:gutter|pre-numbering|hljs-button|line-?numbers?(?:-rows)?|linenos?|lineno|linenumber|lnt?|hljs-ln-n(?:umbers)?|rouge-gutter|blob-num|copy(?:-code)?-btn|code-?copy|copybtn)$/i;

const isGutter = (node: Element): boolean =>
  (node.tagName !== 'code' && classNames(node).some((name) => gutter.test(name))) || node.tagName === 'button';

function codeText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || isGutter(node)) return '';
  if (node.tagName === 'br') return '\n';
  const inside = node.children.map(codeText).join('');
  return lineElements.has(node.tagName) && !inside.endsWith('\n') ? `${inside}\n` : inside;
}

/** A language's name in a class (`language-js`, `hljs javascript`, `brush:php`) or attribute; '' where none is named. */
function languageOf(node: Element): string {
  for (const from of [node, ...node.children.filter((child) => isElement(child))]) {
    const names = classNames(from).join(' ').toLowerCase();
    const named =
      /(?:^|\s)(?:lang(?:uage)?|brush)[-:]\s*([a-z0-9+#-]{1,20})/.exec(names)?.[1] ??
      /(?:^|\s)hljs\s+(?:language-)?([a-z0-9+#]{1,15})(?:\s|$)/.exec(names)?.[1];
    const written = (
      attribute(from, 'dataLang') ||
      attribute(from, 'dataLanguage') ||
      attribute(from, 'lang')
    ).toLowerCase();
    const language = named ?? (/^[a-z0-9+#-]{1,20}$/.test(written) ? written : '');
    if (language && !/^(?:copyable|null|undefined|plain|text|none|zh.*|en)$/.test(language)) return language;
  }
  return '';
}

/** The label of a copy button that stands in the code as text. */
const copyLabel = /\n?[ \t]*(?:复制代码|複製代碼|Copy code)[ \t]*$/;

/** `<pre>`, highlighted or bare, or a table of a highlighter's → `<pre><code>` with nothing but text in it. */
export function codeBlock(node: Element): Element | null {
  // Prism calls the whole block `line-numbers`: only what is inside may be a gutter.
  const written = node.children.map(codeText).join('').replaceAll('\u00a0', ' ');
  const code = trimBlankEnd(written.replace(copyLabel, '')).replace(/^(?:[ \t]*\n)+/, '');
  if (code === '') return null;
  const language = languageOf(node);
  return element('pre', {}, [element('code', language ? { dataLanguage: language } : {}, [text(code)])]);
}

/** `<div class="line number1 …">`: SyntaxHighlighter's. */
const isCodeLine = (node: Element): boolean =>
  node.tagName === 'div' && classNames(node).includes('line') && some(node, ({ tagName }) => tagName === 'code');

/** A highlighter's table: line numbers in one cell, the code in the other. */
export function isCodeTable(node: Element): boolean {
  // Tables in tables are layout; looking through each of them would take a deep nest's depth times its size.
  if (some(node, (found) => found !== node && found.tagName === 'table')) return false;
  const hasGutter = some(
    node,
    (found) =>
      isElement(found, 'td') &&
      classNames(found).some(
        (name) => gutter.test(name) || /^(?:code|blob-code|hljs-ln-code|rouge-code|lntd)/.test(name),
      ),
  );
  return (
    hasGutter &&
    (some(node, (found) => found.tagName === 'pre' || isCodeLine(found)) ||
      classNames(node).some((name) => /hljs-ln|rouge|highlight/.test(name)))
  );
}

/** `<code>` with line breaks in it, outside a `<pre>`, is a block. */
export const isCodeOfLines = (node: Element): boolean =>
  some(node, (found) => found.tagName === 'br') || /\n[^\n]*\S[^\n]*\n/.test(textOf(node).trim());
