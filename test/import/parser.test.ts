import { describe, expect, test } from 'vitest';
import { openParser } from '../../src/import/parser.ts';
import { item, rss } from './feed-case.ts';

/** A library looks through it again from every bracket. */
const ENDLESS = rss(`<item><title>x</title><author>${'('.repeat(400_000)}</author></item>`);

describe('a parser', () => {
  test('reads on after a text that would take it hours', async () => {
    const parser = openParser(1500);
    const [stopped] = await parser.feeds([ENDLESS]);
    expect(stopped).toEqual({ ok: false, reason: 'it takes too long to read', isStopped: true });
    const [read] = await parser.feeds([rss(item('One', 'one'))]);
    expect(read).toMatchObject({ ok: true, value: { format: 'rss' } });
    await parser.close();
  });

  test('answers in order, whoever asks meanwhile', async () => {
    const parser = openParser();
    const titles = await Promise.all(
      ['a', 'b', 'c'].map(async (title) => {
        const [answer] = await parser.feeds([rss(item(title, title))]);
        return answer?.ok && answer.value.format === 'rss' ? answer.value.feed.items?.[0]?.title : null;
      }),
    );
    expect(titles).toEqual(['a', 'b', 'c']);
    await parser.close();
  });

  test.each([
    ['tags inside each other', `<rss version="2.0"><channel><item>${'<a>'.repeat(200_000)}</item></channel></rss>`],
    ['tags without an end', '<rss version="2.0"><channel><item><title>'.repeat(50_000)],
    ['sections without an end', rss(`<item><title>${'<![CDATA['.repeat(100_000)}</title></item>`)],
    ['comments without an end', rss(`<item><title>${'<!--'.repeat(100_000)}</title></item>`)],
    ['attributes', rss(`<item ${'a="1" '.repeat(100_000)}></item>`)],
    ['entities', rss(item('&x;'.repeat(100_000), 'x'))],
    ['declarations', `<!DOCTYPE rss [${'<!ENTITY a "b">'.repeat(50_000)}]>${rss(item('One', 'one'))}`],
    [
      'namespaces',
      `<rss version="2.0" ${Array.from({ length: 20_000 }, (_, at) => `xmlns:n${at}="u"`).join(' ')}></rss>`,
    ],
  ])('comes to an end with many %s', async (_, text) => {
    const parser = openParser();
    const [answer] = await parser.feeds([text]);
    expect(answer).not.toMatchObject({ isStopped: true });
    await parser.close();
  });
});
