import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { ArticleMeta } from '../../src/article/article-meta.ts';
import type { BodyContext, Removed, SmallPrint } from '../../src/article/body.ts';
import { decodeText } from '../../src/article/decode-text.ts';
import { parseHtml } from '../../src/article/parse-html.ts';
import { readArticle } from '../../src/article/read-article.ts';
import { type ReadBody, readBody } from '../../src/article/read-body.ts';

/** What `expected.json` may say of a case; of `meta` only what the case is about is listed. */
export interface Expected {
  /** `date` and `updated` as ISO 8601, or null. */
  readonly meta?: Readonly<Record<string, unknown>>;
  readonly smallPrint: SmallPrint;
  readonly removed: readonly Removed[];
  /** Lines count in the file. */
  readonly problems: readonly { readonly line: number; readonly reason: string }[];
  /** Pieces of the source's visible text that stand nowhere in the result: every loss is written down here. */
  readonly notShown: readonly string[];
}

export interface Fixture {
  readonly name: string;
  readonly folder: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly references: BodyContext['references'];
}

export interface ReadFixture {
  readonly meta: ArticleMeta;
  /** The body as written. */
  readonly source: string;
  readonly format: BodyContext['format'];
  readonly body: ReadBody;
  readonly problems: Expected['problems'];
}

const fixturesFolder = join(import.meta.dirname, '../fixtures');
const sourceNames = ['source.html', 'source.md', 'source.txt'];

function openFixture(name: string): Fixture {
  const folder = join(fixturesFolder, name);
  const file = sourceNames.find((source) => existsSync(join(folder, source)));
  if (file === undefined) throw new Error(`test/fixtures/${name} has no ${sourceNames.join(', ')}`);
  const references = join(folder, 'references.json');
  return {
    name,
    folder,
    file,
    bytes: readFileSync(join(folder, file)),
    references: existsSync(references) ? JSON.parse(readFileSync(references, 'utf8')) : {},
  };
}

/** Every folder of test/fixtures, by name. */
export function openFixtures(): readonly Fixture[] {
  return readdirSync(fixturesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => openFixture(entry.name))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Reads a fixture's source the way the build reads an article file. */
export function readFixture({ file, bytes, references }: Fixture): ReadFixture {
  const decoded = decodeText(bytes);
  const {
    meta,
    body: source,
    bodyLine,
    format,
    problems,
  } = readArticle(decoded.text, { file, timeZone: 'Asia/Shanghai' });
  const body = readBody(source, { title: meta.title, format, references }, parseHtml);
  const inFile = body.problems.map(({ line, reason }) => ({ line: line + bodyLine - 1, reason }));
  const all = [...decoded.problems, ...problems, ...inFile];
  return { meta, source, format, body, problems: all.map(({ line, reason }) => ({ line, reason })) };
}

const containers = new Set([
  'ul',
  'ol',
  'dl',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'blockquote',
  'details',
  'figure',
]);

/** HTML with one block a line, so that a difference is a line. */
export function blocksAsLines(tree: Root): string {
  return tree.children.map((child) => lines(child, '')).join('');
}

function lines(node: RootContent, indent: string): string {
  if (node.type !== 'element' || !containers.has(node.tagName)) return `${indent}${toHtml(node)}\n`;
  const closing = `</${node.tagName}>`;
  const opening = toHtml({ ...node, children: [] } satisfies Element).slice(0, -closing.length);
  const children = node.children.map((child) => lines(child, `${indent}  `)).join('');
  return `${indent}${opening}\n${children}${indent}${closing}\n`;
}
