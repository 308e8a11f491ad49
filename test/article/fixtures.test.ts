import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { allowListSchema } from '../../src/article/allow-list.ts';
import { textOf } from '../../src/article/hast-node.ts';
import { bareTree } from './bare-tree.ts';
import { blocksAsLines, type Expected, type Fixture, openFixtures, type ReadFixture, readFixture } from './fixture.ts';

/** `UPDATE_FIXTURES=caption-x` writes what is printed now into that folder, `1` into all, for a person to review line by line. */
const updated = process.env.UPDATE_FIXTURES;

const letters = (value: string): string => value.replace(/[^\p{L}\p{N}]/gu, '');

const invisible = new Set(['script', 'style', 'template', 'title', 'head', 'noembed', 'noframes', 'iframe', 'rp']);

/** The pieces of text a reader would see in the source, cut where tags and line breaks cut them. */
function* visibleTexts(node: Nodes): Generator<string> {
  if (node.type === 'text') for (const line of node.value.split('\n')) yield line.trim();
  if (node.type === 'element' && invisible.has(node.tagName)) return;
  if ('children' in node) for (const child of node.children) yield* visibleTexts(child);
}

function sourceTexts({ source, format }: ReadFixture): readonly string[] {
  if (format === 'text') return source.split('\n').map((line) => line.trim());
  const html = format === 'markdown' ? marked.parse(source, { async: false }) : source;
  return [...visibleTexts(fromHtml(html, { fragment: true }))];
}

/** Pieces of the source that are neither in the article, nor its title, nor small print, nor listed as removed. */
function notShown(read: ReadFixture): readonly string[] {
  const { tree, smallPrint, removed } = read.body;
  const elsewhere = [read.meta.title, ...Object.values(smallPrint), ...removed.map(({ text }) => text)];
  const all = letters([textOf(tree), ...elsewhere].join(' '));
  return [...new Set(sourceTexts(read).filter((piece) => !all.includes(letters(piece))))];
}

const iso = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());

function actual(read: ReadFixture, listed: readonly string[]): Expected {
  const known = new Map<string, unknown>(
    Object.entries({ ...read.meta, date: iso(read.meta.date), updated: iso(read.meta.updated), format: read.format }),
  );
  const { smallPrint, removed } = read.body;
  const meta = Object.fromEntries(listed.map((key) => [key, known.get(key)]));
  return { meta, smallPrint, removed, problems: read.problems, notShown: notShown(read) };
}

function expectedOf({ folder, name }: Fixture, file: string): string {
  const path = join(folder, file);
  if (!existsSync(path))
    throw new Error(`test/fixtures/${name} has no ${file}: write it, or review UPDATE_FIXTURES=${name}`);
  return readFileSync(path, 'utf8');
}

function update(fixture: Fixture, read: ReadFixture): void {
  const path = join(fixture.folder, 'expected.json');
  const before: Expected | null = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
  // What the front matter must say is written by hand only.
  const found = { ...actual(read, []), meta: before?.meta ?? {} };
  writeFileSync(path, `${JSON.stringify(found, null, 2)}\n`);
  writeFileSync(join(fixture.folder, 'expected.html'), blocksAsLines(read.body.tree));
}

const parsedAgain = (tree: Root): Root => fromHtml(toHtml(tree), { fragment: true });

describe.each(openFixtures().map((fixture) => [fixture.name, fixture] as const))('%s', (_, fixture) => {
  const read = readFixture(fixture);
  if (updated === '1' || updated === fixture.name) update(fixture, read);

  test('gives the expected article', () => {
    expect(blocksAsLines(read.body.tree)).toBe(expectedOf(fixture, 'expected.html'));
  });

  test('says what it is, what was taken out and what was wrong', () => {
    const expected: Expected = JSON.parse(expectedOf(fixture, 'expected.json'));
    expect(actual(read, Object.keys(expected.meta ?? {}))).toEqual({ meta: {}, ...expected });
  });

  test('parses back to the same tree', () => {
    expect(bareTree(parsedAgain(read.body.tree))).toEqual(bareTree(read.body.tree));
  });

  test('holds nothing outside the allow-list', () => {
    expect(bareTree(sanitize(read.body.tree, allowListSchema))).toEqual(bareTree(read.body.tree));
  });
});
