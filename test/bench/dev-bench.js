// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { figure, markdownTable } from './markdown-table.js';

/** @typedef {import('node:stream').Readable} Readable */

/**
 * How long after its start the development server can be asked, and has answered; in milliseconds.
 * @typedef {object} DevStart
 * @property {number} ready it has said its address
 * @property {number} page the front page has come whole
 */

const ROUNDS = 3;
const PATIENCE_MS = 120_000;
const ADDRESS = /http:\/\/localhost:\d+\//;

/** Where Vite says which packages it has prepared for browsers. */
const PREPARED = 'node_modules/.vite/deps/_metadata.json';

/**
 * Starts `npm run dev` in a project that was built before, and asks for the front page: the first time, when packages are still to be
 * prepared, and then again.
 * @param {string} project @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ first: DevStart, again: DevStart }>} the second is the median of three
 */
export async function benchDev(project, env) {
  const first = await startOnce(project, env, () => isThere(join(project, PREPARED)));
  /** @type {DevStart[]} */
  const starts = [];
  for (let round = 0; round < ROUNDS; round++) starts.push(await startOnce(project, env));
  const median = (/** @type {(start: DevStart) => number} */ read) =>
    starts.map(read).toSorted((one, other) => one - other)[ROUNDS >> 1] ?? Number.NaN;
  return { first, again: { ready: median(({ ready }) => ready), page: median(({ page }) => page) } };
}

/** @param {string} file */
async function isThere(file) {
  const end = performance.now() + PATIENCE_MS;
  while (!existsSync(file)) {
    if (performance.now() > end) throw new Error(`${file} does not come`);
    await setTimeout(100);
  }
}

/**
 * @param {string} project @param {NodeJS.ProcessEnv} env
 * @param {() => Promise<void>} [settled] what the server may still do before it is ended
 * @returns {Promise<DevStart>}
 */
async function startOnce(project, env, settled = async () => {}) {
  const start = performance.now();
  const server = spawn(process.execPath, ['node_modules/vite/bin/vite.js', '--port', '0'], {
    cwd: project,
    env: { ...process.env, ...env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => server.kill('SIGKILL');
  process.once('exit', end);
  try {
    const address = await addressOf(server);
    const ready = performance.now() - start;
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(address, { headers: { accept: 'text/html' }, signal });
    const text = await answer.text();
    if (!text.includes('"kind":"list"')) throw new Error(`no front page: ${answer.status} ${text.slice(0, 2000)}`);
    const page = performance.now() - start;
    await settled();
    return { ready, page };
  } finally {
    process.off('exit', end);
    end();
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
  }
}

/** What it says is read to its end: a pipe that is full would stop the server. @param {import('node:child_process').ChildProcessByStdio<null, Readable, Readable>} server @returns {Promise<string>} */
function addressOf(server) {
  return new Promise((done, fail) => {
    let said = '';
    const take = (/** @type {Buffer} */ chunk) => {
      said = `${said}${chunk}`.slice(-10_000);
      const found = ADDRESS.exec(said);
      if (found !== null) done(found[0]);
    };
    server.stdout.on('data', take);
    server.stderr.on('data', take);
    server.once('error', fail);
    server.once('exit', () => fail(new Error(`the development server ended: ${said}`)));
    void setTimeout(PATIENCE_MS, null, { ref: false }).then(() => fail(new Error(`no address: ${said}`)));
  });
}

/** @param {{ first: DevStart, again: DevStart }} result */
export function devTable({ first, again }) {
  const row = (/** @type {string} */ name, /** @type {DevStart} */ { ready, page }) => [
    name,
    figure(ready / 1000),
    figure(page / 1000),
  ];
  const rows = [row('after builds, for the first time', first), row('again', again)];
  return markdownTable(['`npm run dev`', 'ready s', 'front page s'], rows);
}
