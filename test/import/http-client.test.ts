import type { ServerResponse } from 'node:http';
import { brotliCompressSync, createGzip, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { HttpAnswer, Wanted } from '../../src/import/http-client.ts';
import { localClient } from './import-into.ts';
import { type Answering, localServer, pages } from './local-server.ts';

const MEGABYTE = 1024 * 1024;
const wanted: Wanted = { accept: '*/*', mostBytes: MEGABYTE };

async function ask(answer: Answering, options: Parameters<typeof localClient>[0] = {}, want: Partial<Wanted> = {}) {
  const { address } = await localServer(answer);
  return localClient(options).get(`${address}/feed`, { ...wanted, ...want });
}

const textOf = (answer: HttpAnswer): string =>
  answer.kind === 'content' ? Buffer.from(answer.bytes).toString() : answer.kind;

describe('an answer', () => {
  test('comes with what it is marked with, its charset and its address', async () => {
    const answer = await ask((_, response) => {
      const type = 'text/xml; charset="GBK"';
      response.writeHead(200, { ETag: '"1"', 'Last-Modified': 'yesterday', 'Content-Type': type }).end('<rss/>');
    });
    expect(answer).toMatchObject({
      validators: { etag: '"1"', lastModified: 'yesterday' },
      charset: 'GBK',
      address: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/feed$/),
      movedTo: null,
    });
    expect(textOf(answer)).toBe('<rss/>');
  });

  test.each([
    ['gzip', gzipSync('high tide')],
    ['x-gzip', gzipSync('high tide')],
    ['br', brotliCompressSync('high tide')],
    ['deflate', deflateSync('high tide')],
    ['gzip, br', brotliCompressSync(gzipSync('high tide'))],
    ['identity', Buffer.from('high tide')],
  ])('packed as %s is unpacked', async (encoding, body) => {
    expect(textOf(await ask((_, response) => response.setHeader('Content-Encoding', encoding).end(body)))).toBe(
      'high tide',
    );
  });

  test('is asked for as a feed reader asks, with what is known', async () => {
    const known = { etag: '"1"', lastModified: 'yesterday' };
    const answer = await ask(
      ({ headers }, response) => {
        const isKnown = headers['if-none-match'] === '"1"' && headers['if-modified-since'] === 'yesterday';
        response.writeHead(isKnown && headers['user-agent'] === 'Broadsheet test' ? 304 : 400).end();
      },
      {},
      { known },
    );
    expect(answer).toEqual({ kind: 'unchanged' });
  });

  test.each([
    [404, {}, 'answers 404 Not Found'],
    [410, {}, 'answers 410 Gone'],
    [500, {}, 'answers 500 Internal Server Error'],
    [204, {}, 'answers 204 No Content'],
    [304, {}, 'answers 304 Not Modified'],
    [302, {}, 'answers 302 Found'],
    [299, {}, 'answers 299'],
    [200, { 'Content-Encoding': 'zstd' }, 'is packed as zstd'],
    [200, { 'Content-Encoding': 'gzip' }, 'is packed wrongly'],
  ])('of %i with %j is said', async (status, headers, reason) => {
    await expect(ask((_, response) => response.writeHead(status, headers).end('no'))).rejects.toThrow(reason);
  });
});

