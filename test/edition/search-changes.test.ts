import { describe, expect, test } from 'vitest';
import { patchShard, searchChanges } from '../../src/edition/search-changes.ts';
import { indexShards } from '../../src/edition/search-index.ts';
import { decodeShard, encodeShard } from '../../src/edition/search-shard.ts';
import { type ArticleTerms, articleTerms } from '../../src/edition/search-terms.ts';

const SHARDS = 7;
const STORIES = ['灯塔为什么是白的', '白天，灯塔是一个记号', 'A slow loaf, 1435 mm', '夜里的灯塔', '慢慢来的面包'];
const termsOf = (body: string) => articleTerms({ title: body.slice(0, 4), lead: '', body: body.repeat(3) });

function encoded(articles: readonly ArticleTerms[]) {
  const total = articles.reduce((sum, { keys }) => sum + keys.length, 0);
  return [...indexShards(articles, total, SHARDS)].map((terms) => encodeShard(terms, STORIES.length));
}

/** The shards of some articles, mended to be those of others. */
function mended(before: readonly string[], after: readonly string[]) {
  const [old, now] = [before.map(termsOf), after.map(termsOf)];
  const changes = searchChanges(SHARDS);
  for (let position = 0; position < Math.max(old.length, now.length); position++) {
    changes.add(position, old[position] ?? null, now[position] ?? null);
  }
  const byShard = changes.byShard();
  const shards = encoded(old).map((bytes, number) => {
    return encodeShard(patchShard(decodeShard(bytes).values(), byShard.get(number) ?? []), STORIES.length);
  });
  return { shards, anew: encoded(now), changes };
}

describe('changes of an index', () => {
  test.each([
    ['the newest added', STORIES.slice(0, 4), STORIES],
    ['the newest gone', STORIES, STORIES.slice(0, 3)],
    ['one with other words', STORIES, STORIES.with(1, '白天，灯塔是两个记号')],
    ['an older one gone, the others moved up', STORIES, STORIES.toSpliced(1, 1)],
    ['none left', STORIES, []],
    ['from nothing', [], STORIES],
  ])('give the index made anew, byte for byte: %s', (_, before, after) => {
    const { shards, anew } = mended(before, after);
    expect(shards).toEqual(anew);
  });

  test('are none where the words are the same', () => {
    const { changes } = mended(STORIES, STORIES);
    expect(changes.count()).toBe(0);
    expect(changes.byShard().size).toBe(0);
  });
});
