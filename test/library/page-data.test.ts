import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PageData } from '../../src/edition/edition-data.ts';
import { pageDataScript } from '../../src/edition/page-data-script.ts';
import { extractPageData, fetchPageData } from '../../src/library/page-data.ts';

const about: PageData = { kind: 'about', count: 3, sources: [{ name: '</script><b>', slug: 'b', count: 3 }] };

afterEach(() => vi.unstubAllGlobals());

describe('extractPageData', () => {
  test('gives back what a page carries, whatever the names in it', () => {
    expect(extractPageData(`<!doctype html><p>x</p>${pageDataScript(about)}</body>`)).toEqual(about);
  });

  test('refuses a page without data', () => {
    expect(() => extractPageData('<!doctype html><p>x</p>')).toThrow('The page carries no data.');
  });

  test('refuses a page that was cut off', () => {
    expect(() => extractPageData(pageDataScript(about).slice(0, -3))).toThrow('The page carries no data.');
  });
});

describe('fetchPageData', () => {
  test('takes a page that isn’t there for "not found"', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
    expect(await fetchPageData('/a/x/')).toEqual({ kind: 'not-found' });
  });

  test('throws where the server fails', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 503 }));
    await expect(fetchPageData('/a/x/')).rejects.toThrow('/a/x/: 503');
  });
});
