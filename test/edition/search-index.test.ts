import { describe, expect, test } from 'vitest';
import { indexShards, shardCount, shardOf } from '../../src/edition/search-index.ts';
import { articleTerms } from '../../src/edition/search-terms.ts';

const texts = ['灯塔为什么是白的', '白天，灯塔是一个记号', 'A slow loaf, 1435 mm'];
const all = texts.map((body) => articleTerms({ title: body.slice(0, 4), lead: '', body }));
const total = all.reduce((sum, { keys }) => sum + keys.length, 0);

describe('the index', () => {
  test('holds every gram of every article once, in its shard, in order', () => {
    const shards = [...indexShards(all, total, 5)];
    expect(shards).toHaveLength(5);
    let found = 0;
    for (const [number, terms] of shards.entries()) {
      expect(terms.map(({ key }) => key)).toEqual(terms.map(({ key }) => key).toSorted((one, other) => one - other));
      for (const { key, positions } of terms) {
        expect(shardOf(key, 5)).toBe(number);
        expect([...Array.from(positions)]).toEqual([0, 1, 2].filter((article) => all[article]?.keys.includes(key)));
        found += positions.length;
      }
    }
    expect(found).toBe(total);
  });

  test('is the same in parts as at once', () => {
    const inParts = [...indexShards(all, 20_000_000, 8)];
    expect(inParts).toEqual([...indexShards(all, total, 8)]);
  });

  test('has few files, and keeps their number while an edition grows a little', () => {
    expect([1, 50, 1000, 10_000, 10_400, 100_000].map(shardCount)).toEqual([1, 12, 64, 576, 640, 6144]);
    for (let count = 2000; count < 120_000; count += 97) expect(shardCount(count)).toBeLessThanOrEqual(count / 16);
  });
});
