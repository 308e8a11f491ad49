import { expect, test } from 'vitest';
import type { CategoryNode } from '../../src/edition/edition-data.ts';
import { shownSections, withoutCounts } from '../../src/edition/shown-sections.ts';

/** As many branches as asked for, each with one category below it and one below that. */
function branches(count: number): CategoryNode[] {
  return Array.from({ length: count }, (_, number) => [
    { name: `A${number}`, slug: 'a', path: `a${number}`, parent: -1, count: 4 },
    { name: `B${number}`, slug: 'b', path: `a${number}/b`, parent: number * 3, count: 3 },
    { name: `C${number}`, slug: 'c', path: `a${number}/b/c`, parent: number * 3 + 1, count: 2 },
  ]).flat();
}

const sources = Array.from({ length: 20 }, (_, number) => ({ name: `S${number}`, slug: `s${number}`, count: 1 }));
const paths = (list: ReturnType<typeof shownSections>) => list.categories.map(({ path }) => path);

test('a small tree stands whole beside every list', () => {
  const categories = branches(12);
  expect(shownSections({ categories, sources: [] }, { kind: 'all' }).categories).toEqual(categories);
});

test('of a large tree only the open branch shows its lower levels', () => {
  const shown = shownSections({ categories: branches(13), sources: [] }, { kind: 'category', path: 'a3/b' });
  expect(paths(shown).slice(2, 7)).toEqual(['a2', 'a3', 'a3/b', 'a3/b/c', 'a4']);
  expect(shown.categories.slice(2, 7).map(({ parent }) => parent)).toEqual([-1, -1, 3, 4, -1]);
  expect(shown.categories).toHaveLength(15);
});

test('what is shown of what is shown is the same', () => {
  for (const count of [13, 40]) {
    const filter = { kind: 'category' as const, path: 'a3' };
    const once = branches(count);
    const shown = shownSections({ categories: once, sources }, filter).categories;
    const again = shown.map((node) => ({ ...node, count: node.count ?? 0 }));
    expect(shownSections({ categories: again, sources }, filter).categories).toEqual(shown);
  }
});

test('a dozen sources are shown, and the one that is open', () => {
  const shown = shownSections({ categories: [], sources }, { kind: 'source', slug: 's17' }).sources;
  expect(shown.map(({ slug }) => slug).slice(-2)).toEqual(['s11', 's17']);
  expect(shown).toHaveLength(13);
});

test('without counts nothing depends on how many articles there are', () => {
  const more = branches(2).map((node) => ({ ...node, count: node.count + 1 }));
  const counted = (categories: CategoryNode[]) =>
    withoutCounts(shownSections({ categories, sources }, { kind: 'source', slug: 's1' }));
  expect(counted(more)).toEqual(counted(branches(2)));
});
