import { describe, expect, test } from 'vitest';
import { looksOf } from '../../src/article/inline-style.ts';
import { elementOf } from './parts.ts';

const plain = { weight: null, italic: false, struck: false, align: null, faint: false, hidden: false };

test.each([
  ['nothing', '', {}],
  ['bold', 'style="font-weight: bold"', { weight: 'bold' }],
  ['bold by number', 'style="FONT-WEIGHT:700 !important"', { weight: 'bold' }],
  ['normal', 'style="font-weight:400"', { weight: 'normal' }],
  ['italic', 'style="font-style: italic"', { italic: true }],
  ['struck', 'style="text-decoration: line-through"', { struck: true }],
  ['centred', 'style="text-align:center"', { align: 'center' }],
  ['centred the old way', 'align="center"', { align: 'center' }],
  ['right', 'style="text-align: right;"', { align: 'right' }],
  ['justified is no alignment', 'style="text-align:justify"', { align: 'start' }],
  ['Sina, bold and centred', 'cms-style="font-L strong-Bold align-Center"', { weight: 'bold', align: 'center' }],
  ['small', 'style="font-size:12px"', { faint: true }],
  ['not small', 'style="font-size:15px"', {}],
  ['grey', 'style="color:#888"', { faint: true }],
  ['grey by numbers', 'style="color: rgb(153, 153, 153)"', { faint: true }],
  ['black', 'style="color:#333333"', {}],
  ['red', 'style="color:red"', {}],
  ['hidden', 'hidden', { hidden: true }],
  ['not displayed', 'style="display : none !important"', { hidden: true }],
  ['invisible is not hidden: a script would show it', 'style="visibility:hidden;opacity:0"', {}],
  ['a broken style', 'style=";;:;color"', {}],
  ['a semicolon in an address', 'style="background:url(data:image/png;base64,x);display:none"', { hidden: true }],
])('%s', (_, attributes, expected) => {
  expect(looksOf(elementOf(`<p ${attributes}>石榴</p>`, 'p'))).toEqual({ ...plain, ...expected });
});

describe('of a center element', () => {
  test('is centred', () => {
    expect(looksOf(elementOf('<center>石榴</center>', 'center')).align).toBe('center');
  });
});
