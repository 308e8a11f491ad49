import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { openParser } from '../../src/import/parser.ts';
import { pngOf, temporaryFolder, writeFiles } from '../build/temporary-folder.ts';
import { item, rss } from './feed-case.ts';
import { articlesIn, bytesIn, filesIn, importInto } from './import-into.ts';
import { type Answering, localServer } from './local-server.ts';

const parser = openParser();
afterAll(() => parser.close());

/** A feed whose pictures lie on a server of this machine. */
async function illustrated(
  html: (address: string) => string,
  answer: Answering,
  more: (address: string) => string = () => '',
) {
  const { address, asked } = await localServer(answer);
  const text = `<description><![CDATA[${html(address)}]]></description>${more(address)}`;
  const file = join(writeFiles(temporaryFolder(), { 'feed.xml': rss(item('One', 'one', text)) }), 'feed.xml');
  const folder = temporaryFolder();
  const run = (pictures: boolean) => importInto(folder, [file], { parser, pictures });
  return { folder, asked, run, pictures: () => filesIn(folder).filter((name) => name.includes('/pictures/')) };
}

const picture: Answering = ({ url = '' }, response) => {
  if (url.startsWith('/gone')) response.writeHead(404).end();
  else if (url.startsWith('/page')) response.writeHead(200, { 'Content-Type': 'image/png' }).end('<html>Log in</html>');
  else if (url.startsWith('/drawing'))
    response.end('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>');
  else if (url.startsWith('/vast')) response.end(pngOf(60_000, 60_000));
  else if (url.startsWith('/heavy')) response.writeHead(200, { 'Content-Length': String(2 ** 30) }).write(pngOf(9, 9));
  else response.end(pngOf(Number(/\d+/.exec(url)?.[0] ?? 300), 200));
};

