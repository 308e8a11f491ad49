import { describe, expect, test } from 'vitest';
import { roughText } from '../../src/edition/rough-text.ts';

const words = (source: string) => roughText(source, 1e6).split(/\s+/).filter(Boolean);

describe('the rough text of a body', () => {
  test.each([
    ['blocks are lines, marks in them nothing', '<p>潮<b>水</b></p><div>退去</div>', ['潮水', '退去']],
    [
      'code and comments are no words',
      '<style>p{}</style>甲<script>if (a<b) x()</script>乙<!-- <p>丙 -->丁',
      ['甲', '乙丁'],
    ],
    ['what is never closed hides nothing', '<style>甲 <!-- 乙', ['甲', '乙']],
    [
      'addresses are no words',
      '见 https://paper.example/a?b=1。 [海](https://sea.example/x) ![](./a.png)',
      ['见', '。', '[海', '![', ')'],
    ],
    ['references are what they mean, or a space', '&#x6f6e;&#27700;&nbsp;退&ldquo;去', ['潮水', '退', '去']],
    ['traditional characters, full width and capitals are folded', '<P>漲潮ＡＢ Go</P>', ['涨潮ab', 'go']],
    ['a bare < is one', '1 < 2', ['1', '<', '2']],
    ['attributes are no words', '<img alt="x" src="a.jpg"><a href="b" title="c">去</a>', ['去']],
  ])('%s', (_, source, expected) => {
    expect(words(source)).toEqual(expected);
  });

  test('ends where enough is read', () => {
    expect(roughText('<p>潮水</p>'.repeat(1000), 100)).toHaveLength(100);
  });

  test('takes no longer for what repeats than its length', () => {
    const hostile = ['<', '<a ', '<!--', '<style>', '</', '<a href="', '&#', '](', 'http://', '<p>'];
    for (const each of hostile) expect(roughText(each.repeat(200_000), 8000).length).toBeLessThanOrEqual(8000);
  });
});
