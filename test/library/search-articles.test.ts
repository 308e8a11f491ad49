import { beforeAll, describe, expect, test } from 'vitest';
import { decodeColumns, encodeColumns } from '../../src/edition/columns.ts';
import { commonCharacters, countCharacters } from '../../src/edition/common-characters.ts';
import { indexShards, shardCount, shardOf } from '../../src/edition/search-index.ts';
import { byRelevance } from '../../src/edition/search-match.ts';
import { readSearchQuery } from '../../src/edition/search-query.ts';
import { decodeShard, encodeShard, type Postings } from '../../src/edition/search-shard.ts';
import { articleTerms, searchedText } from '../../src/edition/search-terms.ts';
import { SearchEnded, type SearchedEdition, searchArticles } from '../../src/library/search-articles.ts';
import type { SearchIndexStore } from '../../src/library/search-index-store.ts';
import { inventedStories } from './invented-stories.ts';

const stories = inventedStories(400);
const texts = stories.map(searchedText);

function indexOf(failing: ReadonlySet<number> = new Set()): SearchIndexStore & { readonly asked: Set<number> } {
  const terms = stories.map(articleTerms);
  const shards = shardCount(stories.length);
  const total = terms.reduce((sum, { keys }) => sum + keys.length, 0);
  const postings = [...indexShards(terms, total, shards)];
  const files = postings.map((grams) => encodeShard(grams, stories.length));
  const common = commonCharacters(postings.flatMap(countCharacters));
  const asked = new Set<number>();
  const read = new Map<number, ReadonlyMap<number, Postings>>();
  return {
    asked,
    loadIndex: async () => ({ count: stories.length, shards, common }),
    async loadPostings(key) {
      const shard = shardOf(key, shards);
      asked.add(shard);
      if (failing.has(shard)) throw new Error('offline');
      const found = read.get(shard) ?? decodeShard(files[shard] ?? new Uint8Array());
      read.set(shard, found);
      return found.get(key) ?? null;
    },
    isAtHand: (key) => read.has(shardOf(key, shards)),
  };
}

const edition: SearchedEdition = {
  columns: decodeColumns(
    encodeColumns({
      dates: stories.map((_, position) => position * 60_000),
      categories: stories.map((_, position) => position % 3),
      sources: stories.map((_, position) => (position % 4) - 1),
    }).buffer,
  ),
  index: {
    categories: [
      { name: '海岸', slug: 'hai', path: 'hai', parent: -1, count: 0 },
      { name: '灯塔', slug: 'deng', path: 'hai/deng', parent: 0, count: 0 },
      { name: 'News', slug: 'news', path: 'news', parent: -1, count: 0 },
    ],
    sources: [
      { name: '海岸簡報', slug: 'a', count: 0 },
      { name: 'Quiet Almanac', slug: 'b', count: 0 },
      { name: '晚报', slug: 'c', count: 0 },
    ],
  },
};

let store: ReturnType<typeof indexOf>;
beforeAll(() => {
  store = indexOf();
});

const find = async (text: string) => [...(await searchArticles(readSearchQuery(text), edition, store)).positions];
const scan = (word: string) => texts.flatMap((text, position) => (text.includes(word) ? position : []));

/** Substrings of a length, of letters alone. */
function samples(length: number): readonly string[] {
  const found = new Set<string>();
  for (const [place, text] of texts.entries()) {
    const start = (place * 37) % (text.length - length);
    const word = text.slice(start, start + length);
    if (found.size < 26 && /^[\p{L}\p{N}]+$/u.test(word)) found.add(word);
  }
  return [...found];
}

