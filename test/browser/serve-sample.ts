import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built sample edition is served, without a slash at the end. */
    readonly sampleSite: string;
    /** The same below `/news/`. */
    readonly sampleSiteBelowBase: string;
  }
}

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

async function buildAndServe(folder: string, base: string): Promise<{ server: ChildProcess; site: string }> {
  // VITEST tells the configuration to leave the edition out; this is a real build.
  const { VITEST, NODE_ENV, ...outside } = process.env;
  const env = {
    ...outside,
    OUT_DIR: join(folder, 'dist'),
    REPORT_FILE: join(folder, 'report.json'),
    SITE_URL: 'https://paper.example',
    BASE_PATH: base,
    PORT: '4600',
  };
  await finished(spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], { cwd: root, env }), 'vite build');
  const server = spawn(process.execPath, ['src/build/serve.js'], { cwd: root, env });
  return { server, site: await address(server) };
}

/** Builds the sample edition as `npm start` does, once at the root and once below a base path, and serves both. */
export default async function serveSample(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-browser-'));
  const plain = await buildAndServe(join(folder, 'plain'), '/');
  const below = await buildAndServe(join(folder, 'below'), '/news/');
  project.provide('sampleSite', plain.site);
  project.provide('sampleSiteBelowBase', below.site);
  return async () => {
    plain.server.kill();
    below.server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
}
