import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { cleanTree } from '../../src/article/clean-tree.ts';
import { context, treeOf } from './parts.ts';

const STORY = '<p>水轮停了四十年，今年春天又转了起来，镇上的孩子们站在桥上数它一分钟转几圈。</p>'.repeat(8);
const PICTURE = '<p><img src="https://img.example.com/a.jpg"></p>';

/** The captions of an article with this in its middle. */
function captions(html: string): readonly string[] {
  const shown = toHtml(cleanTree(treeOf(STORY + html + STORY), context).tree);
  return [...shown.matchAll(/<figcaption>(.{0,300}?)<\/figcaption>/g)].map(([, words = '']) => words);
}

describe('is a caption', () => {
  test.each([
    '图1 水轮的剖面',
    '图2：浇水的时间表',
    '摄影：园丁甲。',
    'Photo by the miller',
    'Credit: the miller',
    '新船　图自船厂',
    '上图：修复前的水轮。',
    '（水轮，资料图）',
    '【水轮资料照片】',
  ])('%s', (words) => {
    expect(captions(`${PICTURE}<p>${words}</p>`)).toEqual([words]);
  });

  test('下图：… for the picture that follows', () => {
    expect(captions(`${PICTURE}<p>下图：修复后的水轮</p>${PICTURE.replace('a.jpg', 'b.jpg')}`)).toEqual([
      '下图：修复后的水轮',
    ]);
  });

  test('a figcaption before its picture, in each of two figures', () => {
    const figure = (name: string) =>
      `<figure><figcaption>${name}</figcaption><img src="https://img.example.com/${name}.jpg"></figure>`;
    expect(captions(figure('one') + figure('two'))).toEqual(['one', 'two']);
  });
});

describe('is the story', () => {
  test.each([
    'Picture yourself beside a river at dawn.',
    'Credit bureaus were not asked.',
    '图1 显示，水轮的转速随着水位升高而加快。',
    '表 1 列出了历年的产量，最少的是停转的那一年。',
    '摄影：一门需要等待的手艺。它不教人等什么。',
    '他告诉记者，图自三年前就已画好，只是没有人问过。',
    '（二）',
    '02',
    '【水轮的来历】',
    '<strong>【第二天】</strong>',
    '<strong>（水轮的来历）</strong>',
    '下图是新船的照片，拍的人站在桥上。',
  ])('%s', (words) => {
    expect(captions(`${PICTURE}<p>${words}</p>`)).toEqual([]);
  });

  test('a bold line in the centred paragraph of a picture', () => {
    const image = '<img src="https://img.example.com/a.jpg"><br>';
    expect(captions(`<p align="center">${image}<strong>02 水轮的来历</strong></p>`)).toEqual([]);
    expect(captions(`<p align="center">${image}水轮的夜</p>`)).toEqual(['水轮的夜']);
  });
});
