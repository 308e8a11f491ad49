import { HAND_OFF } from '../edition/addresses.ts';
import { isMoment, type StoredMark } from './marks.ts';
import type { OwnRecords } from './marks-file.ts';
import { isPlace, type Place } from './places.ts';

/**
 * The most useful of a reader's records, small enough for a QR code: what is saved, the places in articles, the settings.
 * Packed they stand in the fragment of an address of ours, which no server ever sees. Titles stay behind: the other device
 * finds them in the edition.
 */
export type HandedOff = Pick<OwnRecords, 'saved' | 'places' | 'settings'>;

export type Unpacked =
  | { readonly kind: 'records'; readonly records: HandedOff }
  | { readonly kind: 'broken' }
  | { readonly kind: 'newer' };

const VERSION = 1;
const MINUTE = 60_000;
/** Letters of a fragment, and bytes of what it unpacks to: no more is ever written, and nobody can fill the memory. */
const MOST_LETTERS = 500_000;
const MOST_BYTES = 4_000_000;
/** Parts ids from each other; no address has one within an id. */
const BETWEEN = ' ';

/** Each as the difference to the one before it: neighbours are alike, and small numbers pack well. */
function differences(values: readonly number[]): number[] {
  return values.map((value, place) => value - (values[place - 1] ?? 0));
}

function sums(differences: readonly number[]): number[] {
  let sum = 0;
  return differences.map((difference) => {
    sum += difference;
    return sum;
  });
}

const isPackable = ([id]: StoredMark | readonly [string]) => id !== '' && !id.includes(BETWEEN);
const minuteOf = (date: number) => Math.floor(date / MINUTE);

/** As a table by columns, to the minute. An unknown date is −1. */
function tableOf({ saved, places, settings }: HandedOff) {
  const marks = saved.filter(isPackable);
  const left = places.filter(({ id }) => isPackable([id]));
  return [
    VERSION,
    marks.map(([id]) => id).join(BETWEEN),
    differences(marks.map(([, at]) => minuteOf(at))),
    differences(marks.map(([, , date]) => (date === null ? -1 : Math.max(0, minuteOf(date))))),
    differences(marks.map(([, , , position]) => position)),
    left.map(({ id, at, block, index, fraction, progress }) => [id, minuteOf(at), block, index, fraction, progress]),
    settings,
  ];
}

async function through(bytes: Uint8Array<ArrayBuffer>, by: GenericTransformStream, most: number): Promise<Uint8Array> {
  const reader: ReadableStreamDefaultReader<Uint8Array> = new Blob([bytes]).stream().pipeThrough(by).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    length += next.value.length;
    if (length > most) {
      await reader.cancel();
      throw new Error('more than anyone has packed');
    }
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function toLetters(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromLetters(letters: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(letters.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
}

/** Records → the fragment of an address. */
export async function packRecords(records: HandedOff): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(tableOf(records)));
  return HAND_OFF + toLetters(await through(bytes, new CompressionStream('deflate-raw'), Number.POSITIVE_INFINITY));
}

const areNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((number) => Number.isSafeInteger(number));

function readMarks(ids: unknown, ...columns: readonly unknown[]): readonly StoredMark[] | null {
  if (typeof ids !== 'string' || !columns.every(areNumbers)) return null;
  const [ats = [], dates = [], positions = []] = columns.map(sums);
  const names = ids === '' ? [] : ids.split(BETWEEN);
  if ([ats, dates, positions].some((column) => column.length !== names.length)) return null;
  const marks = names.map((id, place): StoredMark => {
    const date = dates[place] ?? -1;
    return [id, (ats[place] ?? 0) * MINUTE, date < 0 ? null : date * MINUTE, positions[place] ?? 0, '', ''];
  });
  const areSound = marks.every(
    ([id, at, date]) => isPackable([id]) && isMoment(at) && (date === null || isMoment(date)),
  );
  return areSound ? marks : null;
}

function readPlaces(rows: unknown): readonly Place[] | null {
  if (!Array.isArray(rows)) return null;
  const places = rows.map((row: unknown) => {
    const [id, at, block, index, fraction, progress]: readonly unknown[] = Array.isArray(row) ? row : [];
    return {
      id,
      at: typeof at === 'number' ? at * MINUTE : null,
      progress,
      title: '',
      source: '',
      block,
      index,
      fraction,
    };
  });
  return places.every(isPlace) ? places : null;
}

function readSettings(value: unknown): Readonly<Record<string, string>> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const areTexts = Object.values(value).every((each) => typeof each === 'string');
  return areTexts ? { ...(value as Record<string, string>) } : null;
}

async function readTable(fragment: string): Promise<readonly unknown[]> {
  if (!fragment.startsWith(HAND_OFF) || fragment.length > MOST_LETTERS) throw new Error('nothing of ours');
  const packed = fromLetters(fragment.slice(HAND_OFF.length));
  const bytes = await through(packed, new DecompressionStream('deflate-raw'), MOST_BYTES);
  const table: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  if (!Array.isArray(table)) throw new Error('no table');
  return table;
}

/** The fragment of an address → records. Never throws: anybody may have written it. */
export async function unpackRecords(fragment: string): Promise<Unpacked> {
  try {
    const [version, ids, ats, dates, positions, rows, values] = await readTable(fragment);
    if (typeof version === 'number' && version > VERSION) return { kind: 'newer' };
    const [saved, places, settings] = [readMarks(ids, ats, dates, positions), readPlaces(rows), readSettings(values)];
    if (version !== VERSION || !saved || !places || !settings) return { kind: 'broken' };
    return { kind: 'records', records: { saved, places, settings } };
  } catch {
    return { kind: 'broken' };
  }
}

/** The fragment of as many records as fit, the newest of each kind, and how many those are. */
export interface FittedRecords {
  readonly fragment: string;
  readonly saved: number;
  readonly places: number;
}

/** Places that are handed over in a code: those one is about to return to. */
const FITTED_PLACES = 8;

/**
 * Packs the newest that fit.
 * @param most letters of the fragment
 */
export async function packFitting(records: HandedOff, most: number): Promise<FittedRecords> {
  const newest = async (saved: number, places: number): Promise<FittedRecords> => ({
    fragment: await packRecords({
      ...records,
      saved: saved === 0 ? [] : records.saved.slice(-saved),
      places: places === 0 ? [] : records.places.slice(-places),
    }),
    ...{ saved, places },
  });
  const places = Math.min(records.places.length, FITTED_PLACES);
  // An article takes no less than three letters.
  let [low, high] = [0, Math.min(records.saved.length, Math.floor(most / 3))];
  let best = await newest(0, places);
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    const packed = await newest(middle, places);
    if (packed.fragment.length <= most) [low, best] = [middle, packed];
    else high = middle - 1;
  }
  return best;
}
