import { describe, expect, test } from 'vitest';
import { addressKey, storyAddress } from '../../src/import/story-address.ts';

test.each([
  ['https://pier.example/a?utm_source=rss&utm_medium=feed', 'https://pier.example/a'],
  ['https://pier.example/a?id=1&UTM_Campaign=x&b=a%20b', 'https://pier.example/a?id=1&b=a%20b'],
  ['https://pier.example/a?fbclid=x#top', 'https://pier.example/a#top'],
  ['https://pier.example/a#xtor=RSS-1', 'https://pier.example/a'],
  ['https://pier.example/a#utm_source=rss', 'https://pier.example/a'],
  ['https://pier.example/a?q=a+b&x=%2F', 'https://pier.example/a?q=a+b&x=%2F'],
  ['https://pier.example/a?spm=1.2&p=', 'https://pier.example/a?p='],
  ['https://pier.example/log.html#v1.2', 'https://pier.example/log.html#v1.2'],
])('%s is the story %s', (written, story) => {
  expect(storyAddress(written)).toBe(story);
});

describe('addresses of one story', () => {
  test.each([
    'http://pier.example/a',
    'https://www.pier.example/a/',
    'https://PIER.example:443/a?utm_source=x',
    'https://pier.example/a#xtor=1',
  ])('are known as one: %s', (address) => {
    expect(addressKey(address)).toBe(addressKey('https://pier.example/a'));
  });

  test.each([
    'https://pier.example/A',
    'https://pier.example/a?b',
    'https://pier.example/a#b',
    'https://pier.example:8443/a',
  ])('are told from another’s: %s', (address) => {
    expect(addressKey(address)).not.toBe(addressKey('https://pier.example/a'));
  });
});
