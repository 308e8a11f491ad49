import { describe, expect, test } from 'vitest';
import {
  categoryStandings,
  excludingCategory,
  readmittingCategory,
  withCategory,
  withoutCategory,
} from '../../src/edition/category-choice.ts';
import type { EditionIndex } from '../../src/edition/edition-data.ts';
import { everything, type ListQuery } from '../../src/edition/list-query.ts';

const paths = ['a', 'a/b', 'a/b/c', 'a/d', 'e'];
const parents = [-1, 0, 1, 0, -1];
const index: EditionIndex = {
  count: 0,
  categories: paths.map((path, place) => ({ name: path, slug: path, path, parent: parents[place] ?? -1, count: 1 })),
  sources: [],
  columns: '',
  stamp: 'today',
};
const choice = (include: readonly string[], exclude: readonly string[] = []): ListQuery => ({
  ...everything,
  include,
  exclude,
});
const shown = (query: ListQuery) =>
  categoryStandings(index, query).flatMap(({ shown }, place) => (shown ? [paths[place]] : []));

describe('of a choice of categories', () => {
  test.each([
    ['nothing chosen shows all', choice([]), paths],
    ['a category shows what is below it', choice(['a']), ['a', 'a/b', 'a/b/c', 'a/d']],
    ['an exclusion alone shows the rest', choice([], ['a/b']), ['a', 'a/d', 'e']],
    ['the inner mark decides', choice(['a', 'a/b/c'], ['a/b']), ['a', 'a/b/c', 'a/d']],
    ['several are shown together', choice(['a/d', 'e']), ['a/d', 'e']],
  ])('%s', (_, query, expected) => {
    expect(shown(query)).toEqual(expected);
  });

  test('choosing adds, and takes in what was chosen below', () => {
    expect(withCategory(choice(['a/b', 'e']), 'a').include).toEqual(['a', 'e']);
  });

  test('choosing what is shown already changes nothing', () => {
    expect(withCategory(choice(['a']), 'a/b')).toEqual(choice(['a']));
  });

  test('choosing what was excluded shows it again', () => {
    expect(withCategory(choice(['a'], ['a/b']), 'a/b')).toEqual(choice(['a']));
    expect(shown(withCategory(choice(['a'], ['a/b']), 'a/b/c'))).toEqual(['a', 'a/b/c', 'a/d']);
  });

  test('leaving a part of a chosen category excludes that part', () => {
    expect(withoutCategory(choice(['a']), 'a/b')).toEqual(choice(['a'], ['a/b']));
    expect(withoutCategory(choice(['a', 'e']), 'e')).toEqual(choice(['a']));
    expect(withoutCategory(choice(['e']), 'e')).toEqual(choice([]));
  });

  test('excluding forgets every mark in it, and can be taken back', () => {
    const excluded = excludingCategory(choice(['a/b/c', 'e'], ['a/d']), 'a');
    expect(excluded).toEqual(choice(['e'], ['a']));
    expect(readmittingCategory(excluded, 'a')).toEqual(choice(['e']));
  });
});
