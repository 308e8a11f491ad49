import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../src/article/parse-html.ts';
import { withGalleries } from '../../src/ui/galleries.ts';

function figure(width: number, height: number, { caption = '', type = 'jpg' } = {}): string {
  const size = width > 0 ? ` width="${width}" height="${height}"` : '';
  return `<figure><img src="https://far.example/a.${type}"${size}>${caption && `<figcaption>${caption}</figcaption>`}</figure>`;
}

const wide = figure(1200, 800);
const tall = figure(800, 1200);

/** `p 3 f`: a paragraph, a gallery of three, a figure by itself. */
function outline(html: string): string {
  const blocks = withGalleries(parseHtml(html)).children.map((block) => {
    if (block.type !== 'element') return '';
    return block.properties.dataKind === 'gallery' ? `${block.children.length}` : block.tagName.slice(0, 1);
  });
  return blocks.join(' ');
}

describe('neighbouring pictures stand side by side', () => {
  test.each([
    ['three wide ones', wide.repeat(3), '3'],
    ['two tall ones', tall.repeat(2), '2'],
    ['ones of nearly the same shape', figure(1200, 800) + figure(1200, 850) + figure(1100, 700), '3'],
    ['those between two texts', `<p>a</p>${wide.repeat(4)}<p>b</p>${tall.repeat(3)}`, 'p 4 p 3'],
    ['tall ones apart from wide ones', wide.repeat(3) + tall.repeat(2), '3 2'],
    ['ones with a line of words each', figure(1200, 800, { caption: '涨潮时分的码头' }).repeat(3), '3'],
  ])('%s', (_, html, expected) => {
    expect(outline(html)).toBe(expected);
  });
});

describe('pictures stand alone', () => {
  test.each([
    ['where a text parts them', `${tall}<p>a</p>${tall}`, 'f p f'],
    ['two wide ones', wide.repeat(2), 'f f'],
    ['of unknown size', figure(0, 0).repeat(3), 'f f f'],
    ['that are small', figure(200, 150).repeat(3), 'f f f'],
    ['that are long screenshots or panoramas', figure(600, 1900).repeat(2) + figure(2400, 800).repeat(3), 'f f f f f'],
    ['that are drawings by their kind of file', figure(1200, 800, { type: 'png' }).repeat(3), 'f f f'],
    ['with captions that are texts', figure(1200, 800, { caption: '涨'.repeat(41) }).repeat(3), 'f f f'],
    ['of shapes too different', figure(1200, 1000) + figure(1200, 800) + figure(1200, 600), 'f f f'],
    [
      'that share a figure',
      `<figure><img src="a.jpg" width="800" height="1200"><img src="b.jpg"></figure>`.repeat(2),
      'f f',
    ],
  ])('%s', (_, html, expected) => {
    expect(outline(html)).toBe(expected);
  });
});

test('no picture and no word is lost, and the tree that was given stays as it was', () => {
  const tree = parseHtml(`<p>a</p>${wide.repeat(3)}${figure(0, 0)}${tall.repeat(5)}<p>b</p>`);
  const before = structuredClone(tree);
  const flat = withGalleries(tree).children.flatMap((block) =>
    block.type === 'element' && block.properties.dataKind === 'gallery' ? block.children : [block],
  );
  expect(flat).toEqual(tree.children);
  expect(tree).toEqual(before);
});
