import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openParser } from '../../src/import/parser.ts';
import { temporaryFolder, writeFiles } from '../build/temporary-folder.ts';
import { item, rss } from './feed-case.ts';
import { articlesIn, bytesIn, filesIn, importInto, localClient } from './import-into.ts';
import { type Answering, localServer, pages } from './local-server.ts';

const parser = openParser();
afterAll(() => parser.close());

const run = (folder: string, sources: readonly string[], options: Parameters<typeof importInto>[2] = {}) =>
  importInto(folder, sources, { parser, ...options });

const outline = (address: string, more = '') => `<outline type="rss" text="x" xmlUrl="${address}"${more}/>`;
const opml = (outlines: string) =>
  `<?xml version="1.0"?>\n<opml version="2.0"><head><title>List</title></head><body>${outlines}</body></opml>`;

/** A feed that knows what was sent of it. */
function markedFeed(text: () => string): Answering {
  return ({ headers }, response) => {
    const etag = `"${text().length}"`;
    if (headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.writeHead(200, { ETag: etag }).end(text());
  };
}

describe('a feed that has not changed', () => {
  test('is not sent again, and nothing changes', async () => {
    let text = rss(item('One', 'one'));
    const { address, asked } = await localServer(markedFeed(() => text));
    const folder = temporaryFolder();
    await run(folder, [`${address}/feed`]);
    const before = bytesIn(folder);
    const { tally } = await run(folder, [`${address}/feed`]);
    expect(tally).toMatchObject({ sources: 1, unchanged: 1, failed: 0 });
    expect(bytesIn(folder)).toEqual(before);
    text = rss(item('Two', 'two'));
    text += '\n';
    expect((await run(folder, [`${address}/feed`])).tally.outcomes.new).toBe(1);
    expect(asked).toHaveLength(3);
  });

  test('is sent again where it is wanted otherwise, or where its articles are gone', async () => {
    const { address } = await localServer(markedFeed(() => rss(item('One', 'one'))));
    const folder = temporaryFolder();
    await run(folder, [address]);
    expect((await run(folder, [address], { categories: ['Coast'] })).tally.outcomes.updated).toBe(1);
    expect((await run(folder, [address], { categories: ['Coast'], force: true })).tally.unchanged).toBe(0);
    rmSync(join(folder, 'the-pier'), { recursive: true });
    expect((await run(folder, [address], { categories: ['Coast'] })).tally.outcomes.new).toBe(1);
  });
});

describe('a list of feeds', () => {
  test('is imported whole, its folders as categories, each feed once', async () => {
    const feeds = ['a', 'b', 'c'].map((name) => [
      `/${name}`,
      rss(
        item(name, name).replaceAll('pier.', `${name}.`),
        `<title>Feed ${name}</title><link>https://${name}.example/</link>`,
      ),
    ]);
    const { address, asked } = await localServer(pages(Object.fromEntries(feeds)));
    const list = opml(
      [
        `<outline text="Coast &amp;amp; sea"><outline text="Harbours">${outline(`${address}/a`)}</outline>${outline(`${address}/b`)}</outline>`,
        outline(`${address}/c`, ' category="/Tides/Low,/Other"'),
        outline(`${address}/a`),
        '<outline text="No feed" htmlUrl="https://x.example/"/>',
        outline('feeds/local.xml'),
        outline('javascript:alert(1)'),
      ].join('\n'),
    );
    const folder = temporaryFolder();
    const file = join(writeFiles(temporaryFolder(), { 'list.opml': list }), 'list.opml');
    const { tally, lines } = await run(folder, [file], { categories: ['News'] });
    expect(articlesIn(folder).map(({ meta }) => meta.categories)).toEqual([
      ['News', 'Coast & sea', 'Harbours', 'Feed a'],
      ['News', 'Coast & sea', 'Feed b'],
      ['News', 'Tides', 'Low', 'Feed c'],
    ]);
    expect(asked.toSorted()).toEqual(['GET /a', 'GET /b', 'GET /c']);
    expect(tally).toMatchObject({ sources: 5, failed: 2, errors: 2 });
    expect(lines).toEqual([
      expect.stringContaining('“feeds/local.xml” is no address'),
      expect.stringContaining('“javascript:alert(1)” is no address'),
    ]);
  });

  test('may be fetched, but not name another', async () => {
    const { address } = await localServer(({ url }, response) => {
      if (url === '/feed') response.end(rss(item('One', 'one')));
      else
        response.end(opml(outline(`${address}${url === '/list' ? '/inner' : '/feed'}`) + outline(`${address}/feed`)));
    });
    const folder = temporaryFolder();
    const { lines, tally } = await run(folder, [`${address}/list`]);
    expect(lines).toEqual([expect.stringMatching(/\/inner: error: is a list inside a list/)]);
    expect(tally.outcomes.new).toBe(1);
  });

  test('of which some feeds fail brings the others', async () => {
    const { address } = await localServer(({ url }, response) => {
      if (url === '/good') response.end(rss(item('One', 'one')));
      else if (url === '/slow') response.write('<rss>');
      else if (url === '/large') response.writeHead(200, { 'Content-Length': String(2 ** 31) }).write('x');
      else if (url === '/away') response.writeHead(302, { Location: 'http://169.254.169.254/' }).end();
      else if (url === '/later') response.writeHead(503, { 'Retry-After': '7200' }).end();
      else if (url === '/page') response.end('<!doctype html><title>Log in</title>');
      else response.writeHead(500).end();
    });
    const names = ['slow', 'large', 'away', 'page', 'good', 'broken', 'later', 'after'];
    const list = opml(names.map((name) => outline(`${address}/${name}`)).join(''));
    const file = join(writeFiles(temporaryFolder(), { 'list.xml': list }), 'list.xml');
    const folder = temporaryFolder();
    const client = localClient({ silence: 300, allowPrivate: (host) => address.endsWith(host) });
    const { tally, lines } = await run(folder, [file], { client });
    expect(tally).toMatchObject({ sources: 8, failed: 7, outcomes: { new: 1 } });
    const said = lines.map((line) => line.replace(/^.*?:\d+\//, ''));
    expect(said).toEqual([
      expect.stringMatching(/^slow: error: (?:said nothing for 0\.3 s|broke the connection off)/),
      'large: error: is larger than 32 MB (no more of it is read)',
      expect.stringContaining('away: error: 169.254.169.254 is not on the public web'),
      expect.stringContaining('page: error: is a page and names no feed'),
      'broken: error: answers 500 Internal Server Error (try again later)',
      expect.stringMatching(/^later: error: answers 503 .* \(it asks to be left alone until /),
      expect.stringMatching(/^after: error: answers 503 /),
    ]);
  });
});

describe('an address', () => {
  test('of a page leads to the feed it names, comments’ feeds last', async () => {
    const links = [
      '<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">',
      "<LINK REL='alternate' TYPE='application/atom+xml' HREF=feed?a=1&amp;b=2>",
    ];
    const { address, asked } = await localServer(({ url }, response) => {
      if (url === '/blog/feed?a=1&b=2') response.end(rss(item('One', 'one')));
      else response.end(`<!-- x --><!DOCTYPE html>\n<html><head>${links.join('')}</head><body>Hello</body></html>`);
    });
    const folder = temporaryFolder();
    const { lines, tally } = await run(folder, [`${address}/blog/`]);
    expect(tally).toMatchObject({ sources: 1, outcomes: { new: 1 } });
    expect(lines).toEqual([expect.stringContaining('/blog/feed?a=1&b=2 is read (name the feed instead)')]);
    expect(asked).toEqual(['GET /blog/', 'GET /blog/feed?a=1&b=2']);
  });

  test('of a page that names a page ends there', async () => {
    const { address, asked } = await localServer((_, response) => {
      response.end('<!DOCTYPE html><link rel="alternate" type="application/rss+xml" href="/again">');
    });
    const { tally } = await run(temporaryFolder(), [address]);
    expect(tally).toMatchObject({ sources: 1, failed: 1 });
    expect(asked).toEqual(['GET /', 'GET /again']);
  });

  test('that has moved for good is told', async () => {
    const { address } = await localServer(({ url }, response) => {
      if (url === '/new') response.end(rss(item('One', 'one')));
      else response.writeHead(301, { Location: '/new' }).end();
    });
    const { lines } = await run(temporaryFolder(), [`${address}/old`]);
    expect(lines).toEqual([
      `${address}/old: warning: has moved for good to ${address}/new (name that address instead)`,
    ]);
  });

  test('with a name and a password is told and kept without them', async () => {
    const { address } = await localServer(({ headers }, response) => {
      if (headers.authorization === undefined) response.writeHead(401).end();
      else
        response.end('<rss version="2.0"><channel><item><title>One</title><pubDate>x</pubDate></item></channel></rss>');
    });
    const folder = temporaryFolder();
    const { lines, tally } = await run(folder, [address.replace('//', '//keeper:key@')]);
    expect(tally.outcomes.new).toBe(1);
    expect(lines.join('\n')).not.toContain('key@');
    for (const file of filesIn(folder)) expect(readFileSync(join(folder, file), 'utf8')).not.toContain('keeper');
  });

  test('whose host asks for time is left alone next time too', async () => {
    let isBusy = false;
    const { address, asked } = await localServer((_, response) => {
      if (isBusy) response.writeHead(429, { 'Retry-After': '3600' }).end();
      else response.end(rss(item('One', 'one')));
    });
    const folder = temporaryFolder();
    await run(folder, [address]);
    isBusy = true;
    await run(folder, [address]);
    const { lines } = await run(folder, [address]);
    expect(lines).toEqual([expect.stringContaining('its host asks to be left alone until 2')]);
    expect(asked).toHaveLength(2);
    isBusy = false;
    expect((await run(folder, [address], { force: true })).tally.failed).toBe(0);
  });

  test('says its charset where the feed doesn’t', async () => {
    const { address } = await localServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/rss+xml; charset=windows-1251' });
      response.end(Buffer.from(rss(item('\xcc\xe0\xff\xea', 'x')).replace(/<\?xml.*\?>\n/, ''), 'latin1'));
    });
    const folder = temporaryFolder();
    await run(folder, [address]);
    expect(articlesIn(folder)[0]?.meta.title).toBe('Маяк');
  });
});

test('feeds are imported in the order they are named, whichever comes first', async () => {
  const texts = ['a', 'b'].map((name) =>
    rss(item('One', 'one'), `<title>Feed ${name}</title><link>https://${name}.example/</link>`),
  );
  const { address: slow } = await localServer((_, response) => {
    setTimeout(() => response.end(texts[0]), 300);
  });
  const { address: quick } = await localServer((_, response) => {
    response.end(texts[1]);
  });
  const folder = temporaryFolder();
  await run(folder, [slow, quick]);
  expect(articlesIn(folder).map(({ meta }) => meta.source)).toEqual(['Feed a']);
});

test('what is not there is told, and the rest is imported', async () => {
  const feeds = writeFiles(temporaryFolder(), { 'feed.xml': rss(item('One', 'one')), 'empty/x.txt': '' });
  const folder = temporaryFolder();
  const { tally, lines } = await run(folder, [
    'nowhere.xml',
    'pier.example/feed',
    'pier.example/feed.xml',
    join(feeds, 'feed.xml', 'below'),
    'ftp://pier.example/feed.xml',
    'https:/pier.example/feed.xml',
    join(feeds, 'empty'),
    join(feeds, 'feed.xml'),
  ]);
  expect(lines).toEqual([
    'nowhere.xml: error: no such file or folder (check its spelling)',
    'pier.example/feed: error: no such file or folder (if it is an address, write https://pier.example/feed)',
    'pier.example/feed.xml: error: no such file or folder (if it is an address, write https://pier.example/feed.xml)',
    expect.stringMatching(/feed\.xml\/below: error: no such file or folder \(check its spelling\)$/),
    'ftp://pier.example/feed.xml: error: is no address of the web (write it like https://news.example/feed.xml)',
    'https:/pier.example/feed.xml: error: is no address of the web (write it like https://news.example/feed.xml)',
    expect.stringContaining('holds no feed and no saved page'),
  ]);
  expect(tally).toMatchObject({ failed: 7, outcomes: { new: 1 } });
});

test('a list that can’t be read is one source that fails, beside those that don’t', async () => {
  const feeds = writeFiles(temporaryFolder(), {
    'feed.xml': rss(item('One', 'one')),
    'list.opml': '<opml version="2.0"/>',
  });
  const { tally, lines } = await run(temporaryFolder(), [join(feeds, 'feed.xml'), join(feeds, 'list.opml')]);
  expect(lines).toEqual([expect.stringContaining('list.opml: error: cannot be read: ')]);
  expect(tally).toMatchObject({ sources: 2, failed: 1, outcomes: { new: 1 } });
});
