import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isAvatarImage,
  isPlaceholderImage,
  isQrImage,
  isTrackerImage,
  toHttps,
  unwrapImageProxy,
} from '../../src/article/image-address.ts';

describe('unwrapImageProxy', () => {
  test.each([
    [
      'bare address as the query',
      'https://px.example.workers.dev/?http://cdn.example.com/a_1024.jpg',
      'http://cdn.example.com/a_1024.jpg',
    ],
    [
      'bare address on any host',
      'https://relay.example.net/?https://cdn.example.com/a.jpg?w=3',
      'https://cdn.example.com/a.jpg?w=3',
    ],
    [
      'encoded address as the query',
      'https://px.example.workers.dev/?http%3A%2F%2Fcdn.example.com%2Fa.jpg',
      'http://cdn.example.com/a.jpg',
    ],
    [
      'address as the path',
      'https://cors.example.net/https://cdn.example.com/a.jpg?x=1',
      'https://cdn.example.com/a.jpg?x=1',
    ],
    [
      'address as a path that lost a slash',
      'https://cors.example.net/https:/cdn.example.com/a.jpg',
      'https://cdn.example.com/a.jpg',
    ],
    ['weserv without a scheme', 'https://images.weserv.nl/?url=cdn.example.com/a.jpg', 'https://cdn.example.com/a.jpg'],
    [
      'weserv with ssl:',
      'https://images.weserv.nl/?url=ssl:cdn.example.com/a.jpg&w=300',
      'https://cdn.example.com/a.jpg',
    ],
    [
      'wsrv with an encoded address',
      'https://wsrv.nl/?w=300&url=https%3A%2F%2Fcdn.example.com%2Fa.jpg',
      'https://cdn.example.com/a.jpg',
    ],
    [
      'u= on a known proxy',
      'https://external-content.duckduckgo.com/iu/?u=https%3A%2F%2Fcdn.example.com%2Fa.jpg',
      'https://cdn.example.com/a.jpg',
    ],
    [
      'an image optimiser',
      'https://www.example.com/_next/image?url=https%3A%2F%2Fcdn.example.com%2Fa.jpg&w=640&q=75',
      'https://cdn.example.com/a.jpg',
    ],
    [
      'a search engine cache',
      'https://gimg2.baidu.com/image_search/src=http%3A%2F%2Fcdn.example.com%2Fa.jpg&refer=x',
      'http://cdn.example.com/a.jpg',
    ],
    [
      'a proxy in a proxy',
      'https://a.workers.dev/?https://images.weserv.nl/?url=https%3A%2F%2Fcdn.example.com%2Fa.jpg',
      'https://cdn.example.com/a.jpg',
    ],
  ])('%s', (_, address, expected) => {
    expect(unwrapImageProxy(address)).toBe(expected);
  });

  test.each([
    'https://cdn.example.com/a.jpg?url=https%3A%2F%2Fother.example%2Fb.jpg',
    'https://px.workers.dev/?javascript:alert(1)',
    'https://px.workers.dev/?url=data:text/html,x',
    'https://www.example.com/_next/image?url=%2Fa.jpg&w=640',
    './a.jpg',
    'data:image/png;base64,AAAA',
    '',
  ])('leaves %s', (address) => {
    expect(unwrapImageProxy(address)).toBe(address);
  });
});

test.each([
  ['http://a.example/x.jpg', 'https://a.example/x.jpg'],
  ['//a.example/x.jpg', 'https://a.example/x.jpg'],
  ['http://a.example:80/x.jpg', 'https://a.example/x.jpg'],
  ['HTTP://a.example/x.jpg', 'https://a.example/x.jpg'],
  ['https://a.example/x.jpg', 'https://a.example/x.jpg'],
  ['./x.jpg', './x.jpg'],
  ['data:image/png;base64,AA//', 'data:image/png;base64,AA//'],
])('toHttps makes %s %s', (address, expected) => {
  expect(toHttps(address)).toBe(expected);
});

const PICTURES = [
  'https://cdn.example.com/sinakd/152/w600h352/20211229/605f-3d134a63.jpg',
  'https://mmbiz.qpic.cn/mmbiz_jpg/AbCdEf/640?wx_fmt=jpeg',
  'https://cdn.example.com/films/avatar-the-return-poster.jpg',
  'https://cdn.example.com/phones/pixel-6-review.jpg',
  'https://cdn.example.com/news/company-logo-on-a-roof.jpg',
  'https://i.ytimg.com/vi/abc/maxresdefault.jpg',
  'https://i.ytimg.com/vi/abc/default.jpg',
  'https://cdn.example.com/images/headline/1.jpg',
  'https://cdn.example.com/img/loading-dock-fire.jpg',
  'https://cdn.example.com/crops/storm_1x1.jpg',
  'https://pic1.zhimg.com/v2-c0a1b2_720w.jpg',
  'https://p9.example.com/obj/8846763~tplv-watermark.image',
  'https://cdn.example.com/random-walk.png',
  './pic.webp',
  '../img/第一张.jpg',
  'pic.jpg',
];

