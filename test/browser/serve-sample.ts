import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildAndServe } from './build-and-serve.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built sample edition is served, without a slash at the end. */
    readonly sampleSite: string;
    /** The same below `/news/`. */
    readonly sampleSiteBelowBase: string;
  }
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
