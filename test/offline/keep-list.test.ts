import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { decodeColumns, encodeColumns } from '../../src/edition/columns.ts';
import { pageDataScript } from '../../src/edition/page-data-script.ts';
import type { Edition } from '../../src/library/edition-store.ts';
import { estimateList, keepList, type ListProgress, type ListWork } from '../../src/offline/keep-list.ts';
import type { KeptList } from '../../src/offline/offline-settings.ts';
import { inventedArticleData, inventedRow } from '../ui/invented.ts';
import { keptArticle, memoryKeeper, ORIGIN } from './kept-fixtures.ts';

const COUNT = 20;
const rows = Array.from({ length: COUNT }, (_, position) => inventedRow(position));
const list: KeptList = {
  ...{ filter: { kind: 'all' }, path: '/', name: '全部', pictures: false, state: 'running' },
  ...{ done: 0, total: COUNT, failed: 0, edition: null },
};
const page = (position: number) => {
  const data = inventedArticleData(rows[position] ?? inventedRow(position));
  const picture = '<article><img src="https://far.example/p.png"></article>';
  return new Response(picture + pageDataScript(data), { headers: { 'content-type': 'text/html' } });
};
const addressOf = (position: number) => `${ORIGIN}/news/a/${rows[position]?.id}/`;

function edition(): Edition {
  const columns = decodeColumns(
    encodeColumns({
      dates: rows.map((row) => row.date),
      categories: rows.map(() => 0),
      sources: rows.map(() => -1),
    }).buffer,
  );
  const index = { count: COUNT, categories: [], sources: [], columns: '', stamp: 'today' };
  return { index, columns, days: new Int32Array(COUNT) };
}

let asked: string[] = [];
let answer: (position: number) => Response | Promise<Response> = page;

beforeEach(() => {
  asked = [];
  answer = page;
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    return answer(rows.findIndex((_, position) => addressOf(position) === address));
  });
});
afterEach(() => vi.unstubAllGlobals());

function workOn(keeper: ReturnType<typeof memoryKeeper>['keeper'], more: Partial<ListWork> = {}) {
  const progress: ListProgress[] = [];
  const today = edition();
  const work: ListWork = {
    keeper,
    editions: { loadEdition: async () => today, loadRow: async (position) => rows[position] ?? inventedRow(position) },
    isWanted: () => true,
    onProgress: (step) => progress.push(step),
    keepPictures: null,
    ...more,
  };
  return { work, progress };
}

describe('a list', () => {
  test('is kept whole, the newest first, each article once', async () => {
    const { keeper, records } = memoryKeeper();
    const { work, progress } = workOn(keeper);
    expect(await keepList(list, work)).toEqual({ kind: 'done', edition: 'today' });
    expect(asked.toSorted()).toEqual(rows.map((_, position) => addressOf(position)).toSorted());
    expect(asked[0]).toBe(addressOf(COUNT - 1));
    expect(progress.at(-1)).toEqual({ done: COUNT, total: COUNT, failed: 0 });
    expect([...records.values()].every(({ lists, opened }) => lists.includes('/') && !opened)).toBe(true);
  });

  test('that is stopped goes on where it was', async () => {
    const { keeper, records } = memoryKeeper();
    let left = 7;
    const stopped = workOn(keeper, { isWanted: () => left-- > 0 });
    expect(await keepList(list, stopped.work)).toEqual({ kind: 'stopped' });
    const kept = records.size;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(COUNT);
    asked = [];
    expect((await keepList(list, workOn(keeper).work)).kind).toBe('done');
    expect(asked).toHaveLength(COUNT - kept);
  });

  test('waits where there is no network', async () => {
    const { keeper } = memoryKeeper();
    answer = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await keepList(list, workOn(keeper).work)).toEqual({ kind: 'waiting' });
    expect(asked.length).toBeLessThan(4);
  });

  test('goes on beyond an article that is gone, and says that it lacks one', async () => {
    const { keeper, ids } = memoryKeeper();
    answer = (position) => (position === 5 ? new Response('', { status: 404 }) : page(position));
    const { work, progress } = workOn(keeper);
    expect((await keepList(list, work)).kind).toBe('done');
    expect(progress.at(-1)).toEqual({ done: COUNT - 1, total: COUNT, failed: 1 });
    expect(ids()).not.toContain(rows[5]?.id);
  });

  test('stops at the limit, after what was merely opened has made room', async () => {
    const { keeper, ids } = memoryKeeper([keptArticle('opened', { bytes: 500 })]);
    await keeper.store.setLimit(2000);
    expect(await keepList(list, workOn(keeper).work)).toEqual({ kind: 'full' });
    expect(ids()).not.toContain('opened');
    expect(asked.length).toBeLessThan(COUNT);
  });

  test('asks for pictures only where they are wanted', async () => {
    const { keeper } = memoryKeeper();
    const pictures: string[] = [];
    const keepPictures = async (id: string, addresses: readonly string[]) =>
      void pictures.push(`${id} ${addresses.join(' ')}`);
    await keepList(list, workOn(keeper, { keepPictures }).work);
    expect(pictures).toHaveLength(COUNT);
    expect(pictures).toContain(`${rows[3]?.id} https://far.example/p.png`);
  });
});

test('an estimate is made of a few articles from all of the list, for those that are missing', async () => {
  const { keeper } = memoryKeeper([keptArticle(rows[0]?.id ?? '', { lists: ['/'] })]);
  const { work } = workOn(keeper);
  const estimate = await estimateList(list, work);
  expect(asked).toHaveLength(4);
  expect(estimate).toMatchObject({ missing: COUNT - 1, total: COUNT, pictures: COUNT - 1 });
  const size = (await page(0).blob()).size;
  expect(Math.abs(estimate.bytes / (COUNT - 1) - size)).toBeLessThan(20);
});
