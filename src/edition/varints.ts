/** A byte holds seven bits of a number; its highest says that more follow. */
const RADIX = 128;
/** No number written here needs more: 7 × 7 bits. */
const MOST_BYTES = 7;

export interface VarintWriter {
  /** A whole number from 0 to 2^49 − 1: one byte below 128, two below 16,384, and so on. */
  readonly write: (value: number) => void;
  /** A whole number of either sign, near 0 the shortest. */
  readonly writeSigned: (value: number) => void;
  readonly bytes: () => Uint8Array<ArrayBuffer>;
}

/** Writes numbers, small ones in few bytes. */
export function varintWriter(): VarintWriter {
  const bytes: number[] = [];
  const write = (value: number) => {
    let rest = value;
    for (; rest >= RADIX; rest = Math.floor(rest / RADIX)) bytes.push((rest % RADIX) + RADIX);
    bytes.push(rest);
  };
  return {
    write,
    writeSigned: (value) => write(value < 0 ? -2 * value - 1 : 2 * value),
    bytes: () => Uint8Array.from(bytes),
  };
}

export interface VarintReader {
  /** @throws RangeError where no whole number is left */
  readonly read: () => number;
  /** @throws RangeError where no whole number is left */
  readonly readSigned: () => number;
  /** Whether everything has been read. */
  readonly atEnd: () => boolean;
}

/** Reads what a `varintWriter` has written. */
export function varintReader(bytes: Uint8Array): VarintReader {
  let place = 0;
  const read = () => {
    let value = 0;
    let unit = 1;
    for (let count = 0; count < MOST_BYTES; count++) {
      const byte = bytes[place++];
      if (byte === undefined) break;
      if (byte < RADIX) return value + byte * unit;
      value += (byte - RADIX) * unit;
      unit *= RADIX;
    }
    throw new RangeError('no number is left');
  };
  const readSigned = () => {
    const value = read();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  };
  return { read, readSigned, atEnd: () => place === bytes.length };
}
