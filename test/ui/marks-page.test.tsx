// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MarkList } from '../../src/edition/edition-data.ts';
import { lastAction } from '../../src/library/last-action.ts';
import { createMarkStore, type MarkStore, type StoredMark } from '../../src/library/marks.ts';
import { places } from '../../src/library/places.ts';
import { marksModule } from '../../src/ui/marks-loader.ts';
import { MarksPage } from '../../src/ui/marks-page.tsx';
import { createReader, ReaderProvider } from '../../src/ui/reader.tsx';
import { renderPage } from './render-page.tsx';

const DAY = Date.UTC(2026, 10, 20, 4);
const mark = (id: string, at: number): StoredMark => [id, at, DAY, 0, `题 ${id}`, '海岸通讯'];

beforeEach(async () => {
  localStorage.clear();
  places.update(() => []);
  lastAction.set(null);
  await marksModule.load();
});
afterEach(cleanup);

/** A store with these marks, the last marked last. */
function storeOf(data: { readonly read?: readonly StoredMark[]; readonly saved?: readonly StoredMark[] }): MarkStore {
  const store = createMarkStore();
  store.change(() => ({ read: [], saved: [], ...data }));
  return store;
}

/** The page as a reader with these marks has it, without an edition. */
function show(list: MarkList, store: MarkStore): void {
  const router = createMemoryRouter([{ path: '*', element: <MarksPage list={list} /> }], {
    basename: '/news/',
    initialEntries: ['/news/'],
  });
  render(
    <ReaderProvider value={createReader('/news/', null, null, null, store)}>
      <RouterProvider router={router} />
    </ReaderProvider>,
  );
}

const titles = () => screen.queryAllByRole('article').map((row) => row.querySelector('.marked-title')?.textContent);
const facts = (id: string) => document.querySelector(`#row-${id} + .row-meta`)?.textContent ?? '';
const ids = (marks: ReadonlyMap<string, unknown>) => [...marks.keys()];

describe('as printed', () => {
  test.each([
    ['saved', '收藏', '历史'],
    ['history', '历史', '收藏'],
  ] as const)('%s is headed by its name, and leads to the other', (list, own, other) => {
    renderPage(<MarksPage list={list} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(own);
    const link = document.querySelector('main .list-head a');
    expect(link?.textContent).toBe(other);
    expect(screen.queryAllByRole('article')).toEqual([]);
  });
});

describe('what was saved', () => {
  test('stands with the last first, and leads to its article below the base path', () => {
    show('saved', storeOf({ saved: [mark('a', DAY), mark('b', DAY + 1)] }));
    expect(titles()).toEqual(['题 b', '题 a']);
    expect(screen.getByRole('link', { name: '题 b' }).getAttribute('href')).toBe('/news/a/b/');
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('2 篇');
  });

  test('is unread until it was opened', () => {
    show('saved', storeOf({ saved: [mark('a', DAY), mark('b', DAY + 1)], read: [mark('a', DAY)] }));
    expect(facts('a')).not.toContain('未读');
    expect(facts('b')).toContain('未读');
  });

  test('is taken out and put back in its place', () => {
    const store = storeOf({ saved: [mark('a', DAY), mark('b', DAY + 1)] });
    show('saved', store);
    fireEvent.click(screen.getByRole('button', { name: '移除“题 b”' }));
    expect(ids(store.get().saved)).toEqual(['a']);
    expect(titles()).toEqual(['题 b', '题 a']);
    fireEvent.click(screen.getByRole('button', { name: '撤销移除“题 b”' }));
    expect(ids(store.get().saved)).toEqual(['a', 'b']);
  });

  test('and nothing else is there', () => {
    show('saved', storeOf({ read: [mark('a', DAY)] }));
    expect(titles()).toEqual([]);
    expect(screen.getByText('还没有收藏。')).toBeTruthy();
  });
});

describe('the history', () => {
  test('is parted by the days of reading', () => {
    show('history', storeOf({ read: [mark('a', DAY - 86_400_000), mark('b', DAY), mark('c', DAY + 1)] }));
    expect(titles()).toEqual(['题 c', '题 b', '题 a']);
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(2);
    expect(facts('c')).toMatch(/\d\d:\d\d 打开/);
  });

  test('is cleared at once, what was saved is not, and it comes back', () => {
    const store = storeOf({ read: [mark('a', DAY), mark('b', DAY + 1)], saved: [mark('a', DAY)] });
    show('history', store);
    fireEvent.click(screen.getByRole('button', { name: '清除历史' }));
    expect(titles()).toEqual([]);
    expect(ids(store.get().saved)).toEqual(['a']);
    fireEvent.click(screen.getByRole('button', { name: '撤销' }));
    expect(titles()).toEqual(['题 b', '题 a']);
  });
});
