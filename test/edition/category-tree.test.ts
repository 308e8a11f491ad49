import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { describe, expect, test } from 'vitest';
import { buildCategoryTree } from '../../src/edition/category-tree.ts';
import { createSlugger } from '../../src/edition/slug.ts';

const slugger = createSlugger((text) => pinyin(text, { toneType: 'none', nonZh: 'consecutive' }));
const tree = (...paths: string[][]) => buildCategoryTree(paths, slugger);
const outline = (...paths: string[][]) =>
  tree(...paths).nodes.map(({ path, name, count }) => `${path} ${name} ${count}`);

describe('buildCategoryTree', () => {
  test('lists parents before children, siblings by size and then by name', () => {
    expect(outline(['游戏'], ['财经', '国际'], ['财经', '国内'], ['财经', '国内'], ['汽车'])).toEqual([
      'cai-jing 财经 3',
      'cai-jing/guo-nei 国内 2',
      'cai-jing/guo-ji 国际 1',
      'qi-che 汽车 1',
      'you-xi 游戏 1',
    ]);
  });

  test('keeps the order of siblings of nearly the same size', () => {
    const times = (count: number, name: string) => Array.from({ length: count }, () => [name]);
    const order = (...paths: string[][]) => tree(...paths).nodes.map(({ slug }) => slug);
    expect(order(...times(5, 'a'), ...times(6, 'b'), ...times(9, 'c'))).toEqual(['c', 'a', 'b']);
    expect(order(...times(7, 'a'), ...times(6, 'b'), ...times(9, 'c'))).toEqual(['c', 'a', 'b']);
  });

  test('points every article at its innermost level', () => {
    const { nodes, indexOf } = tree(['a', 'b'], ['a'], []);
    expect(indexOf.map((index) => nodes[index]?.name)).toEqual(['b', 'a', '未分类']);
    expect(nodes.map(({ parent }) => parent)).toEqual([-1, 0, -1]);
  });

  test('counts one category however it is written, shown as it is mostly written', () => {
    expect(outline(['國內'], ['国内'], ['国內'], ['國內'])).toEqual(['guo-nei 國內 4']);
  });

  test('shows the simplified form of equally used ones', () => {
    expect(outline(['財經－國內'], ['财经-国内'])).toEqual(['cai-jing-guo-nei 财经-国内 2']);
  });

  test('keeps a level that only begins like the one above', () => {
    expect(outline(['晨报', '晨报－国内'])).toEqual(['chen-bao 晨报 1', 'chen-bao/chen-bao-guo-nei 晨报－国内 1']);
  });

  test('drops a level that repeats the one above, and empty ones', () => {
    expect(outline(['博客', '', ' ', '博客', '更新'])).toEqual(['bo-ke 博客 1', 'bo-ke/geng-xin 更新 1']);
  });

  test('gathers articles without a category, and those that say so', () => {
    expect(outline([], ['未分类'], [' '])).toEqual(['uncategorised 未分类 3']);
  });

  test('leaves the slug of the uncategorised to them', () => {
    expect(outline(['Uncategorised'])[0]).toMatch(/^uncategorised-[a-z0-9]{6} Uncategorised 1$/);
  });

  test('keeps one name in two places apart', () => {
    expect(outline(['甲', '资讯'], ['乙', '资讯'])).toEqual([
      'yi 乙 1',
      'yi/zi-xun 资讯 1',
      'jia 甲 1',
      'jia/zi-xun 资讯 1',
    ]);
  });

  test('treats names of prototype keys as names', () => {
    expect(tree(['__proto__'], ['constructor', 'toString']).nodes.map(({ name }) => name)).toEqual([
      '__proto__',
      'constructor',
      'toString',
    ]);
  });

  const level = fc.constantFrom('国内', '國內', '石油', '食油', 'Index', 'ＩＮＤＥＸ', '未分类', '');
  const paths = fc.array(fc.array(level, { maxLength: 4 }), { maxLength: 30 });

  test('counts add up: a node holds its own articles and those of its children', () => {
    fc.assert(
      fc.property(paths, (all) => {
        const { nodes, indexOf } = buildCategoryTree(all, slugger);
        for (const [index, { count }] of nodes.entries()) {
          const own = indexOf.filter((at) => at === index).length;
          const below = nodes.filter(({ parent }) => parent === index).reduce((sum, node) => sum + node.count, 0);
          expect(count).toBe(own + below);
        }
        expect(nodes.filter(({ parent }) => parent < 0).reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
      }),
    );
  });

  test('addresses are distinct, parents come first, and the order of articles changes nothing', () => {
    fc.assert(
      fc.property(paths, (all) => {
        const { nodes } = buildCategoryTree(all, slugger);
        expect(new Set(nodes.map(({ path }) => path)).size).toBe(nodes.length);
        expect(nodes.every(({ parent }, index) => parent < index)).toBe(true);
        expect(buildCategoryTree(all.toReversed(), slugger).nodes).toEqual(nodes);
      }),
    );
  });
});
