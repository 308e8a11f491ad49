// @ts-check
// Plain JavaScript, because Node 20 runs no TypeScript. Vite, which builds the site, runs the rest as it is.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @type {{ readonly module: typeof import('./run-import.ts') }} */
const { module } = await runnerImport(fileURLToPath(new URL('./run-import.ts', import.meta.url)), {
  root,
  logLevel: 'error',
});
const code = await module.runImport(process.argv.slice(2), process.env, root);
// A name that is still being looked up would keep the program for half a minute.
process.stdout.write('', () => process.exit(code));
