// @vitest-environment jsdom
import type { Properties } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { gateList } from '../../src/article/gate-list.ts';
import { treeOfDom } from '../../src/library/tree-of-dom.ts';

const VALUES = ['', '5', ' 7 ', '1e3', '0x10', '5px', 'a  b\tc', 'hidden', 'HIDDEN', 'true', '-1', '潮'];

function fragmentOf(html: string): DocumentFragment {
  return document.createRange().createContextualFragment(html);
}

/** As the library has it that knows every attribute there is. */
function propertiesInNode(html: string): Properties | undefined {
  const [element] = fromHtml(html, { fragment: true }).children;
  return element?.type === 'element' ? element.properties : undefined;
}

test.each(gateList.attributes)('the browser reads an attribute as Node does: %s', (attribute) => {
  for (const value of VALUES) {
    const html = `<b ${attribute}="${value}">x</b>`;
    const [element] = treeOfDom(fragmentOf(html)).children;
    expect(element?.type === 'element' && element.properties).toEqual(propertiesInNode(html));
  }
});

test('elements and texts stay, comments go', () => {
  expect(treeOfDom(fragmentOf('a<!-- b --><I>c</I>'))).toEqual({
    type: 'root',
    children: [
      { type: 'text', value: 'a' },
      { type: 'element', tagName: 'i', properties: {}, children: [{ type: 'text', value: 'c' }] },
    ],
  });
});
