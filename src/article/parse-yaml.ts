import { parseDocument } from 'yaml';
import type { FrontValue } from './front-value.ts';

export type ParsedYaml =
  | { readonly kind: 'read'; readonly values: ReadonlyMap<string, FrontValue> }
  | {
      readonly kind: 'broken';
      /** One-based line in the block. */
      readonly line: number;
      readonly reason: string;
    };

/** Characters of front matter given to a YAML parser; whoever needs more is not describing an article. */
export const LARGEST_YAML = 16 * 1024;
const DEEPEST_FLOW = 32;
const MOST_LINES = 1000;
const MOST_LEVELS = 16;

function broken(line: number, reason: string): ParsedYaml {
  return { kind: 'broken', line, reason };
}

/** Deepest nesting of `[` and `{`, text in quotes counted too: a guard may err on the safe side. */
function flowDepth(block: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of block) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth);
    else if ((character === ']' || character === '}') && depth > 0) depth--;
  }
  return deepest;
}

/** The parser is recursive: what nests too deep is refused before it sees it. */
function guard(block: string): ParsedYaml | null {
  if (block.length > LARGEST_YAML) return broken(1, `more than ${LARGEST_YAML} characters of front matter`);
  const lines = block.split('\n');
  if (lines.length > MOST_LINES) return broken(1, `more than ${MOST_LINES} lines of front matter`);
  if (flowDepth(block) > DEEPEST_FLOW) return broken(1, 'brackets nested too deep');
  const nested = lines.findIndex(
    (line) => (/^[ \t]*(?:[-?:][ \t]+)+/.exec(line)?.[0].match(/[-?:]/g)?.length ?? 0) > MOST_LEVELS,
  );
  return nested < 0 ? null : broken(nested + 1, 'lists nested too deep');
}

function toFrontValue(value: unknown, level: number): FrontValue {
  if (typeof value === 'string') return value;
  if (level > MOST_LEVELS) return '';
  if (Array.isArray(value)) return value.map((item) => toFrontValue(item, level + 1));
  return value instanceof Map ? toFrontMap(value, level + 1) : '';
}

function toFrontMap(map: ReadonlyMap<unknown, unknown>, level: number): ReadonlyMap<string, FrontValue> {
  const result = new Map<string, FrontValue>();
  for (const [key, value] of map) if (typeof key === 'string') result.set(key, toFrontValue(value, level));
  return result;
}

function firstTextLine(block: string): number {
  return block.slice(0, Math.max(block.search(/\S/), 0)).split('\n').length;
}

/** The parser blames the line after an unclosed bracket; the owner looks for the last one with text. */
function lastTextLine(block: string, line: number): number {
  const lines = block.split('\n').slice(0, line);
  return Math.max(lines.findLastIndex((text) => text.trim() !== '') + 1, 1);
}

function firstSentence(message: string): string {
  return (message.split('\n', 1)[0] ?? '').replace(/ at line \d+, column \d+:?$/, '').slice(0, 200);
}

/**
 * Reads a block of YAML with every value a text, a list or a map of texts: no numbers, dates, tags, aliases or merges.
 * Never throws; an alias, like anything malformed, makes the block broken.
 */
export function parseYaml(block: string): ParsedYaml {
  const refused = guard(block);
  if (refused !== null) return refused;
  try {
    const document = parseDocument(block, { schema: 'failsafe', merge: false, uniqueKeys: false, logLevel: 'silent' });
    const error = document.errors[0];
    if (error !== undefined)
      return broken(lastTextLine(block, error.linePos?.[0].line ?? 1), firstSentence(error.message));
    const value: unknown = document.toJS({ maxAliasCount: 0, mapAsMap: true });
    if (value instanceof Map) return { kind: 'read', values: toFrontMap(value, 0) };
    return value === null || value === ''
      ? { kind: 'read', values: new Map() }
      : broken(firstTextLine(block), 'not a list of keys');
  } catch (error) {
    return broken(firstTextLine(block), firstSentence(error instanceof Error ? error.message : String(error)));
  }
}
