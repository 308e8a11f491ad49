import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/article/hast-node.ts';
import { settleHeadings, trimRules } from '../../src/article/headings.ts';
import { blocksOf } from './parts.ts';

const shape = (blocks: ReturnType<typeof blocksOf>): string =>
  blocks.map(({ element }) => `${element.tagName}:${textOf(element)}`).join(' ');
const settle = (html: string): string => shape(settleHeadings(blocksOf(html), '院子里的石榴树'));

test.each([
  ['the title is said once', '<h1>院子里的石榴树</h1><p>一</p><p>二</p>', 'p:一 p:二'],
  ['in other marks too', '<h2>《院子里的 石榴树》</h2><p>一</p><p>二</p>', 'p:一 p:二'],
  ['as a paragraph', '<p>院子里的石榴树</p><p>一</p><p>二</p>', 'p:一 p:二'],
  ['not far down', '<p>一</p><p>二</p><p>三</p><p>四</p><p>院子里的石榴树</p>', 'p:一 p:二 p:三 p:四 p:院子里的石榴树'],
  ['not where it is nearly all there is', '<p>院子里的石榴树</p><p>一</p>', 'p:院子里的石榴树 p:一'],
  ['h1 becomes h2 and the others follow', '<h1>甲</h1><h2>乙</h2><h6>丙</h6>', 'h2:甲 h3:乙 h4:丙'],
  ['they begin at h2 and skip no level', '<h3>甲</h3><h5>乙</h5><h3>丙</h3>', 'h2:甲 h3:乙 h2:丙'],
  ['a long heading is a paragraph', `<h3>${'石榴'.repeat(70)}</h3><p>一</p>`, `p:${'石榴'.repeat(70)} p:一`],
])('%s', (_, html, expected) => {
  expect(settle(html)).toBe(expected);
});

describe('trimRules', () => {
  test('keeps rules between blocks, one at a time', () => {
    expect(shape(trimRules(blocksOf('<hr><hr><p>一</p><hr><hr><hr><p>二</p><hr>')))).toBe('p:一 hr: p:二');
  });
});
