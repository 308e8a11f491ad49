import { parse as parseToml, TomlError } from 'smol-toml';
import { keyKind } from './front-matter-keys.ts';
import type { FrontValue } from './front-value.ts';
import { LARGEST_YAML, parseYaml } from './parse-yaml.ts';
import { readScalar } from './read-scalar.ts';
import {
  type BlockEntries,
  type BlockProblem,
  cleanValue,
  type FrontEntry,
  readYamlEntries,
} from './read-yaml-entries.ts';
import type { FrontMatterKind } from './split-front-matter.ts';

const NONE: BlockEntries = { entries: new Map(), problems: [] };
const DEEPEST = 8;

/** Values of a TOML or JSON parser as texts, lists and maps; the parsers' own types end here. */
function toFrontValue(value: unknown, depth: number): FrontValue {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined || depth > DEEPEST) return '';
  // A TOML date prints itself as it was written, without a zone where it had none.
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => toFrontValue(item, depth + 1));
  if (typeof value !== 'object') return String(value);
  return new Map(Object.entries(value).map(([key, inner]) => [key, toFrontValue(inner, depth + 1)]));
}

/** The line of a key in a TOML or JSON block, whose parsers don't say. */
function lineOfKey(block: string, key: string): number {
  const at = block.search(new RegExp(`^[{\\s]{0,20}["']?${key}["']?\\s{0,20}[:=]`, 'm'));
  if (at < 0) return 1;
  return block.slice(0, at + block.slice(at).search(/[^{\s]/)).split('\n').length;
}

/** Tables in which Zola and Hugo keep what others write at the top. */
const NESTED = /^(?:taxonomies|extra|params)$/;

function* withNested(table: Iterable<readonly [string, unknown]>): Generator<readonly [string, unknown]> {
  const nested: object[] = [];
  for (const entry of table) {
    const [key, value] = entry;
    if (NESTED.test(key) && typeof value === 'object' && value !== null && !Array.isArray(value)) nested.push(value);
    else yield entry;
  }
  for (const inner of nested) yield* Object.entries(inner);
}

function toEntries(table: Iterable<readonly [string, unknown]>, block: string): ReadonlyMap<string, FrontEntry> {
  const entries = new Map<string, FrontEntry>();
  for (const [key, value] of withNested(table)) {
    if (keyKind(key.toLowerCase()) === null || entries.has(key.toLowerCase())) continue;
    entries.set(key.toLowerCase(), { line: lineOfKey(block, key), value: cleanValue(toFrontValue(value, 0)) });
  }
  return entries;
}

function isTomlKeyLine(line: string): boolean {
  const key = /^[ \t]{0,8}["']?([\w-]{1,60})["']?[ \t]{0,8}=/.exec(line)?.[1];
  return key !== undefined && keyKind(key.toLowerCase()) !== null;
}

const MOST_RECOVERED = 100;

function recoverToml(block: string): ReadonlyMap<string, FrontEntry> {
  const entries: [string, unknown][] = [];
  for (const line of block.split('\n').filter(isTomlKeyLine).slice(0, MOST_RECOVERED)) {
    try {
      entries.push(...Object.entries(parseToml(line)));
    } catch {
      // The line the warning is about, or one of several: what stands after its sign is a text all the same.
      const text = /=\s*(["'].*)$/.exec(line)?.[1];
      const key = line.split('=', 1)[0]?.trim() ?? '';
      if (text !== undefined) entries.push([key, readScalar(text.replace(/^["']|["']$/g, ''))]);
    }
  }
  return toEntries(entries, block);
}

function readToml(block: string): BlockEntries {
  if (block.length > LARGEST_YAML) return { entries: recoverToml(block), problems: [tooLong] };
  try {
    return { entries: toEntries(Object.entries(parseToml(block)), block), problems: [] };
  } catch (error) {
    const line = error instanceof TomlError ? error.line : 1;
    const why = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : '';
    const reason = `the front matter is not valid TOML: ${why.slice(0, 200)}`;
    return { entries: recoverToml(block), problems: [{ line, reason, hint: 'it was read line by line' }] };
  }
}

const tooLong: BlockProblem = {
  line: 1,
  reason: `the front matter is longer than ${LARGEST_YAML} characters`,
  hint: 'only its texts and simple lists were read; move what is not about the article elsewhere',
};

function readYaml(block: string): BlockEntries {
  const read = readYamlEntries(block);
  return block.length > LARGEST_YAML ? { entries: read.entries, problems: [tooLong] } : read;
}

/** Hexo writes the members of an object without its braces. */
function parseJson(block: string): unknown {
  const text = block.trim();
  return JSON.parse(text.startsWith('{') ? text : `{${text}}`);
}

/** Lines of JSON as lines of YAML, which forgive what is missing at their ends. */
function jsonLines(block: string): string {
  return block.replace(/^[ \t]*[{}]?[ \t]*|[ \t]*,?[ \t]*$/gm, '');
}

function readJson(block: string): BlockEntries {
  try {
    const value = parseJson(block);
    if (value !== null && typeof value === 'object')
      return { entries: toEntries(Object.entries(value), block), problems: [] };
  } catch {
    // YAML is a superset that forgives a trailing comma.
  }
  const parsed = parseYaml(block);
  const problem = {
    line: 1,
    reason: 'the front matter is not valid JSON',
    hint: 'check its quotes, commas and braces',
  };
  const entries = parsed.kind === 'read' ? toEntries(parsed.values, block) : readYamlEntries(jsonLines(block)).entries;
  return { entries, problems: [problem] };
}

/**
 * Reads the block of front matter that `splitFrontMatter` cut off: what Broadsheet knows of it, by lower-case key, and
 * what was wrong with it (one-based lines inside the block). Never throws.
 */
export function readFrontMatter(kind: FrontMatterKind, block: string): BlockEntries {
  if (kind === 'yaml') return readYaml(block);
  if (kind === 'toml') return readToml(block);
  return kind === 'json' ? readJson(block) : NONE;
}
