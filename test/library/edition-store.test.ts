import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { encodeColumns } from '../../src/edition/columns.ts';
import type { EditionIndex, PackEntry } from '../../src/edition/edition-data.ts';
import type { FileNames } from '../../src/edition/file-names.ts';
import { pageDataScript } from '../../src/edition/page-data-script.ts';
import { createEditionStore } from '../../src/library/edition-store.ts';
import { loadList } from '../../src/library/load-list.ts';
import { lookUpArticle } from '../../src/library/row-lookup.ts';
import { inventedArticleData, inventedList, inventedRow } from '../ui/invented.ts';

const count = 40;
const rows = Array.from({ length: count }, (_, position) => inventedRow(position));
const index: EditionIndex = {
  count,
  categories: [
    { name: '海岸', slug: 'hai', path: 'hai', parent: -1, count: 20 },
    { name: '山地', slug: 'shan', path: 'shan', parent: -1, count: 20 },
  ],
  sources: [{ name: '海岸通讯', slug: 'hai-an', count }],
  columns: 'columns.bin',
  stamp: 'today',
};
const names: FileNames = { sheets: ['s', 't'], packs: ['a', 'b', 'c', 'd', 'e'] };
const columns = encodeColumns({
  dates: rows.map((row) => row.date),
  categories: rows.map((_, position) => position % 2),
  sources: rows.map(() => 0),
});

const files = new Map<string, () => Response>();
const asked: string[] = [];

beforeEach(() => {
  asked.length = 0;
  files.clear();
  files.set('/news/data/edition.json', () => Response.json(index));
  files.set('/news/data/columns.bin', () => new Response(columns));
  files.set('/news/data/names-0.json', () => Response.json(names));
  files.set('/news/data/sheet-0-s.json', () => Response.json(rows.slice(0, 32)));
  files.set('/news/data/sheet-1-t.json', () => Response.json(rows.slice(32)));
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    return files.get(address)?.() ?? new Response('', { status: 404 });
  });
});

afterEach(() => vi.unstubAllGlobals());

const pack: readonly PackEntry[] = [
  { id: 'row9', file: 'a.html', format: 'html', text: '<p>x</p>', bodyStart: 0, references: {} },
];

function newStore(importModule: (address: string) => Promise<unknown> = async () => ({ default: pack })) {
  return createEditionStore({ base: '/news/', timeZone: 'Asia/Shanghai', importModule });
}

