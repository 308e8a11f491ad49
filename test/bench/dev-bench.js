// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { figure, markdownTable } from './markdown-table.js';

/**
 * How long after its start the development server can be asked, and has answered; in milliseconds.
 * @typedef {object} DevStart
 * @property {number} ready it has said its address
 * @property {number} page the front page has come whole
 */

const ROUNDS = 3;
const ADDRESS = /http:\/\/localhost:\d+\//;

/**
 * Starts `npm run dev` in a project and asks for the front page, as it is (cold) and then again: the median of what is warm.
 * @param {string} project @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ first: DevStart, warm: DevStart }>}
 */
export async function benchDev(project, env) {
  const first = await startOnce(project, env);
  /** @type {DevStart[]} */
  const starts = [];
  for (let round = 0; round < ROUNDS; round++) starts.push(await startOnce(project, env));
  const median = (/** @type {(start: DevStart) => number} */ read) =>
    starts.map(read).toSorted((one, other) => one - other)[ROUNDS >> 1] ?? Number.NaN;
  return { first, warm: { ready: median(({ ready }) => ready), page: median(({ page }) => page) } };
}

/** @param {string} project @param {NodeJS.ProcessEnv} env @returns {Promise<DevStart>} */
async function startOnce(project, env) {
  const start = performance.now();
  const server = spawn(process.execPath, ['node_modules/vite/bin/vite.js', '--port', '0'], {
    cwd: project,
    env: { ...process.env, ...env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const address = await addressOf(server.stdout);
    const ready = performance.now() - start;
    const answer = await fetch(address, { headers: { accept: 'text/html' } });
    if (!answer.ok || !(await answer.text()).includes('"kind":"list"')) throw new Error('the front page is not served');
    return { ready, page: performance.now() - start };
  } finally {
    server.kill('SIGKILL');
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
  }
}

/** @param {import('node:stream').Readable} output @returns {Promise<string>} */
async function addressOf(output) {
  let text = '';
  for await (const chunk of output.iterator({ destroyOnReturn: false })) {
    text += chunk;
    const found = ADDRESS.exec(text);
    if (found === null) continue;
    output.resume();
    return found[0];
  }
  throw new Error(`the development server ended: ${text}`);
}

/** @param {{ first: DevStart, warm: DevStart }} result */
export function devTable({ first, warm }) {
  const row = (/** @type {string} */ name, /** @type {DevStart} */ { ready, page }) => [
    name,
    figure(ready / 1000),
    figure(page / 1000),
  ];
  return markdownTable(['`npm run dev`', 'ready s', 'front page s'], [row('first start', first), row('warm', warm)]);
}