describe('pictures', () => {
  test('stay where they are, unless they are asked for', async () => {
    const { run, asked, folder } = await illustrated((at) => `<p>x</p><img src="${at}/300.png">`, picture);
    expect((await run(false)).pictures).toBe(0);
    expect(asked).toEqual([]);
    expect(articlesIn(folder)[0]?.body).toContain('/300.png');
  });

  test('are put beside the article, each once, named by what they are', async () => {
    const { run, asked, folder, pictures } = await illustrated(
      (at) =>
        `<p>x</p><img src="${at}/300.png"><img src="${at}/300.png?again"><img src='spacer.gif' data-original=${at}/400.png>`,
      picture,
      (at) => `<media:content url="${at}/500.png" medium="image"/>`,
    );
    const { pictures: fetched, lines } = await run(true);
    expect({ fetched, lines }).toEqual({ fetched: 4, lines: [] });
    expect(pictures()).toHaveLength(3);
    for (const name of pictures()) expect(name).toMatch(/^the-pier\/pictures\/[0-9a-f]{16}\.png$/);
    const [article] = articlesIn(folder);
    expect(article?.meta.cover).toMatch(/^\.\/pictures\/[0-9a-f]{16}\.png$/);
    expect([...(article?.body.matchAll(/src=["']\.\/pictures\/[0-9a-f]{16}\.png["']/g) ?? [])]).toHaveLength(3);

    const before = bytesIn(folder);
    expect(await run(true)).toMatchObject({ pictures: 0, tally: { outcomes: { unchanged: 1 } } });
    // What is here stays here.
    expect(await run(false)).toMatchObject({ pictures: 0, tally: { outcomes: { unchanged: 1 } } });
    expect(bytesIn(folder)).toEqual(before);
    expect(asked).toHaveLength(4);
  });

  test.each([
    ['gone', 'answers 404 Not Found'],
    ['page', 'is no picture a browser shows'],
    ['drawing', 'is no picture a browser shows'],
    ['vast', 'has too many pixels'],
    ['heavy', 'is larger than 16 MB'],
  ])('that turn out to be %s are told and left where they are', async (name, reason) => {
    const { run, folder, pictures } = await illustrated((at) => `<p>x</p><img src="${at}/${name}.jpg">`, picture);
    const { lines, tally } = await run(true);
    expect(tally.outcomes.new).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(new RegExp(`one-.*\\.html: warning: its picture .*${name}.jpg ${reason}`)),
    ]);
    expect(pictures()).toEqual([]);
    expect(articlesIn(folder)[0]?.body).toContain(`/${name}.jpg`);
  });

  test('that fail are asked for again next time; a host that is not there is soon left alone', async () => {
    const many = Array.from({ length: 10 }, (_, at) => at);
    const images = (name: string) => (at: string) =>
      many.map((number) => `<img src="${at}/${name}${number}.jpg">`).join('');
    const gone = await illustrated(images('gone'), picture);
    expect((await gone.run(true)).lines).toEqual([expect.stringContaining('10 of its 10 pictures, the first:')]);
    await gone.run(true);
    expect(gone.asked).toHaveLength(20);
    const dead = await illustrated(images('x'), (_, { socket }) => socket?.destroy());
    expect((await dead.run(true)).lines).toEqual([expect.stringContaining('10 of its 10 pictures, the first:')]);
    expect(dead.asked).toHaveLength(3);
    await dead.run(true);
    expect(dead.asked).toHaveLength(6);
  });

  test('nobody is meant to see are not fetched', async () => {
    const { run, asked } = await illustrated(
      (at) =>
        `<p>x</p><img src="${at}/x.png" width="1" height="1"><img src="${at}/qrcode.png"><pre><code><img src="${at}/code.png"></code></pre>`,
      picture,
    );
    await run(true);
    expect(asked).toEqual([]);
  });

  test('are not fetched from a private address', async () => {
    const { address, asked } = await localServer(picture);
    const text = `<description>&lt;img src="${address}/300.png"&gt;x</description>`;
    const file = join(writeFiles(temporaryFolder(), { 'feed.xml': rss(item('One', 'one', text)) }), 'feed.xml');
    const { openHttpClient } = await import('../../src/import/http-client.ts');
    const client = openHttpClient({ allowPrivate: () => false, userAgent: 'test' });
    const { lines } = await importInto(temporaryFolder(), [file], { parser, client, pictures: true });
    expect(lines).toEqual([expect.stringContaining('127.0.0.1 is not on the public web')]);
    expect(asked).toEqual([]);
  });

  test('carried in the text become files, whether others are fetched or not', async () => {
    const noise = Buffer.concat([
      pngOf(30, 20),
      deflateSync(Buffer.from(Array.from({ length: 9000 }, (_, at) => (at * 7919) % 256))),
    ]);
    const large = `data:image/png;base64,${Buffer.concat([noise, Buffer.alloc(4000, 'tide')]).toString('base64')}`;
    const small = `data:image/png;base64,${pngOf(8, 8).toString('base64')}`;
    const { run, folder, pictures } = await illustrated(
      () => `<p>x</p><img alt="a" src="${large}"><img src="${small}">`,
      picture,
    );
    const { lines } = await run(false);
    expect(lines).toEqual([]);
    expect(pictures()).toHaveLength(1);
    const body = articlesIn(folder)[0]?.body ?? '';
    expect(body).toMatch(/<img alt="a" src="\.\/pictures\/[0-9a-f]{16}\.png">/);
    expect(body).toContain(small);
    expect(readFileSync(join(folder, pictures()[0] ?? '')).toString('base64')).toBe(large.slice(22));
  });
});

test('nothing is left behind but articles, pictures and the memory', async () => {
  const { run, folder } = await illustrated((at) => `<img src="${at}/300.png">`, picture);
  await run(true);
  expect(readdirSync(folder).toSorted()).toEqual(['.import.json', 'the-pier']);
  expect(filesIn(join(folder, 'the-pier')).filter((name) => /(?:^|\/)\./.test(name))).toEqual([]);
});
