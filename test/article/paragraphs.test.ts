import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/article/hast-node.ts';
import { breakAtNewlines, paragraphsOf } from '../../src/article/paragraphs.ts';
import { treeOf } from './parts.ts';

const LONG = `${'石榴树下坐着喝茶的人。'.repeat(6)}`;

/** A break inside a paragraph shows as `/`. */
const paragraphs = (html: string): string[] =>
  paragraphsOf(
    treeOf(html).children.flatMap((node) =>
      node.type === 'text' || node.type === 'element' ? [{ marks: [], node }] : [],
    ),
  ).map((nodes) =>
    nodes.map((node) => (node.type === 'element' && node.tagName === 'br' ? '/' : textOf(node))).join(''),
  );

describe('paragraphsOf', () => {
  test.each([
    ['one', '石榴', ['石榴']],
    ['two breaks', '石榴<br><br>树荫', ['石榴', '树荫']],
    ['breaks with blanks between', '石榴<br> &nbsp;　\n<br>树荫', ['石榴', '树荫']],
    ['one break stays', '石榴红<br>石榴圆', ['石榴红/石榴圆']],
    ['one break before an indent', '石榴<br>　　树荫', ['石榴', '树荫']],
    ['one break between long sentences', `${LONG}<br>${LONG}`, [LONG, LONG]],
    ['breaks at the ends', '<br><br>石榴<br><br><br>', ['石榴']],
    ['nothing but blanks', '<br> 　&nbsp;<br>', []],
    ['a newline between Chinese', '石榴\n树荫', ['石榴树荫']],
    ['a newline between words', 'green\n tree', ['green tree']],
    ['indent of no-break spaces', '&nbsp;&nbsp;&nbsp;石榴', ['石榴']],
  ])('%s', (_, html, expected) => {
    expect(paragraphs(html)).toEqual(expected);
  });
});

describe('breakAtNewlines', () => {
  test.each([
    ['empty line', 'one\n\ntwo', ['one', 'two']],
    ['blank line', 'one\n 　 \ntwo', ['one', 'two']],
    ['after a full stop', '石榴。\n树荫。', ['石榴。', '树荫。']],
    ['after Chinese', '第一行\n第二行', ['第一行', '第二行']],
    ['not inside an English sentence', 'one line\nand more', ['one line\nand more']],
    ['before a list item', 'list\n- one\n- two', ['list', '- one', '- two']],
    ['before an indent', 'one,\n　　two', ['one,', '　　two']],
  ])('%s', (_, value, expected) => {
    expect(breakAtNewlines(value)).toEqual(expected);
  });
});
