import { describe, expect, test } from 'vitest';
import { figurePictures } from '../../src/article/figure-pictures.ts';
import { parseHtml } from '../../src/article/parse-html.ts';

const picture = (name: string, more = ''): string => `<img src="https://far.example/${name}.jpg" alt=""${more}>`;
const found = (html: string) => figurePictures(parseHtml(html)).map(({ src, caption }) => [src.slice(20), caption]);

describe('pictures to look at alone', () => {
  test.each([
    [
      'in figures, with their captions',
      `<figure>${picture('a')}<figcaption> 码 头 </figcaption></figure>`,
      [['a.jpg', '码 头']],
    ],
    [
      'in the order of the article',
      `<figure>${picture('a')}</figure><p>b</p><figure>${picture('b')}</figure>`,
      [
        ['a.jpg', ''],
        ['b.jpg', ''],
      ],
    ],
    ['in quotes and lists too', `<ul><li><figure>${picture('a')}</figure></li></ul>`, [['a.jpg', '']]],
    ['not what stands in a line', `<p>${picture('a')}</p>`, []],
    ['not what leads elsewhere', `<figure><a href="https://far.example/">${picture('a')}</a></figure>`, []],
    ['not formulas', `<figure>${picture('a', ' data-kind="formula"')}</figure>`, []],
    ['not what is missing', '<figure><img alt="码头"></figure>', []],
  ])('are those %s', (_, html, expected) => {
    expect(found(html)).toEqual(expected);
  });

  test('say whose they are', () => {
    const [far, own] = figurePictures(
      parseHtml(`<figure>${picture('a')}</figure><figure><img src="/media/a.webp"></figure>`),
    );
    expect([far?.host, own?.host]).toEqual(['far.example', null]);
  });

  test('have captions without marks, whatever was written in them', () => {
    const html = `<figure>${picture('a')}<figcaption>&lt;img src=x onerror=alert(1)&gt; <b>灯</b></figcaption></figure>`;
    expect(found(html)).toEqual([['a.jpg', '<img src=x onerror=alert(1)> 灯']]);
  });
});
