import { expect, test } from 'vitest';
import { inertTag } from '../../src/article/inert-tag.ts';

test.each([
  ['a style keeps its value', '<p style="color:red">', '<p data-style="color:red">'],
  ['a handler runs nothing', '<p onclick="go()">', '<p data-off="go()">'],
  ['a bare handler', '<div class="img_box" onclick>', '<div class="img_box" data-off>'],
  ['in capitals, without quotes', '<P STYLE=color:red onLoad=go()>', '<P data-style=color:red data-off=go()>'],
  ['after a slash', '<img/onerror=go()>', '<img/data-off=go()>'],
  ['words in a value stay', '<img alt="style on load=1">', '<img alt="style on load=1">'],
  ["Sina's own style stays", '<p cms-style="font-L">', '<p cms-style="font-L">'],
  ['an element named so stays', '<once>', '<once>'],
])('%s', (_, tag, expected) => {
  expect(inertTag(tag)).toBe(expected);
});
