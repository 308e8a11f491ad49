import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export type Answering = (request: IncomingMessage, response: ServerResponse) => void;

export interface LocalServer {
  /** Without a slash at its end. */
  readonly address: string;
  /** Every request that came, as `GET /path`. */
  readonly asked: string[];
  readonly server: Server;
}

/** A server on this machine that is gone after the test, whatever it was doing. */
export async function localServer(answer: Answering): Promise<LocalServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.on('error', () => {});
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, server };
}

/** One that answers each path with the same text. */
export function pages(texts: Readonly<Record<string, string | Uint8Array>>): Answering {
  return (request, response) => {
    const text = texts[request.url ?? ''];
    response.writeHead(text === undefined ? 404 : 200).end(text);
  };
}
