/** Quotients from here on are written whole: one stray number must not become a million ones. */
const LONGEST_RUN = 24;

/** A string of bits, written front to back. */
export interface BitWriter {
  /** The lowest `bits` of a whole number; at most 32. */
  readonly write: (value: number, bits: number) => void;
  /** A whole number below 2^32 that is mostly near 2^`parameter` or below; that is at most 31. */
  readonly rice: (value: number, parameter: number) => void;
  /** A whole number that is mostly small. */
  readonly gamma: (value: number) => void;
  /** Everything written, filled up with zeros to whole bytes. */
  readonly bytes: () => Uint8Array<ArrayBuffer>;
}

export function bitWriter(): BitWriter {
  let buffer = new Uint8Array(1024);
  let length = 0;
  let pending = 0;
  let pendingBits = 0;

  function writeFew(value: number, bits: number): void {
    pending = (pending << bits) | value;
    pendingBits += bits;
    while (pendingBits >= 8) {
      pendingBits -= 8;
      if (length === buffer.length) {
        const larger = new Uint8Array(2 * length);
        larger.set(buffer);
        buffer = larger;
      }
      buffer[length++] = pending >>> pendingBits;
    }
    pending &= (1 << pendingBits) - 1;
  }

  // Shifts throughout: a power takes longer than all the rest, and millions of numbers are written.
  function write(value: number, bits: number): void {
    if (bits > 16) {
      writeFew((value >>> 16) & ((1 << (bits - 16)) - 1), bits - 16);
      writeFew(value & 0xffff, 16);
    } else writeFew(value & ((1 << bits) - 1), bits);
  }

  function ones(count: number): void {
    for (let left = count; left > 0; left -= 16) writeFew((1 << Math.min(left, 16)) - 1, Math.min(left, 16));
  }

  return {
    write,
    rice(value, parameter) {
      const quotient = value >>> parameter;
      // Nearly all are short, and written at one stroke.
      if (quotient + parameter < 16) {
        const run = (1 << (quotient + 1)) - 2;
        writeFew((run << parameter) | (value & ((1 << parameter) - 1)), quotient + 1 + parameter);
        return;
      }
      ones(Math.min(quotient, LONGEST_RUN));
      if (quotient >= LONGEST_RUN) {
        write(value, 32);
        return;
      }
      writeFew(0, 1);
      write(value, parameter);
    },
    gamma(value) {
      const bits = 31 - Math.clz32(value + 1);
      ones(bits);
      writeFew(0, 1);
      write(value + 1, bits);
    },
    bytes() {
      const all = new Uint8Array(length + (pendingBits > 0 ? 1 : 0));
      all.set(buffer.subarray(0, length));
      if (pendingBits > 0) all[length] = pending << (8 - pendingBits);
      return all;
    },
  };
}

/** Reads what a `BitWriter` wrote; behind the end there are only zeros. */
export interface BitReader {
  readonly read: (bits: number) => number;
  readonly rice: (parameter: number) => number;
  readonly gamma: () => number;
}

export function bitReader(bytes: Uint8Array): BitReader {
  let place = 0;
  let current = 0;
  let left = 0;

  function readFew(bits: number): number {
    while (left < bits) {
      current = (current << 8) | (bytes[place++] ?? 0);
      left += 8;
    }
    left -= bits;
    return (current >>> left) & ((1 << bits) - 1);
  }

  function read(bits: number): number {
    return bits <= 16 ? readFew(bits) : readFew(bits - 16) * 0x10000 + readFew(16);
  }

  /** The ones before the next zero; at most so many, behind which no zero stands. */
  function ones(most: number): number {
    let count = 0;
    while (count < most) {
      if (left === 0) {
        current = bytes[place++] ?? 0;
        left = 8;
      }
      const run = Math.min(Math.clz32(~(current << (32 - left))), left, most - count);
      count += run;
      left -= run;
      if (left > 0 && count < most) {
        left -= 1;
        break;
      }
    }
    return count;
  }

  return {
    read,
    rice(parameter) {
      const quotient = ones(LONGEST_RUN);
      return quotient === LONGEST_RUN ? read(32) : quotient * 2 ** parameter + read(parameter);
    },
    gamma() {
      const bits = ones(31);
      return 2 ** bits + read(bits) - 1;
    },
  };
}