describe('a picture that shows something', () => {
  test.each(PICTURES)('%s is none of the useless kinds', (address) => {
    const verdicts = [isPlaceholderImage, isQrImage, isAvatarImage, isTrackerImage].map((test) => test(address));
    expect(verdicts).toEqual([false, false, false, false]);
  });
});

test.each([
  'https://picsum.photos/400/300?random=2299',
  'http://placekitten.com/200/300',
  'https://via.placeholder.com/350x150',
  'https://dummyimage.com/600x400/000/fff',
  'https://placehold.it/300',
  'https://placehold.co/600x400.png',
  'https://source.unsplash.com/random/800x600',
  'https://api.example.com/random.php?type=cover',
  'https://api.example.com/img/random',
  'https://cdn.example.com/static/default.jpg',
  'https://cdn.example.com/static/default_cover_200x200.png',
  'https://cdn.example.com/static/img-loading.gif',
  'https://cdn.example.com/blank.gif',
  'https://cdn.example.com/spacer.gif',
  'https://cdn.example.com/t.gif',
  'https://cdn.example.com/no-image.png',
  'https://cdn.example.com/nopic_big.jpg',
  'https://www.example.com/logo.png',
  'https://www.example.com/wx-share-logo.png',
  'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
  'data:image/svg+xml;utf8,<svg/>',
])('%s is a placeholder', (address) => {
  expect(isPlaceholderImage(address)).toBe(true);
});

test.each([
  'https://api.qrserver.com/v1/create-qr-code/?data=x',
  'https://cdn.example.com/qr/123.png',
  'https://cdn.example.com/app_qrcode.png',
  'https://cdn.example.com/images/QRCode/2.png',
  'https://cdn.example.com/erweima.jpg',
  'https://cdn.example.com/ewm2.jpg',
  'https://cdn.example.com/weixin-code.png',
  'https://cdn.example.com/wxcode.png',
  'https://cdn.example.com/%E4%BA%8C%E7%BB%B4%E7%A0%81.png',
  'https://chart.googleapis.com/chart?cht=qr&chl=x',
])('%s is a QR code', (address) => {
  expect(isQrImage(address)).toBe(true);
});

test.each([
  'https://secure.gravatar.com/avatar/0123?s=80',
  'https://thirdwx.qlogo.cn/mmopen/vi_32/abc/132',
  'https://pic1.zhimg.com/v2-c0a1b2_l.jpg?source=1a2b3c',
  'https://i0.hdslb.com/bfs/face/0a1b.jpg',
  'https://tvax1.sinaimg.cn/crop.0.0.512.512.180/abc.jpg',
  'https://cdn.example.com/uc_server/avatar.php?uid=3&size=middle',
  'https://cdn.example.com/data/000/12/34_avatar_middle.jpg',
  'https://cdn.example.com/upload_avatars/12/a.jpg',
  'https://cdn.example.com/head/12.jpg',
  'https://cdn.example.com/touxiang/12.jpg',
  'https://avatars2.example.com/u/12',
  'https://pbs.twimg.com/profile_images/1/x_normal.jpg',
])('%s is an avatar', (address) => {
  expect(isAvatarImage(address)).toBe(true);
});

test.each([
  'https://cdn.example.com/1x1.gif',
  'https://cdn.example.com/pixel.gif',
  'https://cdn.example.com/pixel.png?id=3',
  'https://pixel.wp.com/b.gif?v=noscript',
  'https://hm.baidu.com/hm.gif?si=x',
  'https://www.example.com/p/undefined',
  'https://counter.theconversation.com/content/1/count.gif',
  'https://feeds.feedburner.com/~r/example/~4/abc',
  'https://medium.com/_/stat?event=post',
])('%s is a tracker', (address) => {
  expect(isTrackerImage(address)).toBe(true);
});

test('no address makes any of them throw', () => {
  const address = fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true }), fc.constant('http://%zz/%'));
  fc.assert(
    fc.property(address, (value) => {
      for (const test of [isPlaceholderImage, isQrImage, isAvatarImage, isTrackerImage]) {
        expect(typeof test(value)).toBe('boolean');
      }
      expect(toHttps(toHttps(value))).toBe(toHttps(value));
      expect(typeof unwrapImageProxy(value)).toBe('string');
    }),
  );
});
