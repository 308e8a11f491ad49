// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import { decodeColumns, encodeColumns } from '../../src/edition/columns.ts';
import type { Row } from '../../src/edition/row.ts';
import { createEditionStore, type Edition } from '../../src/library/edition-store.ts';
import { createMarkStore } from '../../src/library/marks.ts';
import { ownPositions } from '../../src/library/own-positions.ts';
import { inventedRow } from '../ui/invented.ts';

beforeEach(() => localStorage.clear());

describe('marks', () => {
  test('outlive the page', () => {
    createMarkStore().setRead(inventedRow(1), 4);
    createMarkStore().setSaved(inventedRow(2), 5, true);
    const { read, saved } = createMarkStore().get();
    expect([...read.keys()]).toEqual(['row1']);
    expect(saved.get('row2')).toMatchObject({ position: 5, date: inventedRow(2).date });
  });

  test('keep what an article is called: whole characters of what is long', () => {
    const marks = createMarkStore();
    const row = inventedRow(1, { title: `${'长'.repeat(119)}🗼🗼`, source: null });
    marks.setSaved(row, 1, true);
    marks.setRead(inventedRow(2), 2);
    expect(marks.get().saved.get('row1')).toMatchObject({ title: `${'长'.repeat(119)}…`, source: '' });
    expect(marks.get().read.get('row2')).toMatchObject({ title: '第 2 号灯塔', source: '海岸通讯' });
  });

  test('of a program that kept no titles are read, and stay as they are', () => {
    localStorage.setItem('broadsheet.marks', '{"version":1,"data":{"read":[],"saved":[["old",5,null,2]]}}');
    const marks = createMarkStore();
    expect(marks.get().saved.get('old')).toEqual({ at: 5, date: null, position: 2, title: '', source: '' });
    marks.setSaved(inventedRow(1), 1, true);
    expect(createMarkStore().get().saved.get('old')?.at).toBe(5);
  });

  test('are one an article, the last at the end, and can be taken back', () => {
    const marks = createMarkStore();
    for (const number of [1, 2, 1]) marks.setSaved(inventedRow(number), number, true);
    expect([...marks.get().saved.keys()]).toEqual(['row2', 'row1']);
    marks.setSaved(inventedRow(2), 2, false);
    expect([...marks.get().saved.keys()]).toEqual(['row1']);
  });

  test('give the same object until they change', () => {
    const marks = createMarkStore();
    const before = marks.get();
    expect(marks.get()).toBe(before);
    marks.setRead(inventedRow(1), 1);
    expect(marks.get()).not.toBe(before);
  });

  test.each([
    '{"version":1,"data":{"read":"x","saved":[["a"],[1,2,3,4],null,["a",1e300,null,1],["a",1,null,1,{}]]}}',
    '[]',
    'null',
    '{',
  ])('are none where what is stored is %s', (stored) => {
    localStorage.setItem('broadsheet.marks', stored);
    const { read, saved } = createMarkStore().get();
    expect([read.size, saved.size]).toEqual([0, 0]);
  });
});

const MINUTE = 60_000;
const none = { read: new Map(), saved: new Map() };
const mark = (date: number | null, position: number) => ({ at: 0, date, position, title: '', source: '' });

/** An edition whose articles have these dates, in minutes. */
function editionOf(minutes: readonly (number | null)[]): Edition {
  const dates = minutes.map((minute) => (minute === null ? null : minute * MINUTE));
  const columns = decodeColumns(
    encodeColumns({ dates, categories: dates.map(() => 0), sources: dates.map(() => -1) }).buffer,
  );
  return {
    index: { count: dates.length, categories: [], sources: [], columns: '', stamp: 'today' },
    columns,
    days: new Int32Array(),
  };
}

const newStore = () => createEditionStore({ base: '/', timeZone: 'UTC', importModule: () => Promise.reject() });
const known = (row: Row, position: number) => {
  const store = newStore();
  store.keepRows([row], [position]);
  return store;
};

describe('where marked articles stand', () => {
  const edition = editionOf([null, null, 10, 20, 20, 20, 30]);
  const found = (id: string, date: number | null, position: number, store = newStore()) => [
    ...ownPositions({ ...none, read: new Map([[id, mark(date, position)]]) }, [], edition, store).read,
  ];

  test('is known of rows that have arrived', () => {
    expect(found('row1', 99 * MINUTE, 0, known(inventedRow(1), 6))).toEqual([6]);
  });

  test('is told by their minute, though others came before them', () => {
    expect(found('x', 10 * MINUTE + 59_000, 0)).toEqual([2]);
    expect(found('x', 30 * MINUTE, 3)).toEqual([6]);
  });

  test('is told by where they stood, where several share a minute', () => {
    expect(found('x', 20 * MINUTE, 4)).toEqual([4]);
    expect(found('x', 20 * MINUTE, 0)).toEqual([3]);
    expect(found('x', 20 * MINUTE, 4, known(inventedRow(1), 4))).toEqual([3]);
    expect(found('x', null, 1)).toEqual([1]);
  });

  test('is nowhere once they are gone', () => {
    expect(found('x', 15 * MINUTE, 3)).toEqual([]);
  });
});
