import { describe, expect, test } from 'vitest';
import { findStories, isNearCopy, titleLikeness } from '../../src/edition/near-copies.ts';
import { traitTable } from '../../src/edition/story-traits.ts';
import { seededRandom } from '../bench/seeded-random.js';
import { type Planted, reprints, strangers, templates, traitsOf } from './planted-stories.ts';

const storiesOf = (articles: readonly Planted[]) => [...findStories(traitTable(articles.map(traitsOf)), articles)];

/** Of invented articles some are stubs, which are never taken for one story. */
const originals = strangers(150).filter(({ body }) => body.length > 600);
const traits = originals.map(traitsOf);

describe('a story told again is found', () => {
  test.each(Object.entries(reprints))('%s', (_, reprint) => {
    const random = seededRandom('reprints');
    const copies = originals.map((story) => reprint(story, random));
    const table = traitTable([...traits, ...copies.map(traitsOf)]);
    const stories = findStories(table, [...originals, ...copies]);
    const found = copies.filter((_copy, index) => stories[originals.length + index] === index);
    expect(found.length / copies.length).toBeGreaterThanOrEqual(0.99);
    expect([...stories.subarray(0, originals.length)]).toEqual(originals.map((_story, index) => index));
  });

  test('by the first that told it, however often', () => {
    const [story, other] = originals as [Planted, Planted];
    const papers = Array.from({ length: 40 }, (_, source) => ({ ...story, source }));
    expect(storiesOf([other, story, ...papers])).toEqual([0, 1, ...papers.map(() => 1)]);
  });
});

describe('what is no copy is left alone', () => {
  test.each(Object.entries(templates))('%s', (_, template) => {
    const random = seededRandom('templates');
    const articles = Array.from({ length: 150 }, (_article, index) => template(random, index));
    const table = traitTable(articles.map(traitsOf));
    for (let a = 0; a < articles.length; a++) {
      for (let b = 0; b < a; b++) {
        const pair = [articles[a]?.title, articles[b]?.title];
        expect([pair, isNearCopy(table, articles, a, b)]).toEqual([pair, false]);
      }
    }
  });

  test('strangers', () => {
    const articles = strangers(600, 'others');
    expect(storiesOf(articles)).toEqual(articles.map((_, index) => index));
  });

  test('stubs, empty ones, pictures alone', () => {
    const bodies = ['', ' ', '<p>点击查看原文</p>', '<img src="a.jpg">', '<p>图片来自网络，点击查看大图。</p>'];
    const articles = bodies.flatMap((body) => [1, 2, 3].map((source) => ({ title: '无题', body, source })));
    expect(storiesOf(articles)).toEqual(articles.map((_, index) => index));
  });

  test('other headlines over the lines that all articles of two papers end with', () => {
    const body = `<p>扫描下方二维码下载客户端，阅读更多内容。未经授权不得转载本文，违者将依法追究责任。本文仅代表作者观点，与本报立场无关，如有侵权请联系编辑部删除。</p>`;
    expect(
      storiesOf([
        { title: '港口的早晨', body, source: 1 },
        { title: '山里的集市开张了', body, source: 2 },
      ]),
    ).toEqual([0, 1]);
  });

  test('issues of a series with one text', () => {
    const [story] = originals as [Planted];
    const issues = [7, 8].map((issue) => ({ ...story, title: `航海日志第${issue}期` }));
    expect(storiesOf(issues)).toEqual([0, 1]);
  });
});

test('a newer article changes nothing for older ones', () => {
  const random = seededRandom('newer');
  const articles = originals
    .slice(0, 60)
    .flatMap((story) => [story, ...Object.values(reprints).map((reprint) => reprint(story, random))]);
  const all = storiesOf(articles);
  for (const count of [1, 100, 399]) expect(storiesOf(articles.slice(0, count))).toEqual(all.slice(0, count));
});

test('articles of one template by the thousand are compared with few others', () => {
  const random = seededRandom('thousands');
  const articles = Array.from({ length: 3000 }, (_, index) => templates['notices of companies']!(random, index));
  const table = traitTable(articles.map(traitsOf));
  let compared = 0;
  const counting = new Proxy(articles, {
    get: (target, key) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) compared += 1;
      return Reflect.get(target, key);
    },
  });
  findStories(table, counting);
  // Two looks a comparison; every band has at most eight to offer.
  expect(compared).toBeLessThanOrEqual(3000 * 32 * 8 * 2);
});

test('headlines are alike by their words, not by what is between them', () => {
  expect(titleLikeness('港口：今日开市！', '港口 今日開市')).toBe(1);
  expect(titleLikeness('港口今日开市', '山里下雪')).toBe(0);
  expect(titleLikeness('', '')).toBe(1);
});
