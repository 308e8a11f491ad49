import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { feedHtml } from '../../src/build/feed-html.ts';

const site = 'https://paper.example/news/';
const page = `${site}a/fog/`;

function html(body: string): string {
  return feedHtml(fromHtml(body, { fragment: true }), site, page);
}

describe('addresses', () => {
  test.each([
    ['own page', '<a href="/a/tide/">x</a>', `<a href="${site}a/tide/">x</a>`],
    ['own picture', '<img src="/media/q.png" alt="q">', `<img src="${site}media/q.png" alt="q">`],
    ['note', '<a href="#note-1">1</a>', `<a href="${page}#note-1">1</a>`],
    [
      'another site',
      '<a href="https://x.example/?a=1&amp;b=2">x</a>',
      '<a href="https://x.example/?a=1&#x26;b=2">x</a>',
    ],
    ['mail', '<a href="mailto:x@x.example">x</a>', '<a href="mailto:x@x.example">x</a>'],
  ])('of %s', (_, body, expected) => expect(html(body)).toBe(expected));
});

test('a player is the link it stands for', () => {
  const card =
    '<div data-kind="embed" data-src="https://v.example/1"><a href="https://v.example/1">v.example</a></div>';
  expect(html(card)).toBe('<p><a href="https://v.example/1">v.example</a></p>');
});

test('nothing is left that only our components read', () => {
  expect(html('<p data-align="center" data-anchor="note-1">x</p>')).toBe('<p>x</p>');
});

test('text stays text', () => {
  const text = fromHtml('<p>&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt;</p>', { fragment: true });
  expect(fromHtml(feedHtml(text, site, page), { fragment: true }).children[0]).toMatchObject({
    children: [{ type: 'text', value: '<script>alert(1)</script> ]]>' }],
  });
});

test('the tree itself is left as it was', () => {
  const tree = fromHtml('<a href="/a/x/">x</a>', { fragment: true });
  const before = JSON.stringify(tree);
  feedHtml(tree, site, page);
  expect(JSON.stringify(tree)).toBe(before);
});
