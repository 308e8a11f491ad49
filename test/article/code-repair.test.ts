import { describe, expect, test } from 'vitest';
import { repairCode } from '../../src/article/code-repair.ts';

const block = { isBlock: true, isMarkup: false };
const inline = { isBlock: false, isMarkup: false };
const markup = { isBlock: true, isMarkup: true };

describe('stays as it is', () => {
  test.each([
    ['text', 'let a = 1;', block],
    ['escaped tags', '&lt;div&gt;', block],
    ['a highlighter', '<span class="hljs-keyword">let</span> a;', block],
    ['a highlighter of short names', '<span class="p">&lt;</span><span class="nt">div</span>', markup],
    ['lines as elements', '<div class="line">a</div><div class="line">b</div>', block],
    ['lines as list items', '<ol class="linenums"><li class="L0">a</li><li class="L1">b</li></ol>', block],
    ['lines in one row', '<p>a</p><p>b</p>', block],
    ['breaks', 'a<br>b', block],
    ['bold in a line', '<b>a</b>', inline],
  ])('%s', (_, inside, options) => {
    expect(repairCode(inside, options)).toBe(inside);
  });
});

describe('is escaped', () => {
  test.each([
    ['a document', '<!DOCTYPE html><html></html>', block],
    ['a style', '<style>a > b {}</style>', block],
    ['a script', '<script src="a.js"></script>', block],
    ['a template', '<template><div></div></template>', block],
    ['a tag that is never closed', 'use <b> here', inline],
    ['a closing tag alone', 'then </div>', block],
    ['a block in a line', '<p>x</p>', inline],
    ['indented plain tags', '<ul>\n  <li>a</li>\n</ul>', block],
    ['plain tags on their lines', '<div>\ntext\n</div>', block],
    ['plain tags in a language of tags', '<p>a</p>', markup],
    ['comparisons', 'a < b && c > d', block],
    ['an attribute that sets', '<div onclick="x()">a</div>', block],
    ['a comment', '<!-- a -->', block],
  ])('%s', (_, inside, options) => {
    expect(repairCode(inside, options)).toBe(inside.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
  });
});

test('a highlighter round raw tags stays, the tags are escaped', () => {
  expect(repairCode('<span class="hljs-tag"><template></span>', block)).toBe(
    '<span class="hljs-tag">&lt;template&gt;</span>',
  );
});
