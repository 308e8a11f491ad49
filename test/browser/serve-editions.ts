import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { type ScratchSite, serveScratch } from './build-and-serve.ts';

export interface Editions {
  /** Without a slash at the end. */
  readonly site: string;
  /** From now on the edition of this number is served, at the same addresses. */
  readonly publish: (number: number) => void;
  readonly close: () => void;
}

/** Builds editions of one paper and serves them one after another at one address, so that a browser keeps what it stores. */
export async function serveEditions(editions: readonly Readonly<Record<string, string>>[]): Promise<Editions> {
  const built: ScratchSite[] = [];
  for (const files of editions) built.push(await serveScratch(files));
  const handlers = built.map(({ folder }) => sirv(folder, { dev: true }));
  let current = 0;
  const server = createServer((request, response) => {
    const nothing = () => {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<!doctype html><h1>404</h1>');
    };
    handlers[current]?.(request, response, nothing);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    site: `http://localhost:${(server.address() as AddressInfo).port}`,
    publish(number) {
      current = number;
    },
    close() {
      server.closeAllConnections();
      server.close();
      for (const { close } of built) close();
    },
  };
}
