import { describe, expect, test } from 'vitest';
import { candidateAddresses, readPicture } from '../../src/article/picture.ts';
import { context, elementOf } from './parts.ts';

const PHOTO = 'https://img.example.com/2022/03/tree.jpg';
const read = (attributes: string, references = {}) =>
  readPicture(elementOf(`<img ${attributes}>`, 'img'), { ...context, references });

describe('the real address', () => {
  test.each([
    ['src', `src="${PHOTO}"`],
    ['over https', 'src="http://img.example.com/2022/03/tree.jpg"'],
    ['without a scheme', 'src="//img.example.com/2022/03/tree.jpg"'],
    ['behind a proxy', 'src="https://cors.example.workers.dev/?http://img.example.com/2022/03/tree.jpg"'],
    ['data-original before a spacer', `src="https://img.example.com/grey.gif" data-original="${PHOTO}"`],
    ['data-src', `data-src="${PHOTO}"`],
    ['_src', `_src="${PHOTO}" src="/blank.gif"`],
    ['zoomfile', `zoomfile="${PHOTO}" src="static/image/common/none.gif"`],
    ['data-gif-url', `data-gif-url="${PHOTO}" src="https://img.example.com/p/undefined"`],
    [
      'the largest of a srcset',
      `srcset="https://img.example.com/s.jpg 300w, ${PHOTO} 1080w, https://img.example.com/m.jpg 600w"`,
    ],
    ['a srcset by density', `src="data:image/gif;base64,R0" srcset="https://img.example.com/s.jpg 1x, ${PHOTO} 2x"`],
  ])('%s', (_, attributes) => {
    expect(read(attributes)).toEqual({ kind: 'figure', src: PHOTO, alt: '', size: null });
  });
});

describe('what is no picture of the article', () => {
  test.each([
    ['a counting pixel by its size', `src="${PHOTO}" width="1" height="1"`, 'tracker'],
    ['a lost address', 'src="https://www.example.com/p/undefined"', 'tracker'],
    ['an avatar by its class', `src="${PHOTO}" class="avatar"`, 'avatar'],
    ['a code by its address', 'src="https://img.example.com/qrcode.png"', 'qr-code'],
    ['a code by its class', `src="${PHOTO}" class="qrcode-img"`, 'qr-code'],
    ['a code by its alt', `src="${PHOTO}" alt="公众号二维码"`, 'qr-code'],
  ])('%s', (_, attributes, why) => {
    expect(read(attributes)).toMatchObject({ kind: 'removed', why });
  });

  test.each([
    ['no address', 'alt="图"'],
    ['a script', 'src="javascript:alert(1)"'],
    ['a user and a password', 'src="https://user:secret@img.example.com/a.jpg"'],
    ['an SVG in the address', 'src="data:image/svg+xml,<svg onload=alert(1)>"'],
    ['a spacer', 'src="https://img.example.com/blank.gif"'],
    ['a host without a dot', 'src="https://localhost/a.jpg"'],
  ])('%s is nothing', (_, attributes) => {
    expect(read(attributes)).toEqual({ kind: 'nothing' });
  });
});

describe('kinds', () => {
  test.each([
    ['emoji', `src="${PHOTO}" class="emoji"`, 'icon'],
    ['small', `src="${PHOTO}" width="20" height="20"`, 'icon'],
    ['equation by its address', 'src="https://www.zhihu.com/equation?tex=r%5E2"', 'formula'],
    ['equation by its attribute', `src="${PHOTO}" data-formula="r^2"`, 'formula'],
    ['photograph', `src="${PHOTO}" width="600" height="400"`, 'figure'],
  ])('%s', (_, attributes, kind) => {
    expect(read(attributes).kind).toBe(kind);
  });

  test('a formula reads as its TeX', () => {
    expect(read('src="https://www.zhihu.com/equation?tex=r%5E2" alt="公式"')).toMatchObject({ alt: 'r^2' });
  });
});

describe('alt', () => {
  test.each([
    ['words', '树下的猫', '树下的猫'],
    ['nothing but "picture"', '图片', ''],
    ['a file name', 'IMG_2022.jpg', ''],
    ['a hash', '0123456789abcdef0123456789abcdef', ''],
    ['undefined', 'undefined', ''],
    ['spaces', ' 树下\n 的猫 ', '树下 的猫'],
  ])('%s', (_, alt, expected) => {
    expect(read(`src="${PHOTO}" alt="${alt}"`)).toMatchObject({ alt: expected });
  });
});

describe('pictures beside the article', () => {
  test('are taken from the site, with their size', () => {
    const references = { './tree.webp': { href: '/media/tree.webp', width: 600, height: 400 } };
    expect(read('src="./tree.webp" alt="树"', references)).toEqual({
      kind: 'figure',
      src: '/media/tree.webp',
      alt: '树',
      size: { width: 600, height: 400 },
    });
  });

  test('keep their place where they are missing', () => {
    expect(read('src="./missing.webp" alt="树"')).toEqual({ kind: 'missing', alt: '树' });
  });

  test('are looked for in every attribute, the lazy ones first', () => {
    const image = elementOf('<img src="a.png" data-src="b.png" srcset="c.png 2x">', 'img');
    expect(candidateAddresses(image)).toEqual(['b.png', 'a.png', 'c.png']);
  });
});
