import { describe, expect, test } from 'vitest';
import { archivePages, archiveRows, listData, planLists } from '../../src/build/list-pages.ts';
import { planEdition } from '../../src/build/read-edition.ts';
import type { ScannedArticle } from '../../src/build/scan-article.ts';

function scanned(number: number): ScannedArticle {
  return {
    file: `${String(number).padStart(4, '0')}.html`,
    sum: 'x',
    path: `${number}.html`,
    title: `No ${number}`,
    date: Date.UTC(2020, 0, 1) + number * 3_600_000,
    updated: null,
    categories: number % 2 === 0 ? ['World', 'Ports'] : ['World'],
    source: 'The Pier',
    slug: `no-${number}`,
    aliases: [],
    draft: false,
    front: {
      cover: null,
      description: '',
      lang: null,
      tags: [],
      original: null,
      format: 'html',
      bodyLine: 1,
      bodyLength: 0,
    },
    problems: [],
    traits: '',
  };
}

function edition(count: number) {
  return planEdition(Array.from({ length: count }, (_, number) => scanned(number)));
}

function archiveOf(count: number, list = 0) {
  const found = edition(count);
  const plan = planLists(found)[list]!;
  return { plan, data: listData(found, plan, []), pages: [...archivePages(plan, archiveRows(found))] };
}

describe('a list’s older pages', () => {
  test('hold what its own page doesn’t, newest first', () => {
    const { pages } = archiveOf(600);
    expect(pages.map(({ number, rows }) => [number, rows.length])).toEqual([
      [1, 256],
      [2, 256],
      [3, 64],
    ]);
    expect(pages[2]?.rows[0]?.title).toBe('No 575');
    expect(pages[0]?.rows.at(-1)?.title).toBe('No 0');
  });

  test('are a series that begins at the list', () => {
    const { pages } = archiveOf(600);
    expect(pages.map(({ newer, older }) => [newer, older])).toEqual([
      ['/page/2/', null],
      ['/page/3/', '/page/1/'],
      ['/', '/page/2/'],
    ]);
  });

  test('are led to at the first article the list doesn’t show', () => {
    expect(archiveOf(600).data.older).toBe('/page/3/#row-no-567');
    expect(archiveOf(33).data.older).toBe('/page/1/#row-no-0');
    expect(archiveOf(32).data).not.toHaveProperty('older');
  });

  test('are there for categories and sources, apart from their addresses', () => {
    const { plan, data, pages } = archiveOf(600, 2);
    expect(plan.names.map(({ name }) => name)).toEqual(['World', 'Ports']);
    expect(data.older).toMatch(/^\/page\/c\/world\/ports\/2\/#row-no-\d+$/);
    expect(pages[0]?.newer).toBe('/page/c/world/ports/2/');
    expect(archiveOf(600, 3).pages[0]?.newer).toBe('/page/s/the-pier/2/');
  });

  test('keep their bytes when news arrives, once they are full', () => {
    const [before, after] = [archiveOf(600).pages, archiveOf(1000).pages];
    expect(after[0]).toEqual(before[0]);
    expect(after[1]).toEqual(before[1]);
    expect(archiveOf(608).pages).toEqual(before);
    expect(archiveOf(609).pages).not.toEqual(before);
  });
});
