import { type VarintReader, varintReader, varintWriter } from './varints.ts';

/** `BSCL` and the version, as a little-endian number. */
const MAGIC = 0x4c435342;
const VERSION = 3;
/** Magic, version, bytes of an index, count, copies: 4 + 2 + 2 + 4 + 4. */
const HEADER_BYTES = 16;
const NONE_16 = 0xffff;

/** No date, in a column of minutes. */
export const UNKNOWN_MINUTE = 0xffffffff;

/** What is written: one entry an article in each list, oldest first. */
export interface ColumnValues {
  /** Milliseconds since 1970, or null where unknown. */
  readonly dates: readonly (number | null)[];
  /** Index of the innermost category. */
  readonly categories: readonly number[];
  /** Index of the source, or -1. */
  readonly sources: readonly number[];
  /** An article that repeats an older one, and the first that told the story: two positions. None where left out. */
  readonly copies?: readonly (readonly [copy: number, first: number])[];
}

/** What is read: for every position, oldest first. */
export interface Columns {
  readonly count: number;
  /** Minutes since 1970, 0 for anything before, or `UNKNOWN_MINUTE`. */
  readonly dates: Uint32Array;
  readonly categories: Uint16Array | Uint32Array;
  /** The greatest number of the array's kind where there is no source: use `sourceAt`. */
  readonly sources: Uint16Array | Uint32Array;
  /** Of every article that repeats another: its position, then that of the first that told the story. */
  readonly copies: Uint32Array;
}

function toMinutes(date: number | null): number {
  if (date === null) return UNKNOWN_MINUTE;
  return Math.min(Math.max(Math.floor(date / 60_000), 0), UNKNOWN_MINUTE - 1);
}

function indexBytes({ categories, sources }: ColumnValues): 2 | 4 {
  const isSmall = (index: number): boolean => index < NONE_16;
  return categories.every(isSmall) && sources.every(isSmall) ? 2 : 4;
}

/**
 * The columns file: for every article its date in minutes, category and source, and which of them repeat others. Numbers are
 * written by their difference from the one before where such differences are small: a busy edition takes 3 to 4 bytes an
 * article, and a few more each copy.
 * @throws RangeError where the lists differ in length
 */
export function encodeColumns(values: ColumnValues): Uint8Array<ArrayBuffer> {
  const count = values.dates.length;
  if (values.categories.length !== count || values.sources.length !== count) {
    throw new RangeError(
      `columns: ${count} dates, ${values.categories.length} categories, ${values.sources.length} sources`,
    );
  }
  const { copies = [] } = values;
  const numbers = encodeNumbers(values, copies);
  const bytes = new Uint8Array(HEADER_BYTES + numbers.length);
  const header = new DataView(bytes.buffer);
  header.setUint32(0, MAGIC, true);
  header.setUint16(4, VERSION, true);
  header.setUint16(6, indexBytes(values), true);
  header.setUint32(8, count, true);
  header.setUint32(12, copies.length, true);
  bytes.set(numbers, HEADER_BYTES);
  return bytes;
}

/** One column after another: like stands beside like, which a host's compression likes. 0 says that there is no date, no source. */
function encodeNumbers(values: ColumnValues, copies: NonNullable<ColumnValues['copies']>): Uint8Array<ArrayBuffer> {
  const writer = varintWriter();
  const writeSteps = (numbers: readonly number[]) => {
    numbers.forEach((number, place) => {
      writer.writeSigned(number - (numbers[place - 1] ?? 0));
    });
  };
  writeSteps(values.dates.map((date) => (date === null ? 0 : toMinutes(date) + 1)));
  for (const category of values.categories) writer.write(category);
  for (const source of values.sources) writer.write(source + 1);
  writeSteps(copies.map(([copy]) => copy));
  writeSteps(copies.map(([, first]) => first));
  return writer.bytes();
}

interface ColumnsHeader {
  readonly count: number;
  readonly copied: number;
  readonly IndexArray: typeof Uint16Array | typeof Uint32Array;
}

function readHeader(buffer: ArrayBuffer): ColumnsHeader {
  const header = new DataView(buffer);
  if (buffer.byteLength < HEADER_BYTES || header.getUint32(0, true) !== MAGIC)
    throw new Error('columns: not a columns file');
  const version = header.getUint16(4, true);
  if (version !== VERSION) throw new Error(`columns: version ${version}, expected ${VERSION}`);
  const count = header.getUint32(8, true);
  const copied = header.getUint32(12, true);
  // Before anything is made room for: each of these numbers is a byte at least.
  if (buffer.byteLength < HEADER_BYTES + 3 * count + 2 * copied) throw new Error('columns: the file is cut short');
  return { count, copied, IndexArray: header.getUint16(6, true) === 2 ? Uint16Array : Uint32Array };
}

function readNumbers(reader: VarintReader, { count, copied, IndexArray }: ColumnsHeader): Columns {
  const dates = new Uint32Array(count);
  const categories = new IndexArray(count);
  const sources = new IndexArray(count);
  const copies = new Uint32Array(2 * copied);
  // An unsigned array makes of -1 its greatest number, which says that there is none.
  for (let place = 0, date = 0; place < count; place++) {
    date += reader.readSigned();
    dates[place] = date - 1;
  }
  for (let place = 0; place < count; place++) categories[place] = reader.read();
  for (let place = 0; place < count; place++) sources[place] = reader.read() - 1;
  for (const side of [0, 1]) {
    for (let place = 0, position = 0; place < copied; place++) {
      position += reader.readSigned();
      copies[2 * place + side] = position;
    }
  }
  return { count, dates, categories, sources, copies };
}

/**
 * Reads a columns file.
 * @throws Error where the buffer is no columns file, one of another version, or cut short
 */
export function decodeColumns(buffer: ArrayBuffer): Columns {
  const header = readHeader(buffer);
  const reader = varintReader(new Uint8Array(buffer, HEADER_BYTES));
  try {
    const columns = readNumbers(reader, header);
    if (reader.atEnd()) return columns;
  } catch (error) {
    throw new Error('columns: the file is cut short', { cause: error });
  }
  throw new Error('columns: the file goes on after its end');
}

/** An article's date in milliseconds since 1970, exact to the minute; null where unknown. */
export function dateAt({ dates }: Columns, position: number): number | null {
  const minutes = dates[position] ?? UNKNOWN_MINUTE;
  return minutes === UNKNOWN_MINUTE ? null : minutes * 60_000;
}

/** Index of an article's source, or -1. */
export function sourceAt({ sources }: Columns, position: number): number {
  const index = sources[position] ?? -1;
  const none = sources.BYTES_PER_ELEMENT === 2 ? NONE_16 : 0xffffffff;
  return index === none ? -1 : index;
}
