// @ts-check
// Plain JavaScript, because Node 20 runs no TypeScript.
import { existsSync, realpathSync } from 'node:fs';
import { readdir, readFile, rename, stat, utimes, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

// `npm run compress`: puts a `.br` and a `.gz` beside every text file of the built site, for servers that send such files
// instead of compressing each answer (nginx's gzip_static, Caddy's precompressed). The next build begins without them.

const TEXT = new Set(['.html', '.js', '.css', '.json', '.xml', '.svg', '.txt', '.webmanifest']);
/** Below this the headers of an answer outweigh what compressing it saves. */
const LEAST_BYTES = 256;
const MOST_KEPT = 0.95;

const makeBrotli = promisify(brotliCompress);
const makeGzip = promisify(gzip);

/**
 * Pages are many and fetched one at a time, scripts are few and fetched by everybody: the last tenth of size takes ten times
 * as long.
 * @param {Buffer} body @param {boolean} isAsset
 */
function brotli(body, isAsset) {
  const quality = isAsset ? constants.BROTLI_MAX_QUALITY : 9;
  return makeBrotli(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}

/** When a file was last changed, in whole milliseconds since 1970: what is set is told back less exactly. @param {string} path */
async function timeOf(path) {
  const found = await stat(path).catch(() => null);
  return found === null ? Number.NEGATIVE_INFINITY : Math.round(found.mtimeMs);
}

/**
 * A server may be reading: the whole file takes its name at once. It has the time of what it was made of, as gzip does it: by
 * its own it could be as old as a change it knows nothing of.
 * @param {string} path @param {Buffer} content @param {number} time
 */
async function writeWhole(path, content, time) {
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, content);
  await utimes(draft, time / 1000, time / 1000);
  await rename(draft, path);
}

/**
 * @param {string} path @param {boolean} isAsset
 * @returns {Promise<{ before: number, after: number } | null>} bytes, and those of the Brotli; null where nothing was done
 */
async function compressFile(path, isAsset) {
  const time = await timeOf(path);
  if ((await timeOf(`${path}.br`)) === time && (await timeOf(`${path}.gz`)) === time) return null;
  const body = await readFile(path);
  if (body.length < LEAST_BYTES) return null;
  const [br, gz] = await Promise.all([brotli(body, isAsset), makeGzip(body, { level: 9 })]);
  if (br.length > body.length * MOST_KEPT) return null;
  await writeWhole(`${path}.br`, br, time);
  await writeWhole(`${path}.gz`, gz, time);
  return { before: body.length, after: br.length };
}

/** @param {string} folder */
async function textFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && TEXT.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/**
 * Compresses a site's files beside themselves.
 * @param {string} folder the built site
 * @returns {Promise<{ files: number, before: number, after: number }>} how many, bytes before, bytes as Brotli
 */
export async function compressSite(folder) {
  const assets = join(folder, 'assets') + sep;
  const files = await textFiles(folder);
  const sum = { files: 0, before: 0, after: 0 };
  let next = 0;
  const work = async () => {
    for (let path = files[next++]; path !== undefined; path = files[next++]) {
      const done = await compressFile(path, path.startsWith(assets));
      if (done === null) continue;
      sum.files += 1;
      sum.before += done.before;
      sum.after += done.after;
    }
  };
  await Promise.all(Array.from({ length: 2 * availableParallelism() }, work));
  return sum;
}

async function main() {
  const [stray] = process.argv.slice(2);
  if (stray !== undefined)
    return fail(`${stray}: no arguments are read, but a variable: OUT_DIR=dist npm run compress`);
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const folder = resolve(root, process.env.OUT_DIR?.trim() || 'dist');
  if (!existsSync(join(folder, 'index.html'))) return fail(`OUT_DIR: no site in ${folder}; run "npm run build" first`);
  const { files, before, after } = await compressSite(folder);
  const size = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  console.log(`${files} files compressed · ${size(before)} → ${size(after)}`);
}

/** @param {string} message */
function fail(message) {
  console.error(`error: ${message}`);
  process.exitCode = 1;
}

const started = process.argv[1];
if (started !== undefined && realpathSync(resolve(started)) === fileURLToPath(import.meta.url)) await main();
