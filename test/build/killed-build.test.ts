import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { contentsOf } from './press-room.ts';
import { articleFile } from './printed-site.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

/** More than the press prints itself, so that workers are killed too. */
const MANY = 700;
const SIGNALS = ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGKILL', 'SIGTERM', 'SIGKILL'] as const;

function startBuild(root: string) {
  const { VITEST: _, NODE_ENV: __, ...inherited } = process.env;
  const own = {
    ARTICLES_DIR: join(root, 'articles'),
    OUT_DIR: join(root, 'dist'),
    REPORT_FILE: join(root, 'report.json'),
    SITE_URL: 'https://news.example',
  };
  const env = { ...inherited, ...own };
  const build = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], { env });
  const said: string[] = [];
  for (const stream of [build.stdout, build.stderr]) stream.on('data', (text) => said.push(String(text)));
  return { build, said, ended: once(build, 'exit') };
}

async function buildWhole(root: string): Promise<void> {
  const { said, ended } = startBuild(root);
  const [code] = await ended;
  expect(code, said.join('')).toBe(0);
}

/** Every article with another body, so that none is in the cache. */
function rewrite(root: string, edition: number): void {
  const files = Array.from({ length: MANY }, (_, number) => [
    `articles/${number}.html`,
    articleFile(`No ${number}`, '2024-01-01', '', `<p>The tide stood at ${edition}.</p>`),
  ]);
  writeFiles(root, Object.fromEntries(files));
}

/** Names only: a failing test must not print a site. */
function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] {
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => one.get(name) !== other.get(name));
}

test('a build killed at any moment leaves the old site whole and nothing in the way of the next', {
  timeout: 180_000,
}, async () => {
  const root = temporaryFolder();
  rewrite(root, 0);
  const start = performance.now();
  await buildWhole(root);
  const duration = performance.now() - start;
  const old = contentsOf(join(root, 'dist'));
  const killed: number[] = [];
  for (const [index, signal] of SIGNALS.entries()) {
    rewrite(root, index + 1);
    const { build, ended } = startBuild(root);
    await Promise.race([setTimeout(Math.random() * duration * 0.9), ended]);
    build.kill(signal);
    await ended;
    killed.push(build.pid ?? 0);
    const found = contentsOf(join(root, 'dist'));
    if (differences(old, found).length === 0) continue;
    // The new one was in place already, though its builder had not yet gone: then that one is whole.
    await buildWhole(root);
    expect(differences(found, contentsOf(join(root, 'dist')))).toEqual([]);
    rewrite(root, 0);
    await buildWhole(root);
  }
  rewrite(root, 0);
  await buildWhole(root);
  expect(differences(old, contentsOf(join(root, 'dist')))).toEqual([]);
  expect(readdirSync(root).toSorted()).toEqual(['articles', 'dist', 'report.json']);
  const left = readdirSync('node_modules').filter((name) =>
    killed.some((pid) => name.startsWith(`.broadsheet-${pid}-`)),
  );
  expect(left).toEqual([]);
});
