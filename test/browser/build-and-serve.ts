import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

function finished(child: ChildProcess, what: string): Promise<void> {
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  return new Promise((done, failed) => {
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(`${what} ended with ${code}:\n${output}`))));
  });
}

/** The address a server prints, without the slash at its end. */
function address(child: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((done, failed) => {
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      const found = /https?:\/\/[^\s/]+(\/\S*)?/.exec(output);
      if (found) done(found[0].replace(/\/$/, ''));
    });
    child.on('exit', () => failed(new Error(`the server ended without an address:\n${output}`)));
  });
}

export interface ServedSite {
  readonly server: ChildProcess;
  /** Without a slash at the end. */
  readonly site: string;
}

function environment(folder: string, base: string, articlesDir?: string): NodeJS.ProcessEnv {
  // VITEST tells the configuration to leave the edition out; this is a real build.
  const { VITEST, NODE_ENV, ...outside } = process.env;
  return {
    ...outside,
    OUT_DIR: join(folder, 'dist'),
    REPORT_FILE: join(folder, 'report.json'),
    SITE_URL: 'https://paper.example',
    BASE_PATH: base,
    PORT: '4600',
    ...(articlesDir === undefined ? {} : { ARTICLES_DIR: articlesDir }),
  };
}

/** Builds an edition into `folder/dist` as `npm start` does. Without `articlesDir` it is the sample edition. */
export async function buildSite(folder: string, base: string, articlesDir?: string): Promise<void> {
  const env = environment(folder, base, articlesDir);
  await finished(spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], { cwd: root, env }), 'vite build');
}

/** Builds an edition, and serves it. */
export async function buildAndServe(folder: string, base: string, articlesDir?: string): Promise<ServedSite> {
  await buildSite(folder, base, articlesDir);
  const env = environment(folder, base, articlesDir);
  const server = spawn(process.execPath, ['src/build/serve.js'], { cwd: root, env });
  return { server, site: await address(server) };
}

export interface ScratchSite {
  /** Without a slash at the end. */
  readonly site: string;
  /** Where it was built. */
  readonly folder: string;
  readonly close: () => void;
}

/** Builds and serves a site of articles that only a test needs. `files`: contents by path inside the articles folder. */
export async function serveScratch(files: Readonly<Record<string, string | Uint8Array>>): Promise<ScratchSite> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-scratch-'));
  const articles = join(folder, 'articles');
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(articles, path)), { recursive: true });
    writeFileSync(join(articles, path), content);
  }
  const { server, site } = await buildAndServe(folder, '/', articles);
  const close = () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  return { site, folder: join(folder, 'dist'), close };
}
