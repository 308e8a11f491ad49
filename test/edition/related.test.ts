import { describe, expect, test } from 'vitest';
import { findStories } from '../../src/edition/near-copies.ts';
import { findRelated, MOST_RELATED } from '../../src/edition/related.ts';
import { storyTraits, traitTable } from '../../src/edition/story-traits.ts';
import { type Planted, strangers, traitsOf } from './planted-stories.ts';

/** Each in a category of its own. */
function relatedOf(articles: readonly Planted[], categories: readonly number[] = articles.map((_, index) => index)) {
  const traits = traitTable(articles.map(traitsOf));
  return findRelated({ traits, stories: findStories(traits, articles), categories });
}

const matters =
  '灯塔守望 海藻养殖 古琴制作 山村邮路 渔船回港 陶窑烧制 候鸟迁徙 木版印刷 茶园采摘 溶洞测绘 风筝扎骨 冰川退缩 皮影戏台 温泉开凿 果树嫁接 沙漠植树'.split(
    ' ',
  );
/** On sixteen matters in turn, each article with other words of its own. */
const onMatters = (count: number): readonly Planted[] =>
  Array.from({ length: count }, (_, index) => {
    const matter = matters[index % matters.length] ?? '';
    const own = Array.from({ length: 60 }, (_word, at) =>
      String.fromCharCode(0x5000 + ((index * 61 + at * 7) % 20_000)),
    ).join('');
    return { title: `${matter}纪事`, body: `<p>${`${matter}。`.repeat(4)}${own}</p>`, source: index };
  });

describe('related articles', () => {
  test('are about the same matter', () => {
    const related = relatedOf(onMatters(160));
    for (const [position, links] of related.entries()) {
      expect(links.length).toBeGreaterThanOrEqual(3);
      for (const link of links) expect(link % matters.length).toBe(position % matters.length);
    }
  });

  test('are at most five, never the article itself, and no two of one story', () => {
    const articles = strangers(300).flatMap((story, index) =>
      index % 5 === 0 ? [story, { ...story, source: -index }] : [story],
    );
    const traits = traitTable(articles.map(traitsOf));
    const stories = findStories(traits, articles);
    const related = findRelated({ traits, stories, categories: articles.map(({ source }) => source) });
    for (const [position, links] of related.entries()) {
      expect(links.length).toBeLessThanOrEqual(MOST_RELATED);
      const told = [position, ...links].map((at) => stories[at]);
      expect(new Set(told).size).toBe(told.length);
    }
  });

  test('of the newest article change its own page and three others at most', () => {
    const articles = strangers(400);
    const before = relatedOf(articles.slice(0, -1));
    const after = relatedOf(articles);
    const changed = before.filter((links, position) => links.join() !== after[position]?.join());
    expect(changed.length).toBeLessThanOrEqual(3);
  });

  test('are filled up with older ones of the category where few have anything to do with it', () => {
    const nothing = { title: '', body: '', source: 0 };
    const related = relatedOf(
      Array.from({ length: 8 }, () => nothing),
      [0, 1, 0, 0, 0, 1, 0, 0],
    );
    expect(related[7]).toEqual([6, 4, 3, 2]);
    expect(related[5]).toEqual([1]);
    expect(related[0]).toEqual([]);
  });

  test('are none where there is one article, or none', () => {
    expect(relatedOf([])).toEqual([]);
    expect(relatedOf(strangers(1))).toEqual([[]]);
  });

  test('are looked for among few, however many share their words', () => {
    const count = 4000;
    const traits = traitTable(Array.from({ length: count }, () => storyTraits('港口开市', '港口开市港口开市')));
    const related = findRelated({ traits, stories: Int32Array.from({ length: count }, (_, at) => at), categories: [] });
    // All have the same words, so none of them tells anything.
    expect(related[count - 1]?.length).toBeLessThanOrEqual(MOST_RELATED);
  });
});
