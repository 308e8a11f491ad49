// @ts-check
// Plain JavaScript, because Node 20 runs no TypeScript.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import sirv from 'sirv';

/** @typedef {import('node:http').Server} Server */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {import('node:http').OutgoingHttpHeaders} Headers */
/** @typedef {(key: string, encoding: string, body: Buffer) => Buffer} Compressor */

const DEFAULT_PORT = 4173;
const CACHE_BYTES = 32 * 1024 * 1024;
const TEXT_TYPE = /^(?:text\/|application\/(?:json|javascript|xml|manifest|rss|atom|feed)|image\/svg)/;
const TYPES = new Map([['.bin', 'application/octet-stream']]);

/**
 * A preview of the built site on this machine: base path, 404.html, compression, caching, as a good static host does it.
 * @param {{ folder: string, base: string }} options `base` begins and ends with `/`
 * @returns {Server}
 */
export function createPreview({ folder, base }) {
  const compressor = createCompressor();
  const files = sirv(folder, { dev: true, etag: true, setHeaders });
  return createServer((request, response) => {
    const url = request.url ?? '/';
    if (base !== '/' && (url === '/' || url === base.slice(0, -1))) return redirect(response, base);
    const encoding = request.headers.range ? '' : bestEncoding(String(request.headers['accept-encoding'] ?? ''));
    if (encoding !== '') compressResponse(response, encoding, url, compressor);
    if (!url.startsWith(base)) return notFound(folder, response);
    request.url = url.slice(base.length - 1);
    files(request, response, () => notFound(folder, response));
  });
}

/**
 * Listens on the first free port from `port` on.
 * @param {Server} server @param {number} port @param {string} host
 * @returns {Promise<number>} the port
 */
export function listen(server, port, host) {
  return new Promise((done, fail) => {
    server.once('error', (error) => {
      const taken = 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
      if (!taken || port >= 65535) return fail(error);
      server.removeAllListeners('listening');
      done(listen(server, port + 1, host));
    });
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      const address = server.address();
      done(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** @param {Response} response @param {string} path */
function setHeaders(response, path) {
  const hashed = /^\/(?:assets|articles|data|media)\/.*[-.][\w-]{8,}\.\w+$/.test(path);
  response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  const type = TYPES.get(path.slice(path.lastIndexOf('.')));
  if (type !== undefined) response.setHeader('Content-Type', type);
}

/** @param {Response} response @param {string} to */
function redirect(response, to) {
  response.writeHead(302, { Location: to }).end();
}

/** @param {string} folder @param {Response} response */
function notFound(folder, response) {
  const page = join(folder, '404.html');
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' });
  response.end(existsSync(page) ? readFileSync(page) : 'Not found');
}

/** @param {string} accepted */
function bestEncoding(accepted) {
  if (/\bbr\b(?!;q=0\b)/.test(accepted)) return 'br';
  return /\bgzip\b(?!;q=0\b)/.test(accepted) ? 'gzip' : '';
}

/**
 * Holds a text response back until it is whole, then sends it compressed. Pictures pass through.
 * @param {Response} response @param {string} encoding @param {string} url @param {Compressor} compressor
 */
function compressResponse(response, encoding, url, compressor) {
  const { writeHead, write, end } = response;
  /** @type {Buffer[] | null} */
  let held = null;
  /** @type {[number, Headers]} */
  let head = [200, {}];
  Object.assign(response, {
    /** @param {number} status @param {Headers} [headers] */
    writeHead(status, headers = {}) {
      response.setHeader('Vary', 'Accept-Encoding');
      const type = String(headers['Content-Type'] ?? response.getHeader('Content-Type') ?? '');
      if (!TEXT_TYPE.test(type) || (status !== 200 && status !== 404)) {
        return Reflect.apply(writeHead, response, [status, headers]);
      }
      held = [];
      head = [status, headers];
      return response;
    },
    /** @param {Buffer} chunk @param {unknown[]} rest */
    write(chunk, ...rest) {
      if (held === null) return Reflect.apply(write, response, [chunk, ...rest]);
      held.push(Buffer.from(chunk));
      return true;
    },
    /** @param {Buffer | string} [chunk] @param {unknown[]} rest */
    end(chunk, ...rest) {
      if (held === null) return Reflect.apply(end, response, [chunk, ...rest]);
      if (chunk !== undefined) held.push(Buffer.from(chunk));
      const [status, headers] = head;
      const body = compressor(`${encoding} ${url} ${headers.ETag ?? status}`, encoding, Buffer.concat(held));
      const own = { ...headers, 'Content-Encoding': encoding, 'Content-Length': body.length };
      Reflect.apply(writeHead, response, [status, own]);
      return Reflect.apply(end, response, [body]);
    },
  });
}

/**
 * Compresses as hard as a static host would, once a file; the cache empties itself when it is full.
 * @returns {Compressor}
 */
function createCompressor() {
  /** @type {Map<string, Buffer>} */
  const cache = new Map();
  let bytes = 0;
  return (key, encoding, body) => {
    const known = cache.get(key);
    if (known !== undefined) return known;
    const result = encoding === 'br' ? brotli(body) : gzipSync(body);
    if (bytes > CACHE_BYTES) {
      cache.clear();
      bytes = 0;
    }
    cache.set(key, result);
    bytes += result.length;
    return result;
  };
}

/** @param {Buffer} body */
function brotli(body) {
  const quality = body.length > 1024 * 1024 ? 5 : 11;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  return brotliCompressSync(body, { params });
}

/**
 * The base path as the build reads it: BASE_PATH, else the path of SITE_URL.
 * @param {NodeJS.ProcessEnv} env
 */
export function previewBase(env) {
  const siteUrl = env.SITE_URL?.trim() ?? '';
  const path = env.BASE_PATH?.trim() || (URL.canParse(siteUrl) ? new URL(siteUrl).pathname : '');
  const levels = path.split('/').filter((level) => level !== '');
  return levels.length === 0 ? '/' : `/${levels.join('/')}/`;
}

async function main() {
  const [stray] = process.argv.slice(2);
  if (stray !== undefined)
    return fail(`${stray}: no arguments are read, but variables: ARTICLES_DIR=news PORT=4173 npm start`);
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const folder = resolve(root, process.env.OUT_DIR?.trim() || 'dist');
  const base = previewBase(process.env);
  const port = Number(process.env.PORT?.trim() || DEFAULT_PORT);
  const host = process.env.HOST?.trim() || '127.0.0.1';
  if (!existsSync(join(folder, 'index.html'))) return fail(`OUT_DIR: no site in ${folder}; run "npm run build" first`);
  if (!Number.isInteger(port) || port < 0 || port > 65535) return fail(`PORT: not a port: ${process.env.PORT}`);
  const server = createPreview({ folder, base });
  const taken = await listen(server, port, host).catch((error) => fail(reasonOf(error, host, port)));
  if (taken === undefined) return;
  console.log(`\n  http://${host === '127.0.0.1' ? 'localhost' : host}:${taken}${base}\n\n  Ctrl+C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
}

/** @param {NodeJS.ErrnoException} error @param {string} host @param {number} port */
function reasonOf(error, host, port) {
  if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return `PORT: none from ${port} on is free`;
  return `HOST: no address of this machine: ${host} (127.0.0.1 answers this machine alone, 0.0.0.0 everybody)`;
}

/** @param {string} message */
function fail(message) {
  console.error(`error: ${message}`);
  process.exitCode = 1;
}

const started = process.argv[1];
if (started !== undefined && realpathSync(resolve(started)) === fileURLToPath(import.meta.url)) await main();
