import { describe, expect, test } from 'vitest';
import { decodeColumns, encodeColumns } from '../../src/edition/columns.ts';
import type { EditionIndex, ListFilter } from '../../src/edition/edition-data.ts';
import { filterPositions } from '../../src/edition/filter-positions.ts';

const index: EditionIndex = {
  count: 5,
  categories: [
    { name: 'A', slug: 'a', path: 'a', parent: -1, count: 4 },
    { name: 'B', slug: 'b', path: 'a/b', parent: 0, count: 3 },
    { name: 'C', slug: 'c', path: 'a/b/c', parent: 1, count: 1 },
    { name: 'A2', slug: 'a2', path: 'a2', parent: -1, count: 1 },
  ],
  sources: [{ name: 'S', slug: 's', count: 2 }],
  columns: '',
  stamp: 'today',
};
const columns = decodeColumns(
  encodeColumns({ dates: [null, 1, 2, 3, 4], categories: [1, 0, 3, 2, 1], sources: [0, -1, -1, 0, -1] }).buffer,
);

describe('filterPositions', () => {
  test.each<[string, ListFilter, number[]]>([
    ['everything', { kind: 'all' }, [4, 3, 2, 1, 0]],
    ['a category with what is below it', { kind: 'category', path: 'a' }, [4, 3, 1, 0]],
    ['an inner category', { kind: 'category', path: 'a/b' }, [4, 3, 0]],
    ['a category whose name begins like another', { kind: 'category', path: 'a2' }, [2]],
    ['an unknown category', { kind: 'category', path: 'x' }, []],
    ['a source, but not the articles without one', { kind: 'source', slug: 's' }, [3, 0]],
    ['an unknown source', { kind: 'source', slug: 'constructor' }, []],
  ])('gives %s, newest first', (_, filter, positions) => {
    expect([...filterPositions(columns, index, filter)]).toEqual(positions);
  });
});