describe('a redirect', () => {
  test('is followed, and told where it is for good', async () => {
    const { address } = await localServer(({ url }, response) => {
      if (url === '/old') response.writeHead(301, { Location: '/older' }).end();
      else if (url === '/older') response.writeHead(308, { Location: 'new' }).end();
      else if (url === '/today') response.writeHead(301, { Location: '/tomorrow' }).end();
      else if (url === '/tomorrow') response.writeHead(307, { Location: '/new' }).end();
      else response.end(url);
    });
    const client = localClient();
    expect(await client.get(`${address}/old`, wanted)).toMatchObject({
      address: `${address}/new`,
      movedTo: `${address}/new`,
    });
    expect(await client.get(`${address}/today`, wanted)).toMatchObject({ address: `${address}/new`, movedTo: null });
  });

  test('without end is left', async () => {
    let hops = 0;
    const endless: Answering = (_, response) => {
      hops += 1;
      response.writeHead(302, { Location: `/${hops}` }).end();
    };
    await expect(ask(endless)).rejects.toThrow('redirects more than 5 times');
    expect(hops).toBe(6);
  });

  test.each(['http://', 'http://[::1', 'https://:80'])('to no address is refused: %s', async (location) => {
    await expect(ask((_, response) => response.writeHead(302, { Location: location }).end())).rejects.toThrow(
      'redirects to no address',
    );
  });

  test('takes no name and password to another host', async () => {
    const other = await localServer(({ headers }, response) => response.end(headers.authorization ?? 'nobody'));
    const { address } = await localServer(({ headers, url }, response) => {
      if (url === '/own') response.end(headers.authorization ?? 'nobody');
      else response.writeHead(302, { Location: url === '/away' ? other.address : '/own' }).end();
    });
    const secret = address.replace('//', '//keeper:key@');
    expect(textOf(await localClient().get(`${secret}/here`, wanted))).toMatch(/^Basic /);
    expect(textOf(await localClient().get(`${secret}/away`, wanted))).toBe('nobody');
  });
});

describe('a private address', () => {
  test('is not asked, even where a public one leads there', async () => {
    const { address, asked } = await localServer(pages({ '/feed': '<rss/>' }));
    const careful = localClient({ allowPrivate: () => false });
    const reason = '127.0.0.1 is not on the public web';
    await expect(careful.get(`${address}/feed`, wanted)).rejects.toThrow(reason);
    await expect(careful.get(address.replace('127.0.0.1', 'localhost'), wanted)).rejects.toThrow('localhost is not');
    expect(asked).toEqual([]);
  });

  test.each(['http://169.254.169.254/', 'http://[::1]/', 'file:///etc/passwd', 'http://127.0.0.1:22/'])(
    'is not followed to: %s',
    async (location) => {
      // What leads there is let through by its port alone, as a public host would be.
      const { address } = await localServer((_, response) => response.writeHead(302, { Location: location }).end());
      const client = localClient({ allowPrivate: (host) => address.includes(host) });
      await expect(client.get(`${address}/feed`, wanted)).rejects.toThrow(
        /is not on the public web|is not followed|no web server/,
      );
    },
  );
});

/** Sends a chunk as often as the other side takes it. */
function pour(response: ServerResponse, chunk: Buffer, count: () => void): void {
  const more = () => {
    for (let isTaken = true; isTaken && !response.destroyed; ) {
      isTaken = response.write(chunk);
      count();
    }
  };
  response.on('drain', more);
  more();
}

