import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createPreview, listen } from '../../src/build/serve.js';
import { buildSite } from './build-and-serve.ts';

/** A site whose articles can change, and whose network can fail. */
export interface CuttableSite {
  /** With the base, without a slash at the end. */
  readonly site: string;
  /** What is served: a build's output. */
  readonly folder: string;
  /** Writes article files and builds the next edition, as a deploy does: what the old one alone had is gone. */
  readonly deploy: (files: Readonly<Record<string, string | Uint8Array | null>>) => Promise<void>;
  /** Nobody answers any more: connections end. */
  readonly cut: () => void;
  readonly mend: () => void;
  /** Lets requests for addresses that match wait; null lets all go again. */
  readonly hold: (pattern: RegExp | null) => void;
  /** Paths that were asked for since the last time this was called, without the base. */
  readonly asked: () => readonly string[];
  readonly close: () => void;
}

/** @param base begins and ends with `/` */
export async function serveCuttable(
  base: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<CuttableSite> {
  const root = mkdtempSync(join(tmpdir(), 'broadsheet-offline-'));
  const articles = join(root, 'articles');
  const folder = join(root, 'dist');
  const deploy: CuttableSite['deploy'] = async (changes) => {
    for (const [path, content] of Object.entries(changes)) {
      const file = join(articles, path);
      mkdirSync(dirname(file), { recursive: true });
      if (content === null) rmSync(file);
      else writeFileSync(file, content);
    }
    await buildSite(root, base, articles);
  };
  await deploy(files);

  const preview = createPreview({ folder, base });
  const network = createNetwork(preview, base);
  const port = await listen(network.server, 4700, '127.0.0.1');
  return {
    ...{ site: `http://localhost:${port}${base.slice(0, -1)}`, folder, deploy },
    ...{ cut: network.cut, mend: network.mend, hold: network.hold, asked: network.asked },
    close() {
      network.mend();
      network.server.closeAllConnections();
      network.server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function createNetwork(preview: Server, base: string) {
  let isCut = false;
  let held: RegExp | null = null;
  let waiting: (() => void)[] = [];
  let paths: string[] = [];
  const server = createServer((request, response: ServerResponse) => {
    if (isCut) return void response.destroy();
    const path = `/${(request.url ?? '').slice(base.length)}`;
    paths.push(path);
    const answer = () => void preview.emit('request', request, response);
    if (held?.test(path)) waiting.push(answer);
    else answer();
  });
  const release = () => {
    const all = waiting;
    waiting = [];
    for (const answer of all) answer();
  };
  return {
    server,
    cut() {
      isCut = true;
      server.closeAllConnections();
    },
    mend() {
      isCut = false;
    },
    hold(pattern: RegExp | null) {
      held = pattern;
      if (pattern === null) release();
    },
    asked() {
      const all = paths;
      paths = [];
      return all;
    },
  };
}
