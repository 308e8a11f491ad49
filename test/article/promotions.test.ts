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
    ['asked after a wish', '更多园艺消息请扫描二维码关注（四季手记）', 'app-promotion'],
    ['promised with more', '每日播报花讯，更多读者福利扫描二维码关注（四季手记）', 'app-promotion'],
    ['asked in a second clause', '随时随地看花，下载四季手记客户端', 'app-promotion'],
    ['asked politely in a sentence', '喜欢本文，欢迎关注四季手记公众号。', 'app-promotion'],
    ['a brand', '海量花讯、精准花期，尽在四季手记APP', 'app-promotion'],
    ['more', '更多精彩内容请关注：四季手记专区', 'app-promotion'],
    ['praise', '喜欢就点个赞吧', 'share-bar'],
    ['praise of many kinds', '欢迎点赞、收藏、转发', 'share-bar'],
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

describe('the picture before a call to scan', () => {
  const words = '<p>长按识别二维码关注我们</p>';
  const picture = (name: string, size = '') => `<figure><img src="https://img.example.com/${name}"${size}></figure>`;

  test('goes where its address or its square says code', () => {
    expect(drop(`${STORY}${picture('qrcode.png')}${words}`).html).toBe(STORY);
    expect(drop(`${STORY}${picture('a.png', ' width="300" height="300"')}${words}`).html).toBe(STORY);
  });

  test('stays where nothing says so', () => {
    const html = STORY + picture('wheel.jpg');
    expect(drop(html + words).html).toBe(html);
  });

  test('stays, as the one after, where the code is gone already', () => {
    const square = picture('wheel.jpg', ' width="300" height="300"');
    const lost = [{ kind: 'qr-code', text: 'https://img.example.com/qrcode.png' }] as const;
    const { blocks } = dropPromotions(blocksOf(STORY + square + words + square), lost);
    expect(blocks.map(({ element }) => toHtml(element)).join('')).toBe(STORY + square + square);
  });
});

describe('after the heading of a list of other articles', () => {
  test('links go', () => {
    expect(drop(`${STORY}<h3>精彩回顾</h3><p><a href="https://example.com/1">水车</a></p>`).html).toBe(STORY);
  });

  test('pictures stay', () => {
    const html = `${STORY}<h3>精彩回顾</h3>${'<figure><img src="https://img.example.com/a.jpg"></figure>'.repeat(2)}`;
    expect(drop(html)).toEqual({ html, removed: [] });
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

  test.each([
    '上海推出养老服务小程序。',
    '昨天，磨坊上线了小程序。',
    '晚上，他打开小程序。',
    '苹果上架了第一款健身APP。',
    '警方提醒：不要扫描陌生人的二维码。',
    '扫码点餐、扫码报名成了村里的日常。',
    '他用手机扫描碗底，识别添加剂的含量。',
    '平台关注公众号里的谣言。',
    '村民纷纷为他点个赞，夸他有耐心。',
    '欢迎各界关注老磨坊的修复。',
    '更多精彩就在下一个春天。',
    '居民拿起手机，打开小程序，就能看见水位。',
    '更多村民扫描二维码报名，队伍排到桥上。',
    '志愿者请老人扫描二维码报名。',
    '打开小程序，水位一目了然。',
  ])('told at either end: %s', (words) => {
    for (const html of [`${STORY}<p>${words}</p>`, `<p>${words}</p>${STORY}`])
      expect(drop(html)).toEqual({ html, removed: [] });
  });

  test('an order a story begins with', () => {
    const html = `<p>下载四季手记客户端，随时看花。</p>${STORY}`;
    expect(drop(html)).toEqual({ html, removed: [] });
  });

  test('a chapter named after an app', () => {
    const html = `${STORY}<h2>下载客户端</h2><p>只要一分钟。</p>`;
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