describe('a server that', () => {
  const patience = { deadline: 600, silence: 300 };

  test('never answers is left', async () => {
    await expect(ask(() => {}, patience)).rejects.toThrow('said nothing for 0.3 s');
  });

  test('never ends its headers is left', async () => {
    const slow: Answering = (_, { socket }) => {
      const timer = setInterval(() => (socket?.destroyed ? clearInterval(timer) : socket?.write('X: y\r\n')), 50);
      socket?.write('HTTP/1.1 200 OK\r\n');
    };
    await expect(ask(slow, patience)).rejects.toThrow(/took longer than 0\.6 s|too many headers/);
  });

  test('drips bytes for ever is left', async () => {
    const drip: Answering = (_, response) => {
      const timer = setInterval(() => (response.destroyed ? clearInterval(timer) : response.write('x')), 50);
    };
    await expect(ask(drip, patience)).rejects.toThrow('took longer than 0.6 s');
  });

  test('falls silent in the middle is left', async () => {
    await expect(ask((_, response) => response.write('<rss>'), patience)).rejects.toThrow(
      /said nothing for 0\.3 s|broke the connection off/,
    );
  });

  test('breaks off is told of', async () => {
    const breaking: Answering = (_, response) => {
      response.writeHead(200, { 'Content-Length': '100' }).write('<rss>', () => response.destroy());
    };
    await expect(ask(breaking)).rejects.toThrow('broke the connection off');
  });

  test('says it sends a gigabyte is not listened to', async () => {
    const { address, asked } = await localServer((_, response) => {
      response.writeHead(200, { 'Content-Length': String(1024 * MEGABYTE) }).write('x');
    });
    await expect(localClient().get(address, wanted)).rejects.toThrow('is larger than 1 MB');
    expect(asked).toHaveLength(1);
  });

  test('sends without end is cut off', async () => {
    let sent = 0;
    const chunk = Buffer.alloc(64 * 1024);
    const endless: Answering = (_, response) => {
      pour(response, chunk, () => {
        sent += chunk.length;
      });
    };
    await expect(ask(endless)).rejects.toThrow('is larger than 1 MB');
    // What stands in the buffers of this machine is sent too.
    expect(sent).toBeLessThan(64 * MEGABYTE);
  });

  test.each(['gzip', 'br'])('packs a gigabyte into little is cut off (%s)', async (encoding) => {
    const before = process.memoryUsage().arrayBuffers;
    const bomb: Answering = (_, response) => {
      response.setHeader('Content-Encoding', encoding);
      if (encoding === 'br') return response.end(brotliCompressSync(Buffer.alloc(64 * MEGABYTE)));
      const gzip = createGzip();
      gzip.pipe(response);
      gzip.on('error', () => {});
      const zeros = Buffer.alloc(MEGABYTE);
      const more = () => {
        while (!response.destroyed && gzip.write(zeros));
      };
      gzip.on('drain', more);
      return more();
    };
    await expect(ask(bomb)).rejects.toThrow('is larger than 1 MB');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * MEGABYTE);
  });

  test('sends headers without end is refused', async () => {
    const heads: Answering = (_, { socket }) => {
      socket?.write(`HTTP/1.1 200 OK\r\n${'X-Y: zzzzzzzz\r\n'.repeat(100_000)}\r\n`);
    };
    await expect(ask(heads)).rejects.toThrow('sends too many headers');
  });

  test('is not there is told of', async () => {
    const { address, server } = await localServer(() => {});
    await new Promise((done) => server.close(done));
    await expect(localClient().get(address, wanted)).rejects.toThrow('refuses the connection');
  });

  test('has no name that could be one is told of, with what to look at', async () => {
    const address = `http://${'a'.repeat(64)}.example/feed`;
    const told = { message: 'has no such host', hint: 'check its spelling' };
    await expect(localClient().get(address, wanted)).rejects.toMatchObject(told);
  });

  test('speaks another language is told of', async () => {
    await expect(ask((_, { socket }) => socket?.end('220 mail.example ESMTP\r\n'))).rejects.toThrow(
      'cannot be fetched',
    );
  });
});

describe('a host', () => {
  test('that asks for a moment is asked again after it', async () => {
    const answers = [503, 200];
    const { address, asked } = await localServer((_, response) => {
      response.writeHead(answers.shift() ?? 500, { 'Retry-After': '1' }).end('high tide');
    });
    expect(textOf(await localClient().get(address, wanted))).toBe('high tide');
    expect(asked).toHaveLength(2);
  });

  test.each([
    ['3600', 3600],
    [new Date(Date.now() + 7_200_000).toUTCString(), 7200],
    ['999999999', 86_400],
  ])('that asks for %s is left alone, with all that was to be asked of it', async (value, seconds) => {
    const { address, asked } = await localServer((_, response) => {
      response.writeHead(429, { 'Retry-After': value }).end();
    });
    const client = localClient();
    const refusals = await Promise.all(
      [1, 2, 3].map((number) => client.get(`${address}/${number}`, wanted).catch((error) => error)),
    );
    expect(asked).toEqual(['GET /1']);
    for (const { message, notBefore } of refusals) {
      expect(message).toBe('answers 429 Too Many Requests');
      expect(Math.abs(notBefore - Date.now() - seconds * 1000)).toBeLessThan(30_000);
    }
  });
});
