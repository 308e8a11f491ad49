import { expect, test } from 'vitest';
import { parseHtml } from '../../src/article/parse-html.ts';
import { leadText, plainText } from '../../src/article/plain-text.ts';
import { readBody } from '../../src/article/read-body.ts';
import { context } from './parts.ts';

const FIRST = '石榴树种下的第三年，院子里终于有了一小片树荫。';
const clean = (html: string) => readBody(html, context, parseHtml).tree;

test.each([
  ['a paragraph a line', '<p>一。</p><p>二。<br>三。</p>', '一。\n二。 三。'],
  ['marks are no gaps', '<p>石<b>榴</b>树</p>', '石榴树'],
  ['captions', '<figure><img src="https://img.example.com/a.jpg"><figcaption>树荫</figcaption></figure>', '树荫'],
  ['lists', '<ul><li>一</li><li>二<ul><li>三</li></ul></li></ul>', '一\n二\n三'],
  ['tables', '<table><tr><th>月</th><th>事</th></tr><tr><td>三</td><td>水</td></tr></table>', '月\n事\n三\n水'],
  ['code', '<pre><code>let a;</code></pre>', 'let a;'],
  ['ruby without its reading', '<p><ruby>石<rt>shí</rt></ruby>榴</p>', '石榴'],
  ['no embeds', `<p>${FIRST}</p><iframe src="https://www.youtube.com/embed/abcDEF12345"></iframe>`, FIRST],
])('plainText: %s', (_, html, expected) => {
  expect(plainText(clean(html))).toBe(expected);
});

test.each([
  [
    'captions left out',
    `<figure><img src="https://img.example.com/a.jpg"><figcaption>图</figcaption></figure><p>${FIRST}</p>`,
    FIRST,
  ],
  ['headings left out', `<h2>浇水</h2><p>${FIRST}</p>`, FIRST],
  ['tables and code left out', `<table><tr><td>一</td><td>二</td></tr></table><pre>let a;</pre><p>${FIRST}</p>`, FIRST],
  ['a byline before it left out', `<p>文 | 园丁乙</p><p>${FIRST}</p>`, FIRST],
  ['styles and comments left out', `<style>p { color: red }</style><!-- 广告 --><p>${FIRST}</p>`, FIRST],
  ['everything where there is nothing else', '<h2>浇水</h2>', '浇水'],
])('leadText: %s', (_, html, expected) => {
  expect(leadText(clean(html))).toBe(expected);
});
