import { describe, expect, test } from 'vitest';
import { pageDataScript } from '../../src/edition/page-data-script.ts';
import { keptPage } from '../../src/offline/kept-page.ts';
import { inventedArticleData, inventedRow } from '../ui/invented.ts';

const data = inventedArticleData(inventedRow(7));
const id = data.row.id;
const html = (body: string) => new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8' } });
const article = () => html(`<h1>x</h1>${pageDataScript(data)}`);

describe('a page that is kept', () => {
  test('is the same, says where it came from, and how large it is', async () => {
    const page = await keptPage(article(), id);
    expect(page?.response.headers.get('server-timing')).toBe('kept');
    expect(page?.article).toEqual(data);
    const text = await page?.response.text();
    expect(text).toBe(await article().text());
    expect(page?.bytes).toBe(new TextEncoder().encode(text).length);
  });

  test('has the headers it came with, but for those of the way it came', async () => {
    const headers = { 'content-type': 'text/html', 'content-security-policy': 'x', 'content-encoding': 'br' };
    const page = await keptPage(new Response('', { headers }), null);
    expect(page?.response.headers.get('content-security-policy')).toBe('x');
    expect(page?.response.headers.has('content-encoding')).toBe(false);
  });
});

describe('is no page that can be kept:', () => {
  test('an error', async () => {
    expect(
      await keptPage(new Response('', { status: 404, headers: { 'content-type': 'text/html' } }), null),
    ).toBeNull();
  });

  test('another file', async () => expect(await keptPage(Response.json({}), null)).toBeNull());

  test.each([
    ['without data', () => html('<h1>Sign in to the hotel’s network</h1>')],
    ['of another article', () => html(pageDataScript(inventedArticleData(inventedRow(8))))],
    ['of no article', () => html(pageDataScript({ kind: 'not-found' }))],
  ])('one in an article’s place that is %s', async (_, response) => {
    expect(await keptPage(response(), id)).toBeNull();
  });
});
