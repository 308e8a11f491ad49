// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import { shareAddress } from '../../src/library/share-address.ts';

afterEach(() => document.head.replaceChildren());

function withCanonical(href: string): void {
  const link = document.createElement('link');
  link.rel = 'canonical';
  link.href = href;
  document.head.append(link);
}

describe('the address others are given', () => {
  test('is on the host the site says is its own', () => {
    withCanonical('https://paper.example/news/a/other/');
    expect(shareAddress('/news/a/row5/')).toBe('https://paper.example/news/a/row5/');
  });

  test.each(['http://localhost:4173/a/row5/', 'http://127.0.0.1:80/', 'http://[::1]/'])(
    'is on the host it was read from where the site was never told: %s',
    (href) => {
      withCanonical(href);
      expect(shareAddress('/a/row5/')).toBe('http://localhost:3000/a/row5/');
    },
  );

  test('is on the host it was read from where the page has no address of its own', () => {
    expect(shareAddress('/?sort=old')).toBe('http://localhost:3000/?sort=old');
  });

  test('is not taken for the builder’s own machine by its beginning', () => {
    withCanonical('https://localhost.example/');
    expect(shareAddress('/a/x/')).toBe('https://localhost.example/a/x/');
  });
});
