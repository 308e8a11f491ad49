// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { pageDataScript } from '../../src/edition/page-data-script.ts';
import { createEditionStore } from '../../src/library/edition-store.ts';
import { createMarkedFinder } from '../../src/library/find-marked.ts';
import { inventedArticleData, inventedRow } from '../ui/invented.ts';

afterEach(() => vi.unstubAllGlobals());

/** What a host answers, by path; what is not named is not there. */
function serve(pages: Readonly<Record<string, string | Error>>): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string, { method = 'GET' }: RequestInit = {}) => {
    asked.push(`${method} ${address}`);
    const page = pages[address];
    if (page instanceof Error) throw page;
    return new Response(method === 'HEAD' ? null : (page ?? ''), { status: page === undefined ? 404 : 200 });
  });
  return asked;
}

const store = () => createEditionStore({ base: '/news/', timeZone: 'UTC', importModule: () => Promise.reject() });
const titled = (...ids: readonly string[]) => ids.map((id) => ({ id, title: '灯塔' }));

describe('a marked article', () => {
  test('is there or has left the edition; its page is asked without its text, once', async () => {
    const asked = serve({ '/news/a/row1/': 'x' });
    const finder = createMarkedFinder(store(), '/news/');
    finder.look(titled('row1', 'gone'));
    await vi.waitFor(() => expect(finder.answers()).toBe(2));
    expect(finder.found('row1')).toEqual({ kind: 'there', row: null });
    expect(finder.found('gone')).toEqual({ kind: 'gone' });
    finder.look(titled('row1', 'gone'));
    expect(asked).toEqual(['HEAD /news/a/row1/', 'HEAD /news/a/gone/']);
  });

  test('is known without asking where its row has arrived', () => {
    const asked = serve({});
    const known = store();
    known.keepRows([inventedRow(1)], [7]);
    const finder = createMarkedFinder(known, '/news/');
    finder.look(titled('row1'));
    expect(finder.found('row1')).toEqual({ kind: 'there', row: inventedRow(1) });
    expect(asked).toEqual([]);
  });

  test('whose mark has no title brings its row along', async () => {
    serve({ '/news/a/row1/': pageDataScript(inventedArticleData(inventedRow(1))) });
    const known = store();
    const finder = createMarkedFinder(known, '/news/');
    finder.look([
      { id: 'row1', title: '' },
      { id: 'gone', title: '' },
    ]);
    await vi.waitFor(() => expect(finder.found('gone')).toEqual({ kind: 'gone' }));
    expect(finder.found('row1')).toEqual({ kind: 'there', row: inventedRow(1) });
    expect(known.positionOf('row1')).toBe(4);
  });

  test('is nothing one knows of where nobody answers, and is asked for again', async () => {
    const pages: Record<string, string | Error> = { '/news/a/row1/': new TypeError('no network') };
    const asked = serve(pages);
    const finder = createMarkedFinder(store(), '/news/');
    finder.look(titled('row1'));
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(finder.found('row1')).toBeNull();
    pages['/news/a/row1/'] = 'x';
    await vi.waitFor(() => {
      finder.look(titled('row1'));
      expect(finder.found('row1')).toEqual({ kind: 'there', row: null });
    });
  });

  test('of many, those on screen are asked for; what has been scrolled past is not', async () => {
    const asked = serve({});
    const finder = createMarkedFinder(store(), '/news/');
    const ids = Array.from({ length: 100 }, (_, number) => `m${number}`);
    finder.look(titled(...ids));
    finder.look(titled('last'));
    await vi.waitFor(() => expect(finder.found('last')).toEqual({ kind: 'gone' }));
    expect(asked.length).toBeLessThan(10);
  });
});
