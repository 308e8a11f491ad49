import type { Root } from 'hast';
import { describe, expect, test } from 'vitest';
import { foreignPictures } from '../../src/article/foreign-pictures.ts';
import { pictureHost } from '../../src/article/picture-host.ts';
import { posterToShow } from '../../src/article/video-poster.ts';

describe('the host of a picture', () => {
  test.each([
    ['https://a.example/x.png', 'a.example'],
    ['http://a.example:8080/x.png', 'a.example:8080'],
    ['//a.example/x.png', 'a.example'],
    ['/\\a.example/x.png', 'a.example'],
    ['HTTPS://A.example/x.png', 'a.example'],
    [' https://a.example/x.png', 'a.example'],
    ['/media/x.png', null],
    ['media/x.png', null],
    ['data:image/png;base64,AA', null],
    ['https://', null],
    ['', null],
  ])('%j → %j', (address, host) => {
    expect(pictureHost(address)).toBe(host);
  });
});

describe('a poster', () => {
  const player = 'https://player.tv.example/1';

  test.each([
    ['of another site', 'https://pictures.other/1.jpg', 'https://pictures.other/1.jpg'],
    ['of the site itself', '/media/1.jpg', '/media/1.jpg'],
    ['that lies with the player', 'https://player.tv.example/1.jpg', null],
    ['of the player’s site', 'https://i0.tv.example/1.jpg', null],
    ['that is none', '', null],
  ])('%s', (_, poster, shown) => {
    expect(posterToShow(player, poster)).toBe(shown);
  });
});

test('pictures of other hosts are found in order, posters among them', () => {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'element', tagName: 'img', properties: { src: '/media/own.png' }, children: [] },
      {
        type: 'element',
        tagName: 'figure',
        properties: {},
        children: [{ type: 'element', tagName: 'img', properties: { src: 'https://a.example/1.png' }, children: [] }],
      },
      {
        type: 'element',
        tagName: 'div',
        properties: { dataKind: 'embed', dataSrc: 'https://tv.example/1', dataPoster: 'https://b.other/2.png' },
        children: [],
      },
    ],
  };
  expect(foreignPictures(tree)).toEqual([
    { src: 'https://a.example/1.png', host: 'a.example' },
    { src: 'https://b.other/2.png', host: 'b.other' },
  ]);
});
