import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FrontValue } from '../../src/article/front-value.ts';
import { readCategories } from '../../src/article/read-categories.ts';
import { readFrontMatter } from '../../src/article/read-front-matter.ts';

function fromYaml(block: string): readonly string[] {
  const { entries } = readFrontMatter('yaml', block);
  return readCategories((entries.get('categories') ?? entries.get('category'))?.value);
}

describe('readCategories', () => {
  test.each([
    ['one-space', 'categories: \n - 财经\n - 晨报\n - 晨报－国内\nauthor: x', ['财经', '晨报', '晨报－国内']],
    ['four-spaces', 'categories: \n    - 动画\n    - 某站 动漫 - 番剧详情', ['动画', '某站 动漫 - 番剧详情']],
    ['no-spaces', 'categories:\n- 财经\n- 晨报', ['财经', '晨报']],
    ['a-tab', 'categories:\n\t- 财经\n\t- 晨报', ['财经', '晨报']],
    ['a-blank-line-after', 'categories: \n - 财经\n - 晨报\n\nauthor: x', ['财经', '晨报']],
    ['names-of-maps', 'categories:\n - name: 财经\n   slug: money\n - name: 晨报', ['财经', '晨报']],
    ['a-path-in-a-string', 'categories: 财经 > 晨报', ['财经', '晨报']],
    ['commas-in-chinese', 'categories: 财经，晨报', ['财经', '晨报']],
    ['a-comma-in-english', 'categories: Arts, Culture', ['Arts, Culture']],
    ['nothing', 'categories: null', []],
    ['stray-dash', 'categories:\n - 财经\n - — 资讯', ['财经', '资讯']],
    ['nested-dash', 'categories:\n - 财经\n -  - 资讯', ['财经', '资讯']],
    ['nested-list', 'categories:\n - 财经\n -\n   - 资讯\n   - 国内', ['财经', '资讯', '国内']],
    ['a-string', 'categories: 财经', ['财经']],
    ['a-quoted-string', "categories: '财经'", ['财经']],
    ['a-flow-list', 'categories: [财经, "晨报"]', ['财经', '晨报']],
    ['a-flow-list-over-lines', 'categories: [\n  财经,\n  晨报\n]\ndate: x', ['财经', '晨报']],
    ['a-flow-list-no-yaml', 'categories: [@财经, 【晨】 #1]', ['@财经', '【晨】 #1']],
    ['paths', 'categories: [[财经, 晨报], [本地]]', ['财经', '晨报']],
    ['paths-on-lines', 'categories:\n - [财经, 晨报]\n - [本地]', ['财经', '晨报']],
    ['one-path', 'categories: [[财经, 晨报]]', ['财经', '晨报']],
    ['a-slash', 'categories:\n - 广播剧 / 有声漫画', ['广播剧 / 有声漫画']],
    [
      'colon-hash-and-at',
      'categories:\n - 问答: 日报\n - 第 #1 版\n - @某人\n - *x*',
      ['问答: 日报', '第 #1 版', '@某人', '*x*'],
    ],
    ['singular', 'category: 财经', ['财经']],
    ['missing', 'title: x', []],
    ['empty', 'categories: \ntitle: x', []],
    ['empty-items', "categories:\n - ''\n -\n - 财经\n - -", ['财经']],
    ['names-of-objects', 'categories:\n - constructor\n - __proto__', ['constructor', '__proto__']],
    ['entities', 'categories:\n - a &amp; b', ['a & b']],
  ])('%s', (_, block, expected) => {
    expect(fromYaml(block)).toEqual(expected);
  });

  test('keeps eight levels of a hundred characters', () => {
    expect(readCategories('abcdefghij'.split(''))).toHaveLength(8);
    expect([...(readCategories('报😀'.repeat(100))[0] ?? '')]).toHaveLength(100);
  });

  test('no value gives an empty level', () => {
    const { value } = fc.letrec<{ value: FrontValue }>((tie) => ({
      value: fc.oneof(fc.string(), fc.constantFrom('-', ' — ', ''), fc.array(tie('value'), { maxLength: 4 })),
    }));
    fc.assert(
      fc.property(value, (given) => {
        const path = readCategories(given);
        expect(path.every((level) => level.trim() === level && level !== '')).toBe(true);
        expect(readCategories(path)).toEqual(path);
      }),
    );
  });
});
