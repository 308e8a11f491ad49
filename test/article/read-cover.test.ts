import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCover } from '../../src/article/read-cover.ts';

describe('readCover', () => {
  test.each([
    ['https', 'https://cdn.example.com/w600h352/a.jpg', 'https://cdn.example.com/w600h352/a.jpg'],
    ['http', 'http://cdn.example.com/a.jpg', 'https://cdn.example.com/a.jpg'],
    ['no-scheme', '//cdn.example.com/a.jpg', 'https://cdn.example.com/a.jpg'],
    [
      'proxy',
      'https://px.example.workers.dev/?http://cdn.example.com/a_1024.jpg',
      'https://cdn.example.com/a_1024.jpg',
    ],
    ['entities', 'https://cdn.example.com/a?x=1&amp;y=2', 'https://cdn.example.com/a?x=1&y=2'],
    [
      'no-extension',
      'https://mmbiz.qpic.cn/mmbiz_jpg/AbC/640?wx_fmt=jpeg',
      'https://mmbiz.qpic.cn/mmbiz_jpg/AbC/640?wx_fmt=jpeg',
    ],
    [
      'odd-extension',
      'https://cdn.example.com/a~tplv-watermark.image',
      'https://cdn.example.com/a~tplv-watermark.image',
    ],
    [
      'a-script-that-draws',
      'https://www.example.com/thumb.php?src=a.jpg',
      'https://www.example.com/thumb.php?src=a.jpg',
    ],
    ['chinese-path', 'https://cdn.example.com/图/一.jpg', 'https://cdn.example.com/%E5%9B%BE/%E4%B8%80.jpg'],
    ['markdown', '![图](https://cdn.example.com/a.jpg "题")', 'https://cdn.example.com/a.jpg'],
    ['beside-the-article', './pic.webp', './pic.webp'],
    ['bare-name', 'pic.jpg', 'pic.jpg'],
    ['parent-folder', '../img/图.png', '../img/图.png'],
    ['root', '/images/a.png', '/images/a.png'],
  ])('%s', (_, raw, expected) => {
    expect(readCover(raw)).toBe(expected);
  });

  test.each([
    '',
    ' ',
    'false',
    'undefined',
    'null',
    '[object Object]',
    '#ff0000',
    'https://picsum.photos/400/300?random=2299',
    'https://px.example.workers.dev/?https://picsum.photos/400/300',
    'https://cdn.example.com/qrcode.png',
    'https://secure.gravatar.com/avatar/0123',
    'https://cdn.example.com/pixel.gif',
    'https://www.example.com/p/undefined',
    'https://cdn.example.com/default.jpg',
    'https://www.example.com/news/1.html',
    'https://www.example.com/show.php?id=3',
    'https://cdn.example.com/a.mp4',
    'https://cdn.example.com/a.mp3?x=1',
    'https://www.example.com/',
    'https://www.example.com',
    'https://user:secret@cdn.example.com/a.jpg',
    'https://localhost/a.jpg',
    'https://',
    'http://[/a.jpg',
    'javascript:alert(1)',
    'java\nscript:alert(1)//a.jpg',
    '&#106;avascript:alert(1)//a.jpg',
    'vbscript:x.jpg',
    'data:text/html,<script>1</script>',
    'data:image/svg+xml,<svg onload=x>',
    'data:image/png;base64,iVBORw0KGgo=',
    'blob:https://a.example/x.jpg',
    'file:///etc/passwd.png',
    'C:\\pictures\\a.jpg',
    'some words',
    `https://cdn.example.com/${'a'.repeat(3000)}.jpg`,
  ])('%s is no cover', (raw) => {
    expect(readCover(raw)).toBeNull();
  });

  test('every cover is over https or a path, and reading it again changes nothing', () => {
    const raws = fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true }));
    fc.assert(
      fc.property(raws, (raw) => {
        const cover = readCover(raw);
        if (cover === null) return;
        expect(/^https:\/\//.test(cover) || !/^[a-z][a-z0-9+.-]*:/i.test(cover)).toBe(true);
        if (!cover.includes('&')) expect(readCover(cover)).toBe(cover);
      }),
    );
  });
});