describe('the store', () => {
  test('loads each file once, however often it is asked', async () => {
    const store = newStore();
    await Promise.all([store.loadRow(3), store.loadRow(7), store.loadEdition(), store.loadRow(35)]);
    expect(asked.toSorted()).toEqual([
      '/news/data/columns.bin',
      '/news/data/edition.json',
      '/news/data/names-0.json',
      '/news/data/sheet-0-s.json',
      '/news/data/sheet-1-t.json',
    ]);
    expect(store.row(7)?.id).toBe('row7');
    expect(store.positionOf('row35')).toBe(35);
  });

  test('tells its listeners of every arrival', async () => {
    const store = newStore();
    const heard = vi.fn();
    const leave = store.subscribe(heard);
    await store.loadRow(3);
    expect(heard).toHaveBeenCalledTimes(2);
    expect(store.arrivals()).toBe(2);
    leave();
    await store.loadRow(35);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  test('tries again after a failure', async () => {
    const store = newStore();
    files.delete('/news/data/sheet-1-t.json');
    await expect(store.loadRow(35)).rejects.toThrow('sheet-1-t.json: 404');
    files.set('/news/data/sheet-1-t.json', () => Response.json(rows.slice(32)));
    expect((await store.loadRow(35)).id).toBe('row35');
  });

  test('asks for a module by another address after a failure, because browsers remember the first', async () => {
    const addresses: string[] = [];
    const store = newStore(async (address) => {
      addresses.push(address);
      if (addresses.length === 1) throw new Error('offline');
      return { default: pack };
    });
    await expect(store.loadPack(9)).rejects.toThrow('offline');
    expect(await store.loadPack(9)).toBe(pack);
    expect(addresses).toEqual(['/news/articles/1-b.js', '/news/articles/1-b.js?retry=1']);
  });

  test('refuses positions the edition doesn’t have', async () => {
    await expect(newStore().loadRow(4000)).rejects.toThrow('names-1.json: 404');
  });
});

describe('while a newer edition is published', () => {
  test('a file that is gone is looked up anew', async () => {
    const store = newStore();
    files.delete('/news/data/sheet-1-t.json');
    await expect(store.loadRow(35)).rejects.toThrow('404');
    files.set('/news/data/names-0.json', () => Response.json({ ...names, sheets: ['s', 'u'] }));
    files.set('/news/data/sheet-1-u.json', () => Response.json(rows.slice(32)));
    expect((await store.loadRow(35)).id).toBe('row35');
  });

  test('rows of other articles are refused', async () => {
    files.set('/news/data/sheet-0-s.json', () => Response.json(rows.slice(4, 36)));
    const store = newStore();
    await expect(store.loadRow(3)).rejects.toThrow('There is a newer edition.');
    expect(store.row(3)).toBeNull();
  });
});

test('a pack needs one table of names and nothing else', async () => {
  await newStore().loadPack(9);
  expect(asked).toEqual(['/news/data/names-0.json']);
});

describe('lookUpArticle', () => {
  test('puts a page together from rows that have arrived', async () => {
    const store = newStore();
    await store.loadRow(31);
    const page = await lookUpArticle(store, 'row31');
    expect(page).toMatchObject({ kind: 'article', position: 31, newer: { id: 'row32' }, older: { id: 'row30' } });
    expect(asked).not.toContain('/news/a/row31/');
  });

  test('has nothing newer than the newest', async () => {
    const store = newStore();
    await store.loadRow(39);
    expect(await lookUpArticle(store, 'row39')).toMatchObject({ newer: null, older: { id: 'row38' } });
  });

  test('asks the article’s own page where its row has not arrived', async () => {
    const data = inventedArticleData(rows[4] ?? inventedRow(4));
    files.set('/news/a/row4/', () => new Response(pageDataScript(data)));
    expect(await lookUpArticle(newStore(), 'row4')).toEqual(data);
  });

  test('asks the article’s own page where a neighbour’s sheet is gone', async () => {
    const store = newStore();
    await store.loadRow(31);
    files.delete('/news/data/sheet-1-t.json');
    const data = inventedArticleData(rows[31] ?? inventedRow(31));
    files.set('/news/a/row31/', () => new Response(pageDataScript(data)));
    expect(await lookUpArticle(store, 'row31')).toEqual(data);
  });

  test('finds nothing where there is nothing', async () => {
    expect(await lookUpArticle(newStore(), 'nobody')).toEqual({ kind: 'not-found' });
  });
});

describe('loadList', () => {
  test('takes the list’s own page until the edition has arrived', async () => {
    const page = inventedList();
    files.set('/news/', () => new Response(pageDataScript(page)));
    expect(await loadList(newStore(), { kind: 'all' })).toEqual(page);
  });

  test('needs no request where its first rows have arrived', async () => {
    const store = newStore();
    await Promise.all([store.loadRow(3), store.loadRow(35)]);
    asked.length = 0;
    const page = await loadList(store, { kind: 'category', path: 'hai' });
    expect(page).toMatchObject({ kind: 'list', total: 20, names: [{ name: '海岸', slug: 'hai' }] });
    expect(page.kind === 'list' && page.rows.map((row) => row.id).slice(0, 3)).toEqual(['row38', 'row36', 'row34']);
    expect(asked).toEqual([]);
  });

  test('still has the whole list where its page can’t be loaded', async () => {
    const store = newStore();
    await store.loadEdition();
    files.set('/news/c/shan/', () => new Response('', { status: 503 }));
    expect(await loadList(store, { kind: 'category', path: 'shan' })).toMatchObject({ total: 20, rows: [] });
  });

  test('leaves an unknown category to the server', async () => {
    const store = newStore();
    await store.loadEdition();
    expect(await loadList(store, { kind: 'category', path: '__proto__' })).toEqual({ kind: 'not-found' });
  });
});
