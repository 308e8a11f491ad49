// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { MoreStories } from '../../src/edition/row.ts';
import { createEditionStore } from '../../src/library/edition-store.ts';
import { ArticlePage } from '../../src/ui/article-page.tsx';
import { inventedArticle, inventedBody, inventedRow } from './invented.ts';
import { renderPage } from './render-page.tsx';

afterEach(cleanup);

const more: MoreStories = {
  copyCount: 2,
  copies: [{ id: 'twin', title: '同一件事', source: '海岸通讯', date: Date.UTC(2024, 4, 6, 2) }],
  related: [{ id: 'kin', title: '另一件事', source: null, date: null }],
};

const article = inventedArticle(inventedRow(3), inventedBody([]));

describe('below an article', () => {
  test('stand its copies and what is related, with whose they are and when they came', () => {
    renderPage(<ArticlePage page={{ ...article, more }} />);
    const aside = within(screen.getByRole('complementary', { name: '延伸阅读' }));
    expect(aside.getByRole('heading', { name: '另有 2 篇相同报道' })).toBeTruthy();
    expect(aside.getByRole('link', { name: '同一件事' }).getAttribute('href')).toContain('/a/twin/');
    expect(aside.getByText('海岸通讯')).toBeTruthy();
    expect(aside.getByText(/2024\s?年/)).toBeTruthy();
    expect(aside.getByRole('heading', { name: '相关报道' })).toBeTruthy();
    expect(aside.getByRole('link', { name: '另一件事' })).toBeTruthy();
  });

  test('stands nothing where there is nothing', () => {
    renderPage(<ArticlePage page={article} />);
    expect(screen.queryByRole('complementary', { name: '延伸阅读' })).toBeNull();
  });

  test('stands what the article’s own page says, where the app came by another way', async () => {
    const store = createEditionStore({ base: '/', timeZone: 'Asia/Shanghai', importModule: () => Promise.reject() });
    const loadMore = vi.fn(() => Promise.resolve(more));
    renderPage(<ArticlePage page={{ ...article, more: null }} />, { ...store, loadMore });
    expect(await screen.findByRole('link', { name: '另一件事' }, { timeout: 15_000 })).toBeTruthy();
    expect(loadMore).toHaveBeenCalledWith(article.row.id);
  });

  test('stands at once what has arrived before, so that an article one comes back to is as long as it was', () => {
    const store = createEditionStore({ base: '/', timeZone: 'Asia/Shanghai', importModule: () => Promise.reject() });
    const loadMore = vi.fn(() => new Promise<never>(() => {}));
    renderPage(<ArticlePage page={{ ...article, more: null }} />, { ...store, loadMore, more: () => more });
    expect(screen.getByRole('link', { name: '另一件事' })).toBeTruthy();
  });

  test('stands nothing where that page does not come', async () => {
    const store = createEditionStore({ base: '/', timeZone: 'Asia/Shanghai', importModule: () => Promise.reject() });
    const loadMore = vi.fn(() => Promise.reject(new Error('offline')));
    renderPage(<ArticlePage page={{ ...article, more: null }} />, { ...store, loadMore });
    await vi.waitFor(() => expect(loadMore).toHaveBeenCalled(), { timeout: 15_000 });
    expect(screen.queryByRole('complementary', { name: '延伸阅读' })).toBeNull();
  });
});
