import { describe, expect, test } from 'vitest';
import { sizeFromAddress, sizeFromAttributes } from '../../src/article/picture-size.ts';
import { elementOf } from './parts.ts';

describe('sizeFromAddress', () => {
  test.each([
    ['folder', 'https://n.example.com/d/152/w600h352/a.jpg', 600, 352],
    ['name', 'https://img.example.com/1629_W854H480S.jpeg', 854, 480],
    ['suffix', 'https://img.example.com/a_800x450.jpg', 800, 450],
    ['WordPress', 'https://img.example.com/a-1024x768.jpg', 1024, 768],
    ['query', 'https://img.example.com/a?w=600&h=400', 600, 400],
    ['query in full', 'https://img.example.com/a?width=600&height=400&x=1', 600, 400],
  ])('%s', (_, address, width, height) => {
    expect(sizeFromAddress(address)).toEqual({ width, height });
  });

  test.each([
    ['none', 'https://img.example.com/2022/03/a.jpg'],
    ['a date', 'https://img.example.com/2022-03-29/a.jpg'],
    ['width alone', 'https://img.example.com/a?w=600'],
    ['nonsense', 'https://img.example.com/a_99999x99999.jpg'],
  ])('%s: null', (_, address) => {
    expect(sizeFromAddress(address)).toBeNull();
  });
});

describe('sizeFromAttributes', () => {
  test.each([
    ['width and height', 'width="640" height="480"', { width: 640, height: 480 }],
    ['pixels', 'width="640px" height="360px"', { width: 640, height: 360 }],
    [
      'original before displayed',
      'data-original-width="1200" data-original-height="800" width="600" height="400"',
      { width: 1200, height: 800 },
    ],
    ['raw', 'data-rawwidth="1200" data-rawheight="800"', { width: 1200, height: 800 }],
    ['data', 'data-width="1080" data-height="1596"', { width: 1080, height: 1596 }],
    ['WeChat', 'data-w="1080" data-ratio="0.75"', { width: 1080, height: 810 }],
    ['in one', 'data-size="1080x720"', { width: 1080, height: 720 }],
    ['per cent', 'width="100%" height="50%"', null],
    ['auto', 'width="640" height="auto"', null],
    ['zero', 'width="0" height="0"', null],
    ['negative', 'width="-5" height="-5"', null],
    ['giant', 'width="99999999" height="3"', null],
    ['one alone', 'width="640"', null],
  ])('%s', (_, attributes, expected) => {
    expect(sizeFromAttributes(elementOf(`<img ${attributes}>`, 'img'))).toEqual(expected);
  });
});
