/** `BSCL` and the version, as a little-endian number. */
const MAGIC = 0x4c435342;
const VERSION = 2;
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

/** Views of the columns in a buffer of the right length. Dates come first and copies last, so that all of them are aligned. */
function viewColumns(buffer: ArrayBuffer, count: number, bytes: number, copied: number): Columns {
  const dates = new Uint32Array(buffer, HEADER_BYTES, count);
  const IndexArray = bytes === 2 ? Uint16Array : Uint32Array;
  const categories = new IndexArray(buffer, HEADER_BYTES + 4 * count, count);
  const sources = new IndexArray(buffer, HEADER_BYTES + (4 + bytes) * count, count);
  const copies = new Uint32Array(buffer, HEADER_BYTES + (4 + 2 * bytes) * count, 2 * copied);
  return { count, dates, categories, sources, copies };
}

/**
 * The columns file: for every article its date in minutes, category and source, in 8 bytes (12 where there are 65,535
 * categories or sources or more), and which of them repeat others in 8 bytes a copy.
 * @throws RangeError where the lists differ in length
 */
export function encodeColumns(values: ColumnValues): Uint8Array<ArrayBuffer> {
  const count = values.dates.length;
  if (values.categories.length !== count || values.sources.length !== count) {
    throw new RangeError(
      `columns: ${count} dates, ${values.categories.length} categories, ${values.sources.length} sources`,
    );
  }
  const bytes = indexBytes(values);
  const { copies = [] } = values;
  const buffer = new ArrayBuffer(HEADER_BYTES + count * (4 + 2 * bytes) + 8 * copies.length);
  const header = new DataView(buffer);
  header.setUint32(0, MAGIC, true);
  header.setUint16(4, VERSION, true);
  header.setUint16(6, bytes, true);
  header.setUint32(8, count, true);
  header.setUint32(12, copies.length, true);
  const columns = viewColumns(buffer, count, bytes, copies.length);
  columns.dates.set(values.dates.map(toMinutes));
  columns.categories.set(values.categories);
  // -1 becomes the greatest number of either width.
  columns.sources.set(values.sources);
  columns.copies.set(copies.flat());
  return new Uint8Array(buffer);
}

/**
 * Reads a columns file without copying it.
 * @throws Error where the buffer is no columns file, one of another version, or cut short
 */
export function decodeColumns(buffer: ArrayBuffer): Columns {
  const header = new DataView(buffer);
  if (buffer.byteLength < HEADER_BYTES || header.getUint32(0, true) !== MAGIC)
    throw new Error('columns: not a columns file');
  const version = header.getUint16(4, true);
  if (version !== VERSION) throw new Error(`columns: version ${version}, expected ${VERSION}`);
  const bytes = header.getUint16(6, true);
  const count = header.getUint32(8, true);
  const copied = header.getUint32(12, true);
  const expected = HEADER_BYTES + count * (4 + 2 * bytes) + 8 * copied;
  if ((bytes !== 2 && bytes !== 4) || buffer.byteLength !== expected) {
    throw new Error(`columns: ${buffer.byteLength} bytes, expected ${expected} for ${count} articles`);
  }
  return viewColumns(buffer, count, bytes, copied);
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
