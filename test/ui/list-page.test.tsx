// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { ListPage } from '../../src/ui/list-page.tsx';
import type { ListData } from '../../src/ui/loaded-page.ts';
import { inventedList, inventedRow } from './invented.ts';
import { renderPage } from './render-page.tsx';

afterEach(cleanup);

describe('a list', () => {
  test('says how many articles it has and where each stands among them', () => {
    renderPage(<ListPage page={inventedList({ total: 128 })} />);
    expect(screen.getByRole('status').textContent).toBe('全部 · 128 篇');
    const items = document.querySelectorAll('ol.rows > li > article');
    expect(items).toHaveLength(7);
    expect(items[2]?.getAttribute('aria-posinset')).toBe('3');
    expect(items[2]?.getAttribute('aria-setsize')).toBe('128');
  });

  test('names each article by its title and leads to it below the base path', () => {
    renderPage(<ListPage page={inventedList()} />);
    const article = screen.getByRole('article', { name: '第 2 号灯塔' });
    expect(within(article).getByRole('link').getAttribute('href')).toBe('/news/a/row2/');
  });

  test('puts the title before source, time and category', () => {
    renderPage(<ListPage page={inventedList()} />);
    expect(screen.getByRole('article', { name: '第 2 号灯塔' }).textContent).toBe(
      '第 2 号灯塔海岸通讯12:30海岸第 2 号灯塔今晚照常亮起。',
    );
  });

  test('opens each day with a heading in the day’s first item', () => {
    renderPage(<ListPage page={inventedList()} />);
    const headings = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
    expect(headings).toEqual(['11月20日 星期五', '11月19日 星期四', '11月18日 星期三']);
    expect(document.querySelector('ol.rows > li:nth-child(4) > article > h2')).not.toBeNull();
  });

  test('says the year only where it is another than the first', () => {
    const rows = [inventedRow(0), inventedRow(1, { date: Date.UTC(2025, 11, 31, 4) })];
    renderPage(<ListPage page={inventedList({ rows, total: 2 })} />);
    expect(screen.getAllByRole('heading', { level: 2 })[1]?.textContent).toBe('2025年12月31日 星期三');
  });

  test('gathers unknown dates below a heading of their own', () => {
    const rows = [inventedRow(0), inventedRow(1, { date: null })];
    renderPage(<ListPage page={inventedList({ rows, total: 2 })} />);
    expect(screen.getByRole('heading', { name: '日期不详' })).toBeTruthy();
  });

  test('turns into text where a cover fails', () => {
    const cover = { src: '/media/lamp.webp' };
    const rows = [inventedRow(0), inventedRow(1, { cover })];
    renderPage(<ListPage page={inventedList({ rows, total: 2 })} />);
    const picture = document.querySelector('img');
    expect(picture?.getAttribute('src')).toBe('/news/media/lamp.webp');
    expect(picture?.getAttribute('referrerpolicy')).toBe('no-referrer');
    if (picture) fireEvent.error(picture);
    expect(document.querySelector('img')).toBeNull();
  });

  test('keeps the lead story’s box where its cover fails', () => {
    const rows = [inventedRow(0, { cover: { src: 'https://img.example/lamp.jpg' } })];
    renderPage(<ListPage page={inventedList({ rows, total: 1 })} />);
    const picture = document.querySelector('img');
    if (picture) fireEvent.error(picture);
    expect(document.querySelector('.lead .thumbnail')?.tagName).toBe('SPAN');
  });

  test('leads with its newest article only on the front page, and only where that has a cover', () => {
    const covered = [inventedRow(0, { cover: { src: '/media/lamp.webp' } })];
    const leads = (page: ListData) => {
      cleanup();
      renderPage(<ListPage page={page} />);
      return document.querySelector('.lead') !== null;
    };
    expect(leads(inventedList({ rows: covered, total: 1 }))).toBe(true);
    expect(leads(inventedList())).toBe(false);
    expect(leads(inventedList({ rows: covered, total: 1, filter: { kind: 'source', slug: 'hai-an' } }))).toBe(false);
  });

  test('says so when it is empty', () => {
    renderPage(<ListPage page={inventedList({ rows: [], total: 0 })} />);
    expect(screen.getByText('这里还没有文章。')).toBeTruthy();
  });
});

describe('the tree of categories', () => {
  test('shows counts and leads to each list', () => {
    renderPage(<ListPage page={inventedList()} />);
    const tree = screen.getByRole('navigation', { name: '分类' });
    const links = within(tree).getAllByRole('link');
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['全部 7', '/news/'],
      ['海岸 5', '/news/c/hai/'],
      ['灯塔 3', '/news/c/hai/deng-ta/'],
      ['山地 2', '/news/c/shan/'],
    ]);
  });

  test('marks the list that is open', () => {
    const names = [
      { name: '海岸', slug: 'hai' },
      { name: '灯塔', slug: 'deng-ta' },
    ];
    renderPage(<ListPage page={inventedList({ filter: { kind: 'category', path: 'hai/deng-ta' }, names })} />);
    const current = document.querySelectorAll('[aria-current="page"]');
    expect([...current].map((link) => link.getAttribute('href'))).toEqual(['/news/c/hai/deng-ta/']);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('海岸 › 灯塔');
  });
});
