import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { HASHED } from '../../src/build/headers-file.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

function filesIn(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name))
    .toSorted();
}

const pages = [...readdirSync(root).filter((name) => name.endsWith('.md')), ...filesIn('docs', /\.md$/)];
const workflows = filesIn('.github', /\.yml$/);
const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(read('package.json'));

describe.each(pages)('%s', (page) => {
  const text = read(page);

  test('links only to files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, path]) => path ?? '');
    expect(links.filter((path) => !existsSync(join(root, dirname(page), path)))).toEqual([]);
  });

  test('names only commands that are there', () => {
    const named = [...text.matchAll(/npm run (?:-\w+ )*([\w-]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test('both passes to object storage name exactly the files whose names have a hash', () => {
  const patterns = HASHED.map((rule) => rule.replace(/\/\*$/, '/**')).toSorted();
  const text = read('docs/publish/object-storage.md');
  const named = (option: string) =>
    [...text.matchAll(new RegExp(`--${option} '(/[^']+)'`, 'g'))].map(([, pattern]) => pattern ?? '');
  expect(named('include').toSorted()).toEqual(patterns);
  // What else is left out is for hosts alone; the monthly pass leaves it out too.
  expect(
    named('exclude')
      .filter((pattern) => pattern !== '/_headers')
      .toSorted(),
  ).toEqual(patterns);
});

test.each(workflows)('%s is YAML', (file) => {
  expect(parse(read(file))).toBeTypeOf('object');
});

test('the checks run on every Node we promise, with the command of the README', () => {
  const { test: job } = parse(read('.github/workflows/ci.yml')).jobs;
  expect(job.strategy.matrix.node).toEqual([20, 22, 24]);
  expect(job.steps.map((step: { readonly run?: string }) => step.run)).toContain('npm ci && npm test');
});
