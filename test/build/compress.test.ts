import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressSite } from '../../src/build/compress.js';
import { pngOf, temporaryFolder, writeFiles } from './temporary-folder.ts';

const page = `<!doctype html>${'<p>The lamp turns.</p>'.repeat(200)}`;

function site(): string {
  return writeFiles(temporaryFolder(), {
    ...{ 'index.html': page, 'a/x/index.html': page, 'assets/main.js': 'let a = 1;\n'.repeat(100) },
    ...{ 'robots.txt': 'User-agent: *\n', 'media/lamp.png': pngOf(6, 4), 'data/shard-0-abc.bin': page },
  });
}

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:br|gz|tmp)$/.test(name));

test('puts compressed files beside those that get smaller by it, and leaves the others alone', async () => {
  const folder = site();
  const { files, before, after } = await compressSite(folder);
  const names = ['a/x/index.html', 'assets/main.js', 'index.html'];
  expect(filesOf(folder).toSorted()).toEqual(names.flatMap((name) => [`${name}.br`, `${name}.gz`]).toSorted());
  expect([files, before]).toEqual([3, 2 * page.length + 1100]);
  expect(after).toBeLessThan(before / 10);
});

test('they hold what the files hold', async () => {
  const folder = site();
  await compressSite(folder);
  expect(brotliDecompressSync(readFileSync(join(folder, 'a/x/index.html.br'))).toString()).toBe(page);
  expect(gunzipSync(readFileSync(join(folder, 'a/x/index.html.gz'))).toString()).toBe(page);
});

test('a second time there is nothing to do but for what has changed', async () => {
  const folder = site();
  await compressSite(folder);
  expect((await compressSite(folder)).files).toBe(0);
  writeFiles(folder, { 'index.html': page.replaceAll('lamp', 'light') });
  expect((await compressSite(folder)).files).toBe(1);
});

test('what was changed in the moment in which it was compressed is compressed again', async () => {
  const folder = site();
  await compressSite(folder);
  const path = join(folder, 'index.html');
  const { mtimeMs } = statSync(`${path}.br`);
  writeFiles(folder, { 'index.html': page.replaceAll('lamp', 'light') });
  // As old as a file that was written a moment after the one it was made of.
  const later = (mtimeMs + 2) / 1000;
  utimesSync(path, later, later);
  expect((await compressSite(folder)).files).toBe(1);
  expect(gunzipSync(readFileSync(`${path}.gz`)).toString()).toContain('light');
});

test('a folder that is named as an argument is told to be a variable, and nothing is compressed', () => {
  const folder = site();
  const options = { encoding: 'utf8' as const, env: { ...process.env, OUT_DIR: folder } };
  const { status, stderr } = spawnSync(process.execPath, ['src/build/compress.js', 'site'], options);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^error: site: no arguments are read, but a variable: OUT_DIR=/);
  expect(filesOf(folder)).toEqual([]);
});
