// @ts-check
// `npm run build`, in plain JavaScript because Node 20 runs no TypeScript. Where an earlier build has compiled this very program,
// that prints the site; otherwise, and whenever Vite is to be told something, it is `vite build`.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What earlier builds have compiled, the one used last first. @param {string} root */
function keptFolders(root) {
  const bundles = join(root, 'node_modules/.cache/broadsheet/bundles');
  try {
    const folders = readdirSync(bundles).map((name) => join(bundles, name));
    const used = (/** @type {string} */ folder) => statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    return folders.sort((one, other) => used(other) - used(one));
  } catch {
    return [];
  }
}

/** Null where there is none, or no whole one. @param {string} folder @returns {Promise<typeof import('./rebuild.ts') | null>} */
async function rebuilderIn(folder) {
  try {
    return await import(pathToFileURL(join(folder, 'tools/rebuild.js')).href);
  } catch {
    return null;
  }
}

/** @param {string} root */
async function isRebuilt(root) {
  for (const folder of keptFolders(root)) {
    const rebuilder = await rebuilderIn(folder);
    if (await rebuilder?.rebuild(root)) return true;
  }
  return false;
}

/**
 * What Vite would take and the edition would not.
 * @param {readonly string[]} options
 */
function complaint([first = '', ...others]) {
  if (/^[^-]/.test(first)) return `${first}: folders are named by variables: ARTICLES_DIR=news npm run build`;
  const stray = [first, ...others].find((option) => /^--(?:base|outDir)(?:=|$)/.test(option));
  return (
    stray && `${stray}: is not read: ${stray.startsWith('--base') ? 'BASE_PATH=/news/' : 'OUT_DIR=dist'} npm run build`
  );
}

const options = process.argv.slice(2);
const wrong = complaint(options);
if (wrong !== undefined) {
  console.error(`error: ${wrong}`);
  process.exitCode = 1;
} else if (options.length > 0 || !(await isRebuilt(process.cwd()))) {
  // Before Vite's bundler is loaded: its allocator keeps what it has freed, else, and that is a quarter of what this build takes.
  process.env.MIMALLOC_PURGE_DELAY ??= '0';
  process.argv.splice(2, options.length, 'build', ...options);
  await import(new URL('../../bin/vite.js', import.meta.resolve('vite')).href);
}
