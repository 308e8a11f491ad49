import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { takeSmallPrint } from '../../src/article/small-print.ts';
import { blocksOf } from './parts.ts';

const STORY = '<p>石榴树种下的第三年，院子里终于有了一小片树荫。</p>';
const ADDRESS = 'https://www.example.com/2022/03/tree.html';

function take(html: string, hidden: string | null = null) {
  const { blocks, smallPrint } = takeSmallPrint(blocksOf(html), hidden);
  return { html: blocks.map(({ element }) => toHtml(element)).join(''), smallPrint };
}

describe('is small print', () => {
  test.each([
    ['editor', '责任编辑：园丁乙', { editor: '园丁乙' }],
    ['editor in traditional characters', '責任編輯：園丁乙', { editor: '園丁乙' }],
    ['editor in brackets', '（责任编辑：园丁乙 ）', { editor: '园丁乙' }],
    ['original title', '原标题：石榴树第一次开了花', { originalTitle: '石榴树第一次开了花' }],
    ['credit', '来源：四季手记', { credit: '四季手记' }],
    ['credit in full', '文章来源: 四季手记', { credit: '四季手记' }],
    ['credit with a link', `来源：<a href="${ADDRESS}">四季手记</a>`, { credit: '四季手记', originalUrl: ADDRESS }],
    ['link', `<a href="${ADDRESS}">查看原文</a>`, { originalUrl: ADDRESS }],
    ['link of a site', `<a href="${ADDRESS}">查看知乎原文</a>`, { originalUrl: ADDRESS }],
    [
      'a title that is linked',
      `原文：<a href="${ADDRESS}">How Trees Flower</a>`,
      { originalUrl: ADDRESS, originalTitle: 'How Trees Flower' },
    ],
    ['credit and author', '来源：四季手记 作者：园丁甲', { credit: '四季手记 · 作者：园丁甲' }],
    ['editor after a slash', '编辑/园丁乙', { editor: '园丁乙' }],
    ['address as text', `原文：${ADDRESS}`, { originalUrl: ADDRESS }],
    ['address after a label', `原文链接：<a href="${ADDRESS}">${ADDRESS}</a>`, { originalUrl: ADDRESS }],
  ])('%s', (_, words, smallPrint) => {
    expect(take(`${STORY}<p>${words}</p>`)).toEqual({ html: STORY, smallPrint });
  });

  test('at the head too', () => {
    expect(take(`<p>原标题：花</p>${STORY}`)).toEqual({ html: STORY, smallPrint: { originalTitle: '花' } });
  });

  test('as the last line of a paragraph', () => {
    expect(take(`${STORY}<p>秋天。<br>责任编辑：园丁乙</p>`)).toEqual({
      html: `${STORY}<p>秋天。</p>`,
      smallPrint: { editor: '园丁乙' },
    });
  });

  test('in brackets after the last sentence', () => {
    expect(take(`${STORY}<p>秋天到了。（责任编辑：园丁乙）</p>`)).toEqual({
      html: `${STORY}<p>秋天到了。</p>`,
      smallPrint: { editor: '园丁乙' },
    });
  });

  test('from a hidden link', () => {
    expect(take(STORY, ADDRESS).smallPrint).toEqual({ originalUrl: ADDRESS });
    expect(take(STORY, 'javascript:alert(1)').smallPrint).toEqual({});
  });
});

describe('is the story', () => {
  test.each([
    ['a sentence with the word', '他说，责任编辑是园丁乙。'],
    ['a link label without a link', '查看原文'],
    ['an original that is a script', '<a href="javascript:alert(1)">查看原文</a>'],
    ['words about the original', `原文：“种树者必培其根。”见 <a href="${ADDRESS}">县志</a>`],
    ['more than the title', `原文：<a href="${ADDRESS}">How Trees Flower</a>，作者甲，译者乙`],
    ['a program', `Source: <a href="${ADDRESS}">tree.git</a> 可以自己编译。`],
    ['an editor who asks', '编辑：您什么时候开始种石榴的？'],
    ['a spring', '来源：一条山泉，水量不大，却从不断流。'],
    ['people who remember', '消息来源：村里的老人们，他们都记得那年大水。'],
    ['an exercise', '原题：如图，石榴树高三米，求影长。'],
    ['a long credit', `来源：${'石榴'.repeat(40)}`],
  ])('%s', (_, words) => {
    const html = `${STORY}<p>${words}</p>`;
    expect(take(html).smallPrint).toEqual({});
  });

  test('in the middle of a long article', () => {
    const html = `${STORY.repeat(6)}<p>来源：四季手记</p>${STORY.repeat(12)}`;
    expect(take(html)).toEqual({ html, smallPrint: {} });
  });

  test('where nothing else is left', () => {
    expect(take('<p>来源：四季手记</p>')).toEqual({ html: '<p>来源：四季手记</p>', smallPrint: {} });
  });
});
