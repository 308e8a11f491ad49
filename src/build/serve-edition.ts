import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Connect, ViteDevServer } from 'vite';
import { withBase } from '../edition/addresses.ts';
import type { PageData } from '../edition/edition-data.ts';
import { pageDataScript } from '../edition/page-data-script.ts';
import { cacheFolders, touchFolder } from './cache-folders.ts';
import { createDevEdition, type DevEdition } from './dev-edition.ts';
import { programVersion } from './program-version.ts';
import { problemLine } from './report.ts';
import { openScanCache } from './scan-cache.ts';
import { isInside, type Settings } from './settings.ts';

/** Editors write a file in several steps; one reload is enough. */
const DEBOUNCE_MS = 50;

/** The watcher needs a moment to see the folder as it is; what comes meanwhile it takes for old. */
const SECOND_LOOK_MS = 1000;

/** Everything below these is the edition's; Vite must not look for files of the project there. */
const OWN = /^\/(?:data|articles|media)\//;

/** Serves pages, data and packs made from the articles folder as it is now, and reloads the page when it changes. */
export function serveEdition(server: ViteDevServer, settings: Settings): void {
  const { logger, root, mode } = server.config;
  const { scans, scansStamp } = cacheFolders(root, settings, programVersion(root, mode));
  touchFolder(scans);
  const edition = createDevEdition(settings.articlesDir, openScanCache(scans, scansStamp), (problem) =>
    logger.warn(problemLine(problem)),
  );
  watchFolder(server, settings.articlesDir, edition);
  server.middlewares.use(answerRequests(server, settings.base, edition));
}

function watchFolder(server: ViteDevServer, folder: string, edition: DevEdition): void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const refresh = () => {
    edition.refresh(changed);
    changed.clear();
    server.ws.send({ type: 'full-reload', path: '*' });
    readAhead();
  };
  const readAhead = () => {
    timer = setTimeout(() => edition.readAhead() && readAhead(), 5).unref();
  };
  server.watcher.add(folder);
  server.watcher.on('all', (event, path) => {
    if (event === 'addDir' || !isInside(path, folder)) return;
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(refresh, DEBOUNCE_MS);
  });
  const secondLook = setTimeout(() => edition.isOutdated() && refresh(), SECOND_LOOK_MS).unref();
  server.httpServer?.once('close', () => {
    clearTimeout(timer);
    clearTimeout(secondLook);
  });
  readAhead();
}

function answerRequests(server: ViteDevServer, base: string, edition: DevEdition): Connect.NextHandleFunction {
  return async (request, response, next) => {
    try {
      const path = pathBelow(base, request.url ?? '/');
      if (path === null || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
      if (OWN.test(path)) return sendFile(response, edition, path);
      const data = edition.page(path);
      if (data !== null) return sendPage(server, response, path, 200, data);
      const target = edition.redirect(path);
      if (target !== null) return redirect(response, withBase(base, target));
      if (!wantsPage(request, path)) return next();
      return await sendPage(server, response, path, 404, { kind: 'not-found' });
    } catch (error) {
      next(error);
    }
  };
}

/** The decoded path without base and query; null for what lies elsewhere. */
function pathBelow(base: string, url: string): string | null {
  const path = url.split(/[?#]/, 1)[0] ?? '/';
  if (!path.startsWith(base)) return null;
  try {
    return decodeURI(path.slice(base.length - 1));
  } catch {
    return null;
  }
}

/** A person's request for a page; the project's own modules and files go to Vite. */
function wantsPage(request: Connect.IncomingMessage, path: string): boolean {
  const isModule = /^\/(?:@|src\/|node_modules\/)/.test(path) || /\.\w+$/.test(path);
  return !isModule && (request.headers.accept ?? '').includes('text/html');
}

function sendFile(response: ServerResponse, edition: DevEdition, path: string): void {
  const file = edition.file(path);
  send(response, file === null ? 404 : 200, file?.type ?? 'text/plain', file?.content ?? 'Not found');
}

async function sendPage(
  server: ViteDevServer,
  response: ServerResponse,
  path: string,
  status: number,
  data: PageData,
): Promise<void> {
  const template = readFileSync(join(server.config.root, 'index.html'), 'utf8');
  const html = await server.transformIndexHtml(path, template);
  // After Vite's own replacements, which would find `%VITE_…%` in a title.
  const end = html.lastIndexOf('</body>');
  const at = end === -1 ? html.length : end;
  send(response, status, 'text/html', html.slice(0, at) + pageDataScript(data) + html.slice(at));
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(302, { Location: to }).end();
}

function send(response: ServerResponse, status: number, type: string, content: string | Uint8Array): void {
  const charset = /^(?:text|application\/json)/.test(type) ? '; charset=utf-8' : '';
  response.writeHead(status, {
    'Content-Type': type + charset,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(content);
}
