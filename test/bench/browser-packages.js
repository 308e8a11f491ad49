// @ts-check
// What packages cost the reader: `node test/bench/browser-packages.js` prints the README's table again.
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build, minifySync, runnerImport } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @param {string} id of a module @returns {string | null} */
function packageOf(id) {
  const path = id.replaceAll('\\', '/').split('/node_modules/').at(-1);
  if (path === undefined || !id.includes('node_modules')) return null;
  return path.split('/', path.startsWith('@') ? 2 : 1).join('/');
}

/** Comments and long names don't travel. @param {string | null} code */
function minifiedLength(code) {
  return code === null || code === '' ? 0 : minifySync('module.js', code).code.length;
}

/** The list of files the worker keeps, without any. @param {string} id */
function virtualShell(id) {
  if (id === 'virtual:broadsheet-shell') return `\0${id}`;
  return id.endsWith('virtual:broadsheet-shell') ? 'export const shell = { files: [], version: "" };' : null;
}

/** @param {Awaited<ReturnType<typeof build>>} result */
function chunksOf(result) {
  if (Array.isArray(result) || !('output' in result)) throw new Error('Vite gave no output');
  return result.output.flatMap((file) => (file.type === 'chunk' ? file : []));
}

/**
 * Compiles the app and its service worker as the build does. A package's size is its part of the compressed chunks it is in, in bytes.
 * @returns {Promise<Map<string, number>>} by the package's name; '' is the project itself
 */
export async function browserPackages() {
  // Else the packages' development versions would be weighed.
  process.env.NODE_ENV = 'production';
  /** @type {{ module: typeof import('../../src/build/messages-plugin.ts') }} */
  const { module } = await runnerImport('/src/build/messages-plugin.ts', { root, configFile: false });
  const common = /** @type {const} */ ({ root, configFile: false, logLevel: 'silent', mode: 'production' });
  const plugins = [react(), module.messagesPlugin()];
  const app = await build({ ...common, plugins, build: { write: false, modulePreload: false } });
  const shell = { name: 'shell', resolveId: virtualShell, load: virtualShell };
  const input = 'src/worker.ts';
  const worker = await build({ ...common, plugins: [shell], build: { write: false, rolldownOptions: { input } } });
  /** @type {Map<string, number>} */
  const sizes = new Map();
  for (const chunk of [app, worker].flatMap(chunksOf)) {
    const modules = Object.entries(chunk.modules).map(([id, { code }]) => ({ id, length: minifiedLength(code) }));
    const whole = modules.reduce((sum, { length }) => sum + length, 0);
    const compressed = brotliCompressSync(chunk.code).length;
    for (const { id, length } of modules) {
      if (length === 0) continue;
      const name = packageOf(id) ?? '';
      sizes.set(name, (sizes.get(name) ?? 0) + (compressed * length) / whole);
    }
  }
  return sizes;
}

const started = process.argv[1];
if (started !== undefined && realpathSync(resolve(started)) === fileURLToPath(import.meta.url)) {
  for (const [name, size] of [...(await browserPackages())].sort(([, one], [, other]) => other - one)) {
    console.log(`| ${name === '' ? 'our own code' : `\`${name}\``} | ${(size / 1000).toFixed(1)} KB |`);
  }
}
