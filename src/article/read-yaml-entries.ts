import { cleanText } from './clean-text.ts';
import { inEnglish, readKeyLine } from './front-matter-keys.ts';
import { type FrontValue, isList } from './front-value.ts';
import { parseYaml } from './parse-yaml.ts';
import { type RawEntry, readRawEntries } from './raw-entries.ts';
import { readScalar } from './read-scalar.ts';

export interface FrontEntry {
  /** One-based line in the block. */
  readonly line: number;
  readonly value: FrontValue;
}

export interface BlockProblem {
  /** One-based line in the block. */
  readonly line: number;
  readonly reason: string;
  readonly hint: string;
}

/** What a block of front matter says, by lower-case key. */
export interface BlockEntries {
  readonly entries: ReadonlyMap<string, FrontEntry>;
  readonly problems: readonly BlockProblem[];
}

const MOST_ITEMS = 200;
const BLOCK_SCALAR = /^[|>][-+\d]{0,3}\s*(?:#.*)?$/;
const DASHES = /^\s*(?:-(?:\s+|$)){1,32}/;

/** Cleans the texts a parser gave, however deep they lie. */
export function cleanValue(value: FrontValue): FrontValue {
  if (typeof value === 'string') return cleanText(value);
  if (isList(value)) return value.slice(0, MOST_ITEMS).map(cleanValue);
  return new Map([...value].map(([key, inner]) => [key.toLowerCase(), cleanValue(inner)]));
}

function hasText(lines: readonly string[]): boolean {
  return lines.some((line) => !/^\s*(?:#|$)/.test(line));
}

function isFlow(text: string): boolean {
  return (text.startsWith('[') && text.endsWith(']')) || (text.startsWith('{') && text.endsWith('}'));
}

/** A list or map in brackets, also one never closed; `[转] 早报` is a text. */
function isFlowEntry(entry: RawEntry): boolean {
  const text = [entry.rest, ...entry.lines].join('\n').trim();
  if (!/^(?:&\S{1,60}\s+)?[[{]/.test(text)) return false;
  return /[\]}]$/.test(text) || !/[\]}]/.test(text);
}

/** Whether a value can't be read from its raw line: a map, a flow list, a block scalar. */
function needsYaml(entry: RawEntry): boolean {
  const first = entry.rest.trim();
  if (BLOCK_SCALAR.test(first)) return hasText(entry.lines);
  if (entry.kind === 'scalar') return false;
  if (isFlowEntry(entry)) return true;
  if (entry.kind === 'mixed') return (first === '' || first.startsWith('#')) && hasText(entry.lines);
  return entry.kind === null && (hasText(entry.lines) || !/^(?:[^\s"'[\]{}&*!|>%@`#:,?-][^:#]*)?$/.test(first));
}

function continuation(entry: RawEntry): readonly string[] {
  if (entry.key === 'title') {
    const isQuoted = /^\s*["']/.test(entry.rest);
    return entry.lines.filter((line) => isQuoted || !/^\s*#\s/.test(line));
  }
  return entry.lines.filter((line) => /^\s+[^\s#]/.test(line));
}

/** A flow list a YAML parser refuses: `[@a, 【b】 #1]`. */
function splitFlow(text: string): readonly string[] {
  return text
    .replace(/^[[{\s]+/, '')
    .slice(0, 4000)
    .replace(/[\]}\s]{1,100}$/, '')
    .split(/[,，]/)
    .map(readScalar);
}

function readFlow(text: string): FrontValue {
  const parsed = parseYaml(`value: ${text}`);
  const value = parsed.kind === 'read' ? parsed.values.get('value') : undefined;
  return value === undefined ? splitFlow(text) : cleanValue(value);
}

/** `- name: 科技` with other keys after it: an item of a list of maps. */
const NAMED_ITEM = /^(?:name|title|label)[ \t]?:[ \t]+(.{1,200}?)(?:[ \t]+[a-z_]{2,20}:[ \t].*)?$/;

function readItem(written: string): FrontValue {
  const text = NAMED_ITEM.exec(written)?.[1] ?? written;
  return isFlow(text) && text.startsWith('[') ? readFlow(text) : readScalar(text);
}

/** Items by their dashes, so that an item may hold `: `, `#` and `@`; a line without a dash continues the item above. */
function readDashLines(lines: readonly string[]): readonly FrontValue[] {
  const items: string[] = [];
  for (const line of lines) {
    const text = line.replace(DASHES, '').trim();
    const last = items.at(-1);
    if (DASHES.test(line) || last === undefined) items.push(text);
    else if (text !== '' && !text.startsWith('#')) items[items.length - 1] = `${last} ${text}`;
    if (items.length > MOST_ITEMS) break;
  }
  return items.filter(Boolean).map(readItem);
}

function readRaw(entry: RawEntry): FrontValue {
  const first = entry.rest.trim();
  if (entry.kind !== 'list') {
    const rest = BLOCK_SCALAR.test(first) ? '' : entry.rest;
    return readScalar([rest, ...continuation(entry)].join('\n'));
  }
  const isOnLines = (first === '' || first.startsWith('#')) && hasText(entry.lines);
  return isOnLines ? readDashLines(entry.lines) : readScalar(first);
}

function recover(entry: RawEntry): FrontValue {
  const text = [`value: ${entry.rest}`, ...entry.lines].join('\n');
  const parsed = parseYaml(text);
  const value = parsed.kind === 'read' ? parsed.values.get('value') : undefined;
  if (value !== undefined) return cleanValue(value);
  const flow = [entry.rest, ...entry.lines].join(' ').trim();
  // What an anchor stands before was meant to be repeated: nobody lists tags so.
  if (entry.kind !== 'scalar' && isFlowEntry(entry)) return flow.startsWith('&') ? [] : splitFlow(flow);
  // A block scalar's indicator is no part of its text.
  return readScalar([BLOCK_SCALAR.test(entry.rest.trim()) ? '' : entry.rest, ...continuation(entry)].join('\n'));
}

/** The block with every line blanked that is read raw: line numbers stay true. */
function remainderOf(block: string, keep: readonly RawEntry[], strays: readonly number[]): string | null {
  if (keep.length === 0 && strays.length === 0) return null;
  const lines = block.split('\n');
  const rest: string[] = lines.map(() => '');
  const copy = (at: number) => {
    rest[at] = lines[at] ?? '';
  };
  for (const entry of keep) for (let at = entry.line; at <= entry.line + entry.lines.length; at++) copy(at);
  strays.forEach(copy);
  return rest.join('\n');
}

/** The block as a careful hand would write it: its keys at the margin, before an ASCII colon. Lines stay lines. */
function straightened(block: string): string {
  const indent = /^(?:[ \t]*\n)*([ \t]+)["']?[A-Za-z_\u4E00-\u9FFF]/.exec(block.slice(0, 2000))?.[1]?.length ?? 0;
  if (indent === 0 && !/：|^[\u4E00-\u9FFF]/m.test(block)) return block;
  const margin = new RegExp(`^[ \\t]{1,${Math.max(indent, 1)}}`);
  const askew = new RegExp(`^[ \\t]{1,${indent + 1}}(?=\\S)`);
  const atMargin = (line: string): string =>
    readKeyLine(line.trimStart())?.isKnown ? line.replace(askew, '') : line.replace(margin, '');
  return block
    .split('\n')
    .map((line) => inEnglish(indent === 0 ? line : atMargin(line)))
    .map((line) => (readKeyLine(line)?.isKnown ? line.replace(/^([^:：]+)：[ \t]?/, '$1: ') : line))
    .join('\n');
}

const RECOVERED = 'it was read key by key, and what could not be was left out; check the line, and quote its value';

/**
 * Reads a block of YAML front matter. Single-line texts and lists with dashes come from their raw lines, the rest goes
 * through a YAML parser in one piece, and key by key where that fails.
 */
export function readYamlEntries(written: string): BlockEntries {
  const block = straightened(written);
  const { entries, strays } = readRawEntries(block);
  const intricate = entries.filter(needsYaml);
  const remainder = remainderOf(block, intricate, strays);
  const parsed = remainder === null ? null : parseYaml(remainder);
  const values =
    parsed?.kind === 'read' ? new Map([...parsed.values].map(([key, value]) => [key.toLowerCase(), value])) : null;
  const result = new Map<string, FrontEntry>();
  for (const entry of entries) {
    if (entry.kind === null || result.has(entry.key)) continue;
    const given = needsYaml(entry) ? values?.get(entry.key) : undefined;
    const value = given !== undefined ? cleanValue(given) : needsYaml(entry) ? recover(entry) : readRaw(entry);
    result.set(entry.key, { line: entry.line + 1, value });
  }
  if (parsed?.kind !== 'broken') return { entries: result, problems: [] };
  const reason = `the front matter is not valid YAML: ${parsed.reason}`;
  return { entries: result, problems: [{ line: parsed.line, reason, hint: RECOVERED }] };
}
