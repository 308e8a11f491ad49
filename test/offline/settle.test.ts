import { afterEach, describe, expect, test, vi } from 'vitest';
import { isOutdated, refreshTables, removeOutdated } from '../../src/offline/settle.ts';
import { memoryKeeper, ORIGIN } from './kept-fixtures.ts';

const at = (path: string) => `${ORIGIN}/news${path}`;

const tables = {
  edition: { columns: 'columns-new.bin' },
  names: new Map([[0, { sheets: ['s0', 's1'], packs: ['p0', 'p1', 'p2'] }]]),
  search: new Map([[0, { versions: 'aaaaaaaabbbbbbbb' }]]),
};

describe('a file of another edition', () => {
  test.each([
    ['/data/columns-old.bin', true],
    ['/data/columns-new.bin', false],
    ['/data/sheet-1-s1.json', false],
    ['/data/sheet-1-s0.json', true],
    ['/articles/2-p2.js', false],
    ['/articles/2-x.js', true],
    ['/data/shard-1-bbbbbbbb.bin', false],
    ['/data/shard-1-cccccccc.bin', true],
  ])('%s: %s', (path, outdated) => expect(isOutdated(at(path), tables)).toBe(outdated));

  test('one beyond the end of the edition', () => expect(isOutdated(at('/articles/7-x.js'), tables)).toBe(true));

  test('is none where no table speaks of it', () => {
    expect(isOutdated(at('/data/sheet-64-x.json'), tables)).toBe(false);
    expect(isOutdated(at('/data/sheet-1-x.json'), { edition: null, names: new Map(), search: new Map() })).toBe(false);
  });
});

describe('going over to an edition', () => {
  afterEach(() => vi.unstubAllGlobals());
  const serve = (files: Readonly<Record<string, () => Response>>) =>
    vi.stubGlobal('fetch', async (address: string) => {
      return files[address.slice(at('').length)]?.() ?? new Response('', { status: 404 });
    });
  const edition = (columns: string) => Response.json({ columns });

  function keeperOfYesterday() {
    const { keeper, entriesOf } = memoryKeeper();
    const [kept, data] = [entriesOf(keeper.names.tables), entriesOf(keeper.names.data)];
    kept.set(at('/data/edition.json'), edition('columns-old.bin'));
    kept.set(at('/data/names-0.json'), Response.json({ sheets: ['s0', 'old'], packs: ['p0'] }));
    kept.set(at('/data/names-1.json'), Response.json({ sheets: ['s64'], packs: ['p256'] }));
    for (const file of ['columns-old.bin', 'sheet-0-s0.json', 'sheet-1-old.json'])
      data.set(at(`/data/${file}`), new Response(file));
    entriesOf(keeper.names.packs).set(at('/articles/0-p0.js'), new Response('0'));
    return { keeper, kept, data };
  }

  test('replaces all tables, fetches the columns, and removes what is of the old one only', async () => {
    const { keeper, kept, data } = keeperOfYesterday();
    serve({
      '/data/edition.json': () => edition('columns-new.bin'),
      '/data/columns-new.bin': () => new Response('columns'),
      '/data/names-0.json': () => Response.json({ sheets: ['s0', 's1'], packs: ['p0'] }),
    });
    await refreshTables(keeper);
    await removeOutdated(keeper);
    expect([...kept.keys()]).toEqual([at('/data/edition.json'), at('/data/names-0.json')]);
    expect([...data.keys()]).toEqual([at('/data/sheet-0-s0.json'), at('/data/columns-new.bin')]);
  });

  test.each([
    ['the columns', { '/data/edition.json': () => edition('columns-new.bin') }],
    [
      'a table',
      {
        '/data/edition.json': () => edition('columns-old.bin'),
        '/data/names-0.json': () => new Response('<p>', { headers: { 'content-type': 'text/html' } }),
      },
    ],
  ])('leaves everything as it was where %s can’t be had', async (_, files) => {
    const { keeper, kept } = keeperOfYesterday();
    serve(files as Readonly<Record<string, () => Response>>);
    await expect(refreshTables(keeper)).rejects.toBeDefined();
    expect(kept.size).toBe(3);
    expect(await kept.get(at('/data/edition.json'))?.json()).toEqual({ columns: 'columns-old.bin' });
  });
});
