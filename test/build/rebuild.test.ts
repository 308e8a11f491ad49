import { spawnSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { copyProject } from '../bench/project-copy.js';
import { contentsOf } from './press-room.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

const ARTICLES = {
  'articles/tide.html': '---\ntitle: High tide\ndate: 2024-05-01\nslug: tide\n---\n<p>The water rose.</p>',
  'articles/quay.md': '---\ntitle: The quay\ndate: 2024-05-02\nslug: quay\n---\nStone.',
};

/** A project of its own, so that nothing is compiled yet, and what `npm run build` runs in it. */
function openProject() {
  const root = temporaryFolder();
  const project = join(root, 'project');
  copyProject(project);
  writeFiles(root, { ...ARTICLES, 'project/public/owner.txt': 'mine' });
  const { VITEST: _, NODE_ENV: __, ...inherited } = process.env;
  const env = { ...inherited, ARTICLES_DIR: join(root, 'articles'), OUT_DIR: join(root, 'dist') };
  const build = (own: Readonly<Record<string, string>> = {}) => {
    const options = {
      cwd: project,
      env: { ...env, SITE_URL: 'https://news.example', ...own },
      encoding: 'utf8' as const,
    };
    return spawnSync(process.execPath, ['src/build/build.js'], options);
  };
  return { root, project, build, site: () => contentsOf(join(root, 'dist')) };
}

test('a second build needs no Vite, until the program changes', { timeout: 120_000 }, () => {
  const { root, project, build, site } = openProject();
  const first = build();
  expect({ status: first.status, stderr: first.stderr }).toEqual({ status: 0, stderr: '' });
  const cold = site();
  rmSync(join(project, 'node_modules/vite'));
  const again = build();
  expect({ status: again.status, stderr: again.stderr }).toEqual({ status: 0, stderr: '' });
  expect(again.stdout).toMatch(/^2 published · 0 warnings/m);
  expect(site()).toEqual(cold);
  expect(cold.get('owner.txt')).toBe('mine');

  // What the owner must put right is told in the same way.
  const misspelt = build({ ARTICLES_DIR: join(root, 'artcles') });
  expect(misspelt.status).toBe(1);
  expect(misspelt.stderr).toBe(`error: ARTICLES_DIR: no such folder: ${join(root, 'artcles')}\n`);

  // Another base path, a broken file, another program: each must be compiled, and here nothing is left to compile with.
  expect(build({ BASE_PATH: '/news/' }).stderr).toContain("'vite'");
  const source = join(project, 'src/site.ts');
  const text = readFileSync(source);
  appendFileSync(source, '\n');
  expect(build().stderr).toContain("'vite'");
  writeFileSync(source, text);
  expect(build().status).toBe(0);
  const bundles = join(project, 'node_modules/.cache/broadsheet/bundles');
  for (const name of readdirSync(bundles)) appendFileSync(join(bundles, name, 'tools/press.js'), '\n');
  expect(build().stderr).toContain("'vite'");
  expect(site()).toEqual(cold);

  symlinkSync(resolve('node_modules/vite'), join(project, 'node_modules/vite'));
  expect(build().status).toBe(0);
  expect(site()).toEqual(cold);
});

test.each([
  [['news'], 'error: news: folders are named by variables: ARTICLES_DIR=news npm run build\n'],
  [['--outDir', 'site'], 'error: --outDir: is not read: OUT_DIR=dist npm run build\n'],
  [['--mode', 'x', '--base=/news/'], 'error: --base=/news/: is not read: BASE_PATH=/news/ npm run build\n'],
])('asked for %j, which Vite would take, the build names the variable', (options, message) => {
  const { status, stderr } = spawnSync(process.execPath, ['src/build/build.js', ...options], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 1, stderr: message });
});
