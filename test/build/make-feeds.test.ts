// @vitest-environment jsdom
import { parseFeed } from '@rowanmanning/feed-parser';
import { describe, expect, test } from 'vitest';
import { type Feed, type FeedEntry, makeFeeds } from '../../src/build/make-feeds.ts';
import { atomRules, jsonFeedRules, rssRules } from './feed-rules.ts';

const HOSTILE = `</script><script>alert(1)</script> ]]> ]]]]> <![CDATA[ $& $1 &amp; & <b>x</b> "'`;

function entry(number: number, changes: Partial<FeedEntry> = {}): FeedEntry {
  return {
    address: `https://paper.example/news/a/${number}/`,
    title: `第 ${number} 号灯塔`,
    excerpt: '雾里的灯。',
    date: Date.UTC(2026, 10, number, 4, 30),
    updated: null,
    source: '海岸通讯',
    categories: ['海岸', '灯塔'],
    lang: 'zh-Hans',
    picture: null,
    html: `<p>雾里的<a href="https://paper.example/news/a/1/">灯</a>。</p>`,
    ...changes,
  };
}

const picture = { address: 'https://img.example/a.jpg?w=1&h=2', type: 'image/jpeg', bytes: 512 };

const entries: readonly FeedEntry[] = [
  entry(9, { picture, updated: Date.UTC(2026, 10, 12) }),
  entry(8, {
    title: HOSTILE,
    excerpt: HOSTILE,
    source: HOSTILE,
    categories: [HOSTILE],
    html: '<p>]]> ]]&gt; ]]]]></p>',
  }),
  entry(7, { title: 'a\u0000b\u0008c\uFFFEd\uD800e\u000Bf', html: '<p>\u0001\uDC00</p>', excerpt: '\u001F' }),
  entry(6, { date: null, source: null, lang: null, categories: [], excerpt: '', html: null }),
  entry(5, { picture: { ...picture, type: null } }),
];

const feed: Feed = {
  title: '灯塔 · 海岸 - Broadsheet',
  description: '一份报纸 & <more>',
  home: 'https://paper.example/news/',
  updated: Date.UTC(2026, 10, 12),
  entries,
};

const files = makeFeeds(feed);

function parseXml(text: string): Document {
  const document = new DOMParser().parseFromString(text, 'application/xml');
  expect(document.querySelector('parsererror')?.textContent).toBeUndefined();
  return document;
}

const rss = parseXml(files['rss.xml']);
const atom = parseXml(files['atom.xml']);
const json = JSON.parse(files['feed.json']);

describe('rules', () => {
  test.each(rssRules)('RSS $says', ({ holds }) => expect(holds(rss)).toBe(true));
  test.each(atomRules)('Atom $says', ({ holds }) => expect(holds(atom)).toBe(true));
  test.each(jsonFeedRules)('JSON Feed $says', ({ holds }) => expect(holds(json, json.items)).toBe(true));
});

describe.each(['rss.xml', 'atom.xml'] as const)('%s, read by another library,', (file) => {
  const read = parseFeed(files[file]);

  test('is the same feed', () => {
    expect([read.title, read.url, read.self]).toEqual([feed.title, feed.home, feed.home + file]);
    expect(read.updated?.getTime()).toBe(feed.updated);
    expect(read.items.map(({ id }) => id)).toEqual(entries.map(({ address }) => address));
    expect(read.items.map(({ url }) => url)).toEqual(entries.map(({ address }) => address));
  });

  test('has the articles’ dates, sources and categories; unknown ones are left out', () => {
    expect(read.items.map(({ published }) => published?.getTime() ?? null)).toEqual(entries.map(({ date }) => date));
    expect(read.items[0]?.authors[0]?.name).toBe('海岸通讯');
    expect(read.items[0]?.categories.map(({ term }) => term)).toEqual(['海岸', '灯塔']);
  });

  test('has whole texts as HTML', () => {
    expect(read.items[0]?.content).toBe(entries[0]?.html);
  });

  test('has a picture where its type is known', () => {
    expect(read.items[0]?.media.map(({ url, mimeType }) => [url, mimeType])).toEqual([[picture.address, 'image/jpeg']]);
    expect(read.items[4]?.media).toEqual([]);
  });
});

describe('a hostile title', () => {
  test('is text in all of them', () => {
    const titles = (document: Document, item: string) =>
      [...document.querySelectorAll(`${item} > title`)].map((title) => title.textContent);
    expect(titles(rss, 'item')[1]).toBe(HOSTILE);
    expect(titles(atom, 'entry')[1]).toBe(HOSTILE);
    expect(json.items[1].title).toBe(HOSTILE);
  });

  test('and its excerpt are no HTML', () => {
    const description = rss.querySelectorAll('item > description')[1]?.textContent ?? '';
    const read = new DOMParser().parseFromString(description, 'text/html').body;
    expect(read.children).toHaveLength(0);
    expect(read.textContent).toBe(HOSTILE);
    expect(atom.querySelectorAll('entry > summary')[1]?.textContent).toBe(HOSTILE);
  });

  test('cannot end a CDATA section, nor can a text', () => {
    const html = '<p>]]> ]]&gt; ]]]]></p>';
    expect(rss.getElementsByTagName('content:encoded')[1]?.textContent).toBe(html);
    expect(atom.querySelectorAll('entry > content')[1]?.textContent).toBe(html);
    expect(json.items[1].content_html).toBe(html);
  });

  test('loses the characters XML has none of', () => {
    expect(rss.querySelectorAll('item > title')[2]?.textContent).toBe('abcdef');
    expect(atom.querySelectorAll('entry > content')[2]?.textContent).toBe('<p></p>');
  });
});

test('an unknown date is that of the feed where one is required', () => {
  expect(atom.querySelectorAll('entry > updated')[3]?.textContent).toBe('2026-11-12T00:00:00.000Z');
  expect(atom.querySelectorAll('entry')[3]?.querySelector('published')).toBeNull();
  expect(rss.querySelectorAll('item')[3]?.querySelector('pubDate')).toBeNull();
  expect(json.items[3]).not.toHaveProperty('date_published');
});

test('a text is said to be plain where it is an excerpt', () => {
  expect(json.items[3]).toMatchObject({ content_text: '第 6 号灯塔' });
  expect(json.items[3]).not.toHaveProperty('content_html');
});

test('the same feed gives the same bytes', () => {
  expect(makeFeeds(feed)).toEqual(files);
});

test('a feed without entries is a feed', () => {
  const empty = makeFeeds({ ...feed, entries: [], updated: null });
  for (const { holds, says } of rssRules)
    expect({ says, holds: holds(parseXml(empty['rss.xml'])) }).toEqual({ says, holds: true });
  for (const { holds, says } of atomRules)
    expect({ says, holds: holds(parseXml(empty['atom.xml'])) }).toEqual({ says, holds: true });
});