describe('search against a plain scan of the folded texts', () => {
  test('finds every article that holds a substring, and hardly any other', async () => {
    let [byIndex, byText, queries] = [0, 0, 0];
    for (const word of [1, 2, 3, 4, 5, 6, 7, 8].flatMap(samples)) {
      const [expected, given] = [scan(word), await find(`"${word}"`)];
      expect(given).toEqual(expect.arrayContaining(expected));
      byIndex += expected.length / given.length;
      // The texts of the first dozen are read for what rows show of them; those that don't hold the word are dropped.
      byText += given.length <= 12 ? 1 : expected.length / given.length;
      queries += 1;
    }
    expect(queries).toBeGreaterThanOrEqual(190);
    expect(byIndex / queries).toBeGreaterThanOrEqual(0.95);
    expect(byText / queries).toBeGreaterThanOrEqual(0.98);
  });

  test.each(['kx-1007', 'ai 裁判', 'harbour', 'arbo', '3.5%', '國內', 'ＡＩ', 'c++', '1435'])(
    'finds %s',
    async (word) => {
      const folded = readSearchQuery(`"${word}"`).words[0] ?? '';
      expect(scan(folded).length).toBeGreaterThan(0);
      expect(await find(`"${word}"`)).toEqual(scan(folded));
    },
  );

  test('words apart are each looked for', async () => {
    const both = scan('裁判').filter((position) => scan('harbour').includes(position));
    expect(await find('裁判 harbour')).toEqual(both);
    expect(both.length).toBeGreaterThan(0);
  });

  test('what is excluded is left out, of all articles where nothing else is said', async () => {
    const without = stories.map((_, position) => position).filter((position) => !scan('裁判').includes(position));
    expect(await find('-裁判')).toEqual(without);
    expect(await find('harbour -裁判')).toEqual(without.filter((position) => scan('harbour').includes(position)));
  });

  test('what nobody has written is not found, and excludes nothing', async () => {
    expect(await find('龘龘')).toEqual([]);
    expect(await find('-龘龘')).toHaveLength(stories.length);
  });

  test('marks alone leave nothing out', async () => {
    expect(await find('《！？')).toHaveLength(stories.length);
  });

  test('marks at either end of a phrase are not waited for', async () => {
    const probe = indexOf();
    await searchArticles(readSearchQuery('"，灯塔"'), edition, probe);
    expect(probe.asked.size).toBe(1);
  });
});

describe('search', () => {
  test('operators go by part of a name, categories with what is below them', async () => {
    expect(await find('来源:简报')).toEqual(stories.flatMap((_, position) => (position % 4 === 1 ? position : [])));
    expect(await find('分类:海岸')).toEqual(stories.flatMap((_, position) => (position % 3 < 2 ? position : [])));
    expect(await find('！？ 来源:简报')).toEqual(await find('来源:简报'));
    expect(await find('-category:news -source:晚报')).toEqual(
      stories.flatMap((_, position) => (position % 3 < 2 && position % 4 !== 3 ? position : [])),
    );
  });

  test('ranks titles before leads before bodies, and the newer first', async () => {
    const answer = await searchArticles(readSearchQuery('裁判'), edition, store);
    const field = (position: number) => {
      const { title = '', lead = '' } = stories[position] ?? {};
      return title.includes('裁判') ? 2 : lead.includes('裁判') ? 1 : 0;
    };
    const expected = scan('裁判').toSorted((one, other) => field(other) - field(one) || other - one);
    expect([...byRelevance(answer)]).toEqual(expected);
  });

  test('a shard that cannot be loaded makes the answer incomplete, not empty', async () => {
    const probe = indexOf();
    const word = readSearchQuery('裁判员席');
    await searchArticles(word, edition, probe);
    const [first] = probe.asked;
    const answer = await searchArticles(word, edition, indexOf(new Set([first ?? 0])));
    expect(answer.isIncomplete).toBe(true);
    expect([...answer.positions]).toEqual(expect.arrayContaining(scan('裁判员席')));
  });

  test('nothing is left out for a word that was looked up in part', async () => {
    const probe = indexOf();
    const word = readSearchQuery('-裁判员席重新开放');
    const whole = await searchArticles(word, edition, probe);
    const [first] = probe.asked;
    const answer = await searchArticles(word, edition, indexOf(new Set([first ?? 0])));
    expect(answer.isIncomplete).toBe(true);
    expect(answer.positions).toHaveLength(stories.length);
    expect(whole.positions.length).toBeLessThan(stories.length);
  });

  test('a word that cannot be looked up at all is no answer, whatever else is asked', async () => {
    const probe = indexOf();
    await searchArticles(readSearchQuery('裁判'), edition, probe);
    const failing = indexOf(probe.asked);
    await expect(searchArticles(readSearchQuery('裁判 来源:简报 -灯塔'), edition, failing)).rejects.toThrow('offline');
  });

  test('where nothing can be loaded it says so', async () => {
    const dead = indexOf(new Set(Array.from({ length: 100 }, (_, shard) => shard)));
    await expect(searchArticles(readSearchQuery('裁判'), edition, dead)).rejects.toThrow('offline');
  });

  test('ends when it is not wanted any more', async () => {
    await expect(searchArticles(readSearchQuery('裁判'), edition, store, () => false)).rejects.toThrow(SearchEnded);
  });
});
