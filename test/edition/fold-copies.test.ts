import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Columns, decodeColumns, encodeColumns } from '../../src/edition/columns.ts';
import { foldCopies } from '../../src/edition/fold-copies.ts';

/** `stories[position]`: the first article of its story. */
function columnsOf(stories: readonly number[]): Columns {
  const zeros = stories.map(() => 0);
  const copies = stories.flatMap((first, copy) => (first === copy ? [] : [[copy, first] as const]));
  return decodeColumns(encodeColumns({ dates: zeros, categories: zeros, sources: zeros, copies }).buffer);
}

const rowsOf = (positions: readonly number[], columns: Columns) => {
  const { shown, copies } = foldCopies(Int32Array.from(positions), columns);
  return [...shown].map((position) => [position, ...(copies.get(position) ?? [])]);
};

describe('the rows of a list', () => {
  const columns = columnsOf([0, 1, 0, 3, 0, 1]);

  test('hold a story once, where the list meets it first', () => {
    expect(rowsOf([5, 4, 3, 2, 1, 0], columns)).toEqual([[5, 1], [4, 2, 0], [3]]);
    expect(rowsOf([0, 1, 2, 3, 4, 5], columns)).toEqual([[0, 2, 4], [1, 5], [3]]);
  });

  test('know only the copies that the list holds, even without the first', () => {
    expect(rowsOf([4, 3, 2], columns)).toEqual([[4, 2], [3]]);
    expect(rowsOf([2], columns)).toEqual([[2]]);
  });

  test('are the positions where nothing is repeated', () => {
    expect(rowsOf([2, 1, 0], columnsOf([0, 1, 2]))).toEqual([[2], [1], [0]]);
  });

  test('lose no article and show none twice', () => {
    const edition = fc.array(fc.nat(), { maxLength: 40 }).map((seeds) => {
      const stories: number[] = [];
      for (const [position, seed] of seeds.entries()) {
        const first = stories[seed % (position + 1)] ?? position;
        stories.push(first);
      }
      return stories;
    });
    fc.assert(
      fc.property(edition, fc.infiniteStream(fc.boolean()), (stories, coins) => {
        const positions = stories.flatMap((_, position) => (coins.next().value ? position : []));
        const rows = rowsOf(positions, columnsOf(stories));
        expect(rows.flat().toSorted((a, b) => a - b)).toEqual(positions);
        expect(new Set(rows.map(([position = -1]) => stories[position])).size).toBe(rows.length);
      }),
    );
  });
});
