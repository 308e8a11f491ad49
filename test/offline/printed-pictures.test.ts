import { expect, test } from 'vitest';
import { printedPictures } from '../../src/offline/printed-pictures.ts';

const page = 'https://paper.example/news/a/x/';

test('pictures of an article are found in its page, with absolute addresses, none twice', () => {
  const html = `<img src="/news/icon.png"><article class="story" lang="zh">
    <figure class="cover"><img alt="" class="far" src="https://far.example/a.jpg?x=1&amp;y=2" width="3"/></figure>
    <p>1 &lt;img src="no.png"&gt;</p><img src="/news/media/b-1.webp"/><img alt="src=&quot;c.png&quot;" src="/news/media/b-1.webp"/>
    <img src="data:image/gif;base64,AAAA"/></article><aside><img src="/news/media/other.webp"/></aside>`;
  expect(printedPictures(html, page)).toEqual([
    'https://far.example/a.jpg?x=1&y=2',
    'https://paper.example/news/media/b-1.webp',
  ]);
});

test('a page without an article has none', () => {
  expect(printedPictures('<img src="/x.png">', page)).toEqual([]);
});
