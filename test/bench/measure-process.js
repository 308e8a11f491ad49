// @ts-check
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * What a command cost, all processes it started included.
 * @typedef {object} Cost
 * @property {number} cpu seconds, user and system
 * @property {number} wall seconds
 * @property {number} largest peak resident bytes of the largest process; NaN where there is no /proc
 * @property {number} tree peak of the sum of all processes, sampled; pages they share count more than once
 * @property {string} output what it said
 */

const SAMPLE_MS = 50;

/** `times` knows the user and system time of everything that was waited for, to 10 ms. */
const SCRIPT = '"$@"; code=$?; times >&3; exit $code';

/**
 * Runs a command to its end.
 * @param {readonly string[]} command
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<Cost>}
 * @throws Error with the command's output where it fails
 */
export function measureProcess(command, { cwd, env = {} }) {
  const start = performance.now();
  const child = spawn('sh', ['-c', SCRIPT, 'sh', ...command], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const memory = watchMemory(child.pid ?? 0);
  const [said, times] = [gather([child.stdout, child.stderr]), gather([child.stdio[3]])];
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => {
      const wall = (performance.now() - start) / 1000;
      const { largest, tree } = memory.stop();
      if (code === 0) done({ cpu: cpuSeconds(times()), wall, largest, tree, output: said() });
      else fail(new Error(`${command.join(' ')} ended with ${code}:\n${said().slice(-4000)}`));
    });
  });
}

/** @param {readonly unknown[]} streams */
function gather(streams) {
  /** @type {Buffer[]} */
  const chunks = [];
  for (const stream of streams) {
    const readable = /** @type {import('node:stream').Readable} */ (stream);
    readable.on('data', (chunk) => chunks.push(chunk));
  }
  return () => Buffer.concat(chunks).toString();
}

/** The second line is of the children: `0m6.74s 0m1.25s`. @param {string} times */
function cpuSeconds(times) {
  const children = times.trim().split('\n')[1] ?? '';
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

/** @param {number} root a process id */
function watchMemory(root) {
  let largest = 0;
  let tree = 0;
  const timer = setInterval(() => {
    const found = descendants(root).map(memoryOf);
    largest = Math.max(largest, ...found.map(({ peak }) => peak));
    tree = Math.max(
      tree,
      found.reduce((sum, { now }) => sum + now, 0),
    );
  }, SAMPLE_MS);
  return {
    stop() {
      clearInterval(timer);
      return process.platform === 'linux' ? { largest, tree } : { largest: Number.NaN, tree: Number.NaN };
    },
  };
}

/** @param {number} root @returns {readonly number[]} it and all processes below it */
function descendants(root) {
  const found = [root];
  for (const pid of found) found.push(...childrenOf(pid));
  return found;
}

/** A thread starts processes too, and its children are listed under it. @param {number} pid */
function childrenOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) => {
      const list = readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').trim();
      return list === '' ? [] : list.split(' ').map(Number);
    });
  } catch {
    return [];
  }
}

/** Resident bytes now, and the most there ever were. @param {number} pid */
function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = (/** @type {string} */ name) =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return { now: kilobytes('VmRSS') * 1024, peak: kilobytes('VmHWM') * 1024 };
  } catch {
    return { now: 0, peak: 0 };
  }
}
