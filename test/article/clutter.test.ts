import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { clearClutter } from '../../src/article/clutter.ts';
import { treeOf } from './parts.ts';

const STORY = '<p>水轮停了四十年，今年春天又转了起来，镇上的孩子们站在桥上数它一分钟转几圈。</p>'.repeat(20);

function clear(html: string) {
  const { tree, removed } = clearClutter(treeOf(html));
  return { html: toHtml(tree), removed: removed.map(({ kind }) => kind) };
}

describe('goes', () => {
  test.each([
    ['a share bar', '<div class="share">分享到：<a href="#">微博</a></div>', 'share-bar'],
    ['a share bar with a sentence', '<div class="share"><button>赞</button>喜欢就分享吧！</div>', 'share-bar'],
    ['an advert of one picture', '<div class="ad"><img src="https://ad.example.com/a.jpg"></div>', 'advert'],
    [
      'an advert of a linked picture',
      '<div class="ad"><a href="#"><img src="https://ad.example.com/a.jpg"></a>好茶。</div>',
      'advert',
    ],
    ['a list of links', '<div class="related"><a href="https://example.com/1">去年的雨。</a></div>', 'widget'],
    ['line numbers', '<div class="gutter">1 2 3</div>', 'widget'],
    ['what only a widget is called', '<div class="jiathis_style">分享给朋友。</div>', 'share-bar'],
    ['a button', '<button>我要投稿。</button>', 'widget'],
  ])('%s', (_, html, kind) => {
    expect(clear(STORY + html)).toEqual({ html: STORY, removed: [kind] });
  });
});

describe('stays in a long article', () => {
  test.each([
    '<section class="social">社会学者说，桥上的人比轮子更值得数。</section>',
    '<p class="reward">他得到的报酬是一袋面粉。</p>',
    '<p class="ad">老磨坊招学徒一名</p>',
    `<div class="related"><p>相关背景：${'磨坊建于一百年前，轮子换过三次。'.repeat(12)}</p></div>`,
    '<div class="gg1">公告说，明天停水，轮子也停。</div>',
    '<div class="social">He counted until the light was gone.</div>',
  ])('%s', (html) => {
    expect(clear(STORY + html)).toEqual({ html: STORY + html, removed: [] });
  });
});

describe('stays where it is all there is', () => {
  test.each([
    '<div class="share">老磨坊今天开张。</div>',
    '<div class="content"><div class="ad">唯一一句写在广告位里</div></div>',
    '<div class="qrcode">扫码看水位</div>',
    '<button>今天停水</button>',
  ])('%s', (html) => {
    expect(clear(html)).toEqual({ html: toHtml(treeOf(html)), removed: [] });
  });
});
