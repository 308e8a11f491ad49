import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { dataTable, isLayoutTable, layoutCells } from '../../src/article/data-table.ts';
import { text, textOf } from '../../src/article/hast-node.ts';
import { elementOf } from './parts.ts';

const table = (inside: string, attributes = '') => elementOf(`<table ${attributes}>${inside}</table>`, 'table');
const words = (cell: { readonly children: ElementContent[] }): ElementContent[] =>
  cell.children.length === 0 ? [] : [text(cell.children.map((child) => textOf(child)).join(''))];
const print = (inside: string): string | null => {
  const made = dataTable(table(inside), words);
  return made && toHtml(made);
};

describe('isLayoutTable', () => {
  test.each([
    ['one cell', '<tr><td>石榴</td></tr>'],
    ['one column', '<tr><td>石榴</td></tr><tr><td>树荫</td></tr>'],
    ['a table within', '<tr><td><table><tr><td>一</td><td>二</td></tr></table></td><td>三</td></tr>'],
    ['pictures side by side', '<tr><td><img src="a.jpg"></td><td><img src="b.jpg"></td></tr>'],
    ['a caption and a row without cells', '<caption>石榴</caption><tr></tr>'],
    ['a whole article in a cell', `<tr><td>栏</td><td>${'石榴'.repeat(800)}</td></tr>`],
  ])('%s: yes', (_, inside) => {
    expect(isLayoutTable(table(inside))).toBe(true);
  });

  test.each([
    ['two columns', '<tr><td>三月</td><td>浇水</td></tr>'],
    ['headings', '<tr><th>月份</th></tr><tr><td>三月</td></tr>'],
    ['a caption', '<caption>一年</caption><tr><td>三月</td></tr>'],
    ['pictures with words', '<tr><td><img src="a.jpg"></td><td>石榴</td></tr>'],
  ])('%s: no', (_, inside) => {
    expect(isLayoutTable(table(inside))).toBe(false);
  });

  test('gives its cells in reading order', () => {
    const cells = layoutCells(table('<tr><td>一</td><td>二</td></tr><tr><td>三</td></tr>'));
    expect(cells.map((cell) => textOf(cell))).toEqual(['一', '二', '三']);
  });
});

describe('dataTable', () => {
  test.each([
    [
      'rows of headings are the head',
      '<tr><th>月份</th><th>事</th></tr><tr><td>三月</td><td>浇水</td></tr>',
      '<table><thead><tr><th>月份</th><th>事</th></tr></thead><tbody><tr><td>三月</td><td>浇水</td></tr></tbody></table>',
    ],
    [
      'a heading beside data is none',
      '<tr><th scope="row">三月</th><td>浇水</td></tr>',
      '<table><tbody><tr><th scope="row">三月</th><td>浇水</td></tr></tbody></table>',
    ],
    [
      'spans',
      '<tr><td rowspan="2" colspan="1">一</td><td colspan="3">二</td></tr>',
      '<table><tbody><tr><td rowspan="2">一</td><td colspan="3">二</td></tr></tbody></table>',
    ],
    [
      'spans of a thousand',
      '<tr><td colspan="1000">一</td><td rowspan="-4">二</td></tr>',
      '<table><tbody><tr><td colspan="100">一</td><td>二</td></tr></tbody></table>',
    ],
    [
      'alignment',
      '<tr><td align="right">一</td><td align="char">二</td></tr>',
      '<table><tbody><tr><td data-align="right">一</td><td>二</td></tr></tbody></table>',
    ],
    [
      'caption first',
      '<tr><td>一</td><td>二</td></tr><caption>年</caption>',
      '<table><caption>年</caption><tbody><tr><td>一</td><td>二</td></tr></tbody></table>',
    ],
    [
      'empty cells keep their place',
      '<tr><td></td><td>二</td></tr>',
      '<table><tbody><tr><td></td><td>二</td></tr></tbody></table>',
    ],
    ['no rows, no table', '<tbody></tbody>', null],
  ])('%s', (_, inside, expected) => {
    expect(print(inside)).toBe(expected);
  });
});
