import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { embedBlock, readEmbed, watchAddress } from '../../src/article/embed.ts';
import { elementOf } from './parts.ts';

describe('watchAddress', () => {
  test.each([
    ['YouTube', 'https://www.youtube.com/embed/abcDEF12345', 'https://www.youtube.com/watch?v=abcDEF12345'],
    [
      'YouTube without cookies',
      'https://www.youtube-nocookie.com/embed/abcDEF12345?start=3',
      'https://www.youtube.com/watch?v=abcDEF12345',
    ],
    [
      'bilibili',
      'https://player.bilibili.com/player.html?bvid=BV1xx411c7mD&page=1',
      'https://www.bilibili.com/video/BV1xx411c7mD',
    ],
    [
      'bilibili by number',
      'https://player.bilibili.com/player.html?aid=12345',
      'https://www.bilibili.com/video/av12345',
    ],
    ['Youku', 'https://player.youku.com/embed/XMTIzNA==', 'https://v.youku.com/v_show/id_XMTIzNA==.html'],
    ['Vimeo', 'https://player.vimeo.com/video/123456', 'https://vimeo.com/123456'],
    ['QQ', 'https://v.qq.com/txp/iframe/player.html?vid=a0123bcdefg', 'https://v.qq.com/x/page/a0123bcdefg.html'],
    [
      'a hostile number',
      'https://player.bilibili.com/player.html?aid=1/../x',
      'https://player.bilibili.com/player.html?aid=1/../x',
    ],
    ['any other', 'https://maps.example.com/embed?x=1', 'https://maps.example.com/embed?x=1'],
  ])('%s', (_, address, expected) => {
    expect(watchAddress(new URL(address))).toBe(expected);
  });
});

describe('readEmbed', () => {
  test.each([
    [
      'iframe',
      '<iframe src="//player.bilibili.com/player.html?aid=1" title="花"></iframe>',
      'iframe',
      'https://player.bilibili.com/player.html?aid=1',
    ],
    [
      'lazy iframe',
      '<iframe data-src="https://v.qq.com/x?vid=a1" src="about:blank"></iframe>',
      'iframe',
      'https://v.qq.com/x?vid=a1',
    ],
    ['video', '<video src="http://video.example.com/a.mp4"></video>', 'video', 'https://video.example.com/a.mp4'],
    [
      'source',
      '<video><source src="https://video.example.com/a.webm"></video>',
      'video',
      'https://video.example.com/a.webm',
    ],
    [
      'shell, percent-encoded',
      '<div data-zkinfo="%7B%22videoUrl%22%3A%22http%3A%2F%2Fvideo.example.com%2Fa.mp4%22%7D"></div>',
      'div',
      'https://video.example.com/a.mp4',
    ],
    [
      'shell, escaped slashes',
      '<div data-zkinfo=\'{"url":"http:\\/\\/video.example.com\\/a.mp4"}\'></div>',
      'div',
      'https://video.example.com/a.mp4',
    ],
  ])('%s', (_, html, tagName, src) => {
    expect(readEmbed(elementOf(html, tagName))?.src).toBe(src);
  });

  test.each([
    ['no address', '<iframe></iframe>'],
    ['a script', '<iframe src="javascript:alert(1)"></iframe>'],
    ['an empty page', '<iframe src="about:blank"></iframe>'],
    ['a user and a password', '<iframe src="https://user:secret@www.youtube.com/embed/abcDEF12345"></iframe>'],
  ])('%s: null', (_, html) => {
    expect(readEmbed(elementOf(html, 'iframe'))).toBeNull();
  });

  test('a shell without a video is null', () => {
    expect(readEmbed(elementOf('<div data-zkinfo="%E4%ZZ"></div>', 'div'))).toBeNull();
  });
});

describe('embedBlock', () => {
  test('is a card for a known player, with a link that works without script', () => {
    expect(toHtml(embedBlock({ src: 'https://www.youtube.com/embed/abcDEF12345', title: '花', poster: null }))).toBe(
      '<div data-kind="embed" data-src="https://www.youtube.com/embed/abcDEF12345" data-title="花">' +
        '<a href="https://www.youtube.com/watch?v=abcDEF12345">▶ 花 · www.youtube.com</a></div>',
    );
  });

  test('is a link for any other host, look-alikes too', () => {
    expect(toHtml(embedBlock({ src: 'https://www.youtube.com.evil.example/x', title: '', poster: null }))).toBe(
      '<p><a href="https://www.youtube.com.evil.example/x">▶ www.youtube.com.evil.example</a></p>',
    );
  });

  test('is its poster where a video file has one', () => {
    const poster = 'https://img.example.com/w800h450/a.jpg';
    expect(toHtml(embedBlock({ src: 'https://video.example.com/a.mp4', title: '', poster }))).toBe(
      '<figure data-kind="video"><a href="https://video.example.com/a.mp4">' +
        `<img src="${poster}" alt="video.example.com" width="800" height="450"></a></figure>`,
    );
  });
});
