import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { describe, expect, test } from 'vitest';
import { isSafeSlug } from '../../src/article/article-id.ts';
import { createSlugger, nameKey } from '../../src/edition/slug.ts';

const slugger = createSlugger((text) => pinyin(text, { toneType: 'none', nonZh: 'consecutive' }));

describe('createSlugger', () => {
  test.each([
    ['Chinese', '财经新闻', 'cai-jing-xin-wen'],
    ['traditional Chinese, as its simplified form', '財經新聞', 'cai-jing-xin-wen'],
    ['an umlaut of pinyin', '女性', 'nu-xing'],
    ['Latin with accents', 'Café Olé', 'cafe-ole'],
    ['full width', 'ＡＢＣ－１２', 'abc-12'],
    ['Chinese and Latin side by side', '3D打印 & AI', '3d-da-yin-ai'],
    ['a slash', '小说 / 漫画', 'xiao-shuo-man-hua'],
    ['a leading dash', '— 资讯', 'zi-xun'],
  ])('spells %s', (_, name, slug) => {
    expect(slugger([name])).toEqual([slug]);
  });

  test('cuts a long name between words, at 40 characters at most', () => {
    const [slug = ''] = slugger(['一份由许多文章排成的报纸的最长的栏目名称']);
    expect(slug).toMatch(/^yi-fen-you-xu-duo-wen-zhang-/);
    expect(slug.length).toBeLessThanOrEqual(40);
    expect(slug).not.toMatch(/-$/);
  });

  test.each(['index', '404', 'constructor', 'CON', '🎈', '+_&~%', '뉴스'])('gives %s a safe slug', (name) => {
    const [slug = ''] = slugger([name]);
    expect(isSafeSlug(slug)).toBe(true);
    expect(slug).toMatch(/[a-z0-9]{6}$/);
  });

  test('gives names that sound alike a hash each, whatever their order', () => {
    const slugs = slugger(['石油', '食油', '汽车']);
    expect(slugs[2]).toBe('qi-che');
    expect(slugs[0]).toMatch(/^shi-you-[a-z0-9]{6}$/);
    expect(slugs[1]).toMatch(/^shi-you-[a-z0-9]{6}$/);
    expect(slugger(['汽车', '食油', '石油'])).toEqual(slugs.toReversed());
  });

  test('leaves slugs alone that are taken', () => {
    expect(slugger(['News'], new Set(['news']))[0]).toMatch(/^news-[a-z0-9]{6}$/);
  });

  test('gives any names safe and distinct slugs', () => {
    const names = fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 12 }), { selector: nameKey, maxLength: 12 });
    fc.assert(
      fc.property(names, (all) => {
        const slugs = slugger(all);
        expect(slugs.filter((slug) => !isSafeSlug(slug))).toEqual([]);
        expect(new Set(slugs).size).toBe(all.length);
      }),
    );
  });
});

describe('nameKey', () => {
  test.each([
    ['script', '國内要聞', '国内要闻'],
    ['dash', '财经－国内', '财经-国内'],
    ['blanks', '  AB \u3000 动漫 ', 'ab 动漫'],
    ['blanks at a dash', '剧集 - 详情', '剧集-详情'],
    ['encoding of accents', 'Cafe\u0301', 'café'],
  ])('evens out the %s', (_, a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });
});
