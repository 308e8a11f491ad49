import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { dropPromotions } from '../../src/article/promotions.ts';
import { blocksOf } from './parts.ts';

const STORY = '<p>石榴树种下的第三年，院子里终于有了一小片树荫。</p>'.repeat(8);

function drop(html: string) {
  const { blocks, removed } = dropPromotions(blocksOf(html));
  return { html: blocks.map(({ element }) => toHtml(element)).join(''), removed };
}

describe('goes', () => {
  test.each([
    ['scan to follow', '扫描下方二维码，关注四季手记', 'app-promotion'],
    ['scan to download', '扫码下载四季手记APP', 'app-promotion'],
    ['press the code', '长按识别二维码加入园丁群', 'app-promotion'],
    ['follow an account', '请关注微信公众号：四季手记', 'app-promotion'],
    ['download', '下载四季手记客户端，随时看花', 'app-promotion'],
    ['share', '分享到：微信 微博 QQ', 'share-bar'],
    ['advert', '广告', 'advert'],
    ['copy', '复制代码', 'widget'],
  ])('%s', (_, words, kind) => {
    expect(drop(`${STORY}<p>${words}</p>`)).toEqual({ html: STORY, removed: [{ kind, text: words }] });
  });

  test('the code beside the words, if it may be one', () => {
    const code = '<figure><img src="https://img.example.com/a.png" width="300" height="300"></figure>';
    const photo = '<figure><img src="https://img.example.com/b.jpg" width="900" height="500"></figure>';
    expect(drop(`${STORY}<p>扫描二维码关注我们</p>${code}`).html).toBe(STORY);
    expect(drop(`${STORY}<p>扫描二维码关注我们</p>${photo}`).html).toBe(STORY + photo);
  });
});

describe('stays', () => {
  test.each([
    ['a step', '第二步，扫描二维码关注公众号。'],
    ['a numbered step', '3. 下载客户端，打开设置。'],
    ['a long paragraph', `下载客户端。${'石榴树下坐着喝茶的人说起今年的雨水。'.repeat(5)}`],
    ['a sentence about sharing', '分享是一种习惯，园丁们这样说。'],
    ['a story of codes', '每棵树都有一张二维码做的名片。'],
  ])('%s', (_, words) => {
    const html = `${STORY}<p>${words}</p>`;
    expect(drop(html)).toEqual({ html, removed: [] });
  });

  test('in the middle of an article', () => {
    const html = `${STORY}<p>扫描下方二维码，关注四季手记</p>${STORY}`;
    expect(drop(html)).toEqual({ html, removed: [] });
  });

  test('where it is all there is', () => {
    const html = '<p>扫码下载四季手记APP</p>';
    expect(drop(html)).toEqual({ html, removed: [] });
  });
});
