// @vitest-environment jsdom
import type { LoaderFunctionArgs } from 'react-router';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { rehearseRoute } from '../../src/ui/rehearse-route.ts';

afterEach(() => vi.restoreAllMocks());

describe('a way that is rehearsed', () => {
  test('is gone by its loader, and leaves address and history as they are', async () => {
    window.history.replaceState({ key: 'here', idx: 3 }, '', '/news/?q=fog');
    const length = window.history.length;
    const changes = [vi.spyOn(window.history, 'pushState'), vi.spyOn(window.history, 'replaceState')];
    const listens = vi.spyOn(window, 'addEventListener');
    const seen: string[] = [];
    const article = ({ params, request }: LoaderFunctionArgs) => {
      seen.push(`${params.id} ${new URL(request.url).pathname}`);
      return null;
    };
    const home = vi.fn(() => null);
    const routes = [
      { id: 'home', path: '/', loader: home },
      { id: 'article', path: 'a/:id', loader: article },
    ];

    await rehearseRoute('/a/lighthouse/', { routes, base: '/news/', loaderData: { home: 'a list' } });

    expect(seen).toEqual(['lighthouse /news/a/lighthouse/']);
    expect(home).not.toHaveBeenCalled();
    for (const change of changes) expect(change).not.toHaveBeenCalled();
    expect(listens).not.toHaveBeenCalled();
    expect(window.location.href).toMatch(/\/news\/\?q=fog$/);
    expect(window.history.length).toBe(length);
    expect(window.history.state).toEqual({ key: 'here', idx: 3 });
  });

  test('is gone also where the data of the page that is open is not known', async () => {
    window.history.replaceState({ idx: 0 }, '', '/');
    const article = vi.fn(() => null);
    const routes = [
      { id: 'home', path: '/', loader: () => 'a list' },
      { id: 'article', path: 'a/:id', loader: article },
    ];
    await rehearseRoute('/a/fog/', { routes, base: '/', loaderData: {} });
    expect(article).toHaveBeenCalledOnce();
    expect(window.location.pathname).toBe('/');
  });

  test('ends quietly where a loader fails', async () => {
    window.history.replaceState({ idx: 0 }, '', '/');
    const fail = () => Promise.reject(new Error('no text'));
    const routes = [
      { id: 'home', path: '/', loader: () => null },
      { id: 'article', path: 'a/:id', loader: fail },
    ];
    await rehearseRoute('/a/fog/', { routes, base: '/', loaderData: { home: 1 } });
    expect(window.location.pathname).toBe('/');
  });
});
