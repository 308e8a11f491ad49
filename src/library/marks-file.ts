import { type CaughtUp, isCaughtUp } from './caught-up.ts';
import { faultyLine, lineOf } from './json-lines.ts';
import { isMoment, type StoredMark } from './marks.ts';
import { isPlace, type Place } from './places.ts';

/** All a browser keeps of a reader. Lists are in the order of their times, the last last. */
export interface OwnRecords {
  readonly saved: readonly StoredMark[];
  readonly read: readonly StoredMark[];
  readonly places: readonly Place[];
  readonly caughtUp: readonly CaughtUp[];
  readonly settings: Readonly<Record<string, string>>;
  /** What was searched for, the last first; empty where the reader keeps it back. */
  readonly searches: readonly string[];
}

/** Why a file is not taken: nothing of it is. */
export type FileFault =
  | { readonly kind: 'too-large' }
  /** `line` counts from 1; null where nobody can tell. */
  | { readonly kind: 'no-json'; readonly line: number | null }
  | { readonly kind: 'not-ours' }
  | { readonly kind: 'newer'; readonly version: number }
  /** `list` and `place` (from 1) name what is wrong; `place` null: the list itself. */
  | { readonly kind: 'bad-entry'; readonly line: number; readonly list: string; readonly place: number | null };

export type ReadFile =
  | { readonly kind: 'records'; readonly records: OwnRecords }
  | { readonly kind: 'fault'; readonly fault: FileFault };

/** What docs/marks-file.md describes. */
const FORMAT = 'broadsheet-marks';
const VERSION = 1;
/** Ten times what ten thousand marks take. */
const MOST_LETTERS = 20_000_000;

type Fields = Partial<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function writeMark([id, at, date, position, title = '', source = '']: StoredMark) {
  return { id, at, date, position, title, source };
}

function readMark(value: unknown): StoredMark | null {
  const { id, at, date, position, title = '', source = '' } = fieldsOf(value) ?? {};
  if (typeof id !== 'string' || id === '' || !isMoment(at) || !(date === null || isMoment(date))) return null;
  if (typeof position !== 'number' || typeof title !== 'string' || typeof source !== 'string') return null;
  return [id, at, date, position, title, source];
}

function readPlace(value: unknown): Place | null {
  if (!isPlace(value) || value.id === '') return null;
  const { id, at, progress, title, source, block, index, fraction } = value;
  return { id, at, progress, title, source, block, index, fraction };
}

function readCaughtUp(value: unknown): CaughtUp | null {
  if (!isCaughtUp(value)) return null;
  const { include, exclude, sources, from, to } = value.query;
  return { at: value.at, query: { include, exclude, sources, from, to }, minutes: value.minutes };
}

const readText = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** One entry a line, so that two files can be compared, and a line names an entry. */
function writeList(name: string, entries: readonly unknown[]): string {
  if (entries.length === 0) return `  "${name}": []`;
  return `  "${name}": [\n${entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')}\n  ]`;
}

/** The same records make the same file, byte for byte: it holds no time of its own. */
export function writeMarksFile({ saved, read, places, caughtUp, settings, searches }: OwnRecords): string {
  const sorted = Object.entries(settings).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const parts = [
    `  "format": "${FORMAT}"`,
    `  "version": ${VERSION}`,
    writeList('saved', saved.map(writeMark)),
    writeList('read', read.map(writeMark)),
    writeList('places', places.map(readPlace)),
    writeList('caughtUp', caughtUp.map(readCaughtUp)),
    `  "settings": ${JSON.stringify(Object.fromEntries(sorted))}`,
    writeList('searches', searches),
  ];
  return `{\n${parts.join(',\n')}\n}\n`;
}

/** A fault on its way out of the reading. */
class BadEntry extends Error {
  readonly path: readonly (string | number)[];
  constructor(path: readonly (string | number)[]) {
    super('bad entry');
    this.path = path;
  }
}

function readList<Entry>(fields: Fields, name: string, readEntry: (value: unknown) => Entry | null): readonly Entry[] {
  const list = fields[name] ?? [];
  if (!Array.isArray(list)) throw new BadEntry([name]);
  return list.map((value: unknown, place) => {
    const entry = readEntry(value);
    if (entry === null) throw new BadEntry([name, place]);
    return entry;
  });
}

function readSettings(fields: Fields): Readonly<Record<string, string>> {
  const settings = fieldsOf(fields.settings ?? {});
  if (!settings) throw new BadEntry(['settings']);
  for (const [name, value] of Object.entries(settings)) {
    if (typeof value !== 'string') throw new BadEntry(['settings', name]);
  }
  return settings as Record<string, string>;
}

type Parsed = { readonly fields: Fields } | { readonly fault: FileFault };

function parse(text: string): Parsed {
  if (text.length > MOST_LETTERS) return { fault: { kind: 'too-large' } };
  try {
    const fields = fieldsOf(JSON.parse(text));
    if (fields?.format !== FORMAT || typeof fields.version !== 'number') return { fault: { kind: 'not-ours' } };
    return fields.version > VERSION ? { fault: { kind: 'newer', version: fields.version } } : { fields };
  } catch {
    return { fault: { kind: 'no-json', line: faultyLine(text) } };
  }
}

/** Reads a file as a whole or not at all. What it holds besides is left alone. */
export function readMarksFile(file: string): ReadFile {
  const text = file.replace(/^\uFEFF/, '');
  const parsed = parse(text);
  if ('fault' in parsed) return { kind: 'fault', fault: parsed.fault };
  const { fields } = parsed;
  try {
    const records: OwnRecords = {
      saved: readList(fields, 'saved', readMark),
      read: readList(fields, 'read', readMark),
      places: readList(fields, 'places', readPlace),
      caughtUp: readList(fields, 'caughtUp', readCaughtUp),
      settings: readSettings(fields),
      searches: readList(fields, 'searches', readText),
    };
    return { kind: 'records', records };
  } catch (error) {
    if (!(error instanceof BadEntry)) throw error;
    const [list = '', place] = error.path;
    const number = typeof place === 'number' ? place + 1 : null;
    const line = lineOf(text, error.path);
    return { kind: 'fault', fault: { kind: 'bad-entry', line, list: String(list), place: number } };
  }
}
