import { type BitReader, type BitWriter, bitReader, bitWriter } from './search-bits.ts';

/**
 * Writes or reads numbers in as little room as their likelihood allows. One function describes a format in both directions: it
 * hands in what is to be written and goes on with what comes back, which for a reader is what stands there.
 */
export interface Coder {
  /** A bit that is mostly like those before it of the same model: how likely it is, is learnt on the way. */
  readonly bit: (model: number, bit: number) => number;
  /** A number of so many bits, at most 32, all of which are as likely as not. */
  readonly plain: (value: number, bits: number) => number;
  /** A whole number that is mostly near 2^`parameter` or below. */
  readonly rice: (value: number, parameter: number) => number;
  /** A whole number that is mostly small. */
  readonly gamma: (value: number) => number;
}

/** Likelihoods are parts of this. */
const CERTAIN = 2 ** 16;
/** Nothing is certain: a bit takes a hundredth of one at least, so that a broken file can't hold endless ones. */
const LEAST = 2 ** 9;
const MOST = CERTAIN - LEAST;
/** A model follows its bits the more slowly the more it has seen: shifts of what it is wrong by. */
const STEPS = Uint8Array.from([2, 2, 3, 3, 4, 4, 5]);

/** How likely a 1 is, for each model. A class, because millions of bits ask it. */
class Models {
  private readonly likelihoods: Uint16Array;
  private readonly seen: Uint8Array;

  constructor(count: number) {
    this.likelihoods = new Uint16Array(count).fill(CERTAIN / 2);
    this.seen = new Uint8Array(count);
  }

  /** The last number of the part of an interval that is left by a 1. */
  partAt(model: number, low: number, high: number): number {
    return low + ((high - low) >>> 12) * ((this.likelihoods[model] ?? 0) >>> 4);
  }

  learn(model: number, bit: number): void {
    const known = this.likelihoods[model] ?? 0;
    const times = this.seen[model] ?? 0;
    const step = STEPS[times] ?? 0;
    if (times < STEPS.length - 1) this.seen[model] = times + 1;
    this.likelihoods[model] = bit === 1 ? known + ((MOST - known) >>> step) : known - ((known - LEAST) >>> step);
  }
}

/** Numbers of an interval have 30 bits, which engines hold without allocating anything. */
const WIDEST = 2 ** 30 - 1;
/** Where their highest byte begins. */
const TOP = 22;

/**
 * Arithmetic coding: all that is written so far is an interval, and each bit leaves the part of it that is as large as the bit
 * was likely. The bytes in which both ends agree are written down. What is not modelled stands behind, in a string of its own.
 */
export class Encoder implements Coder {
  private readonly models: Models;
  private readonly rest: BitWriter = bitWriter();
  private low = 0;
  private high = WIDEST;
  private buffer = new Uint8Array(1 << 14);
  private length = 0;

  constructor(models: number) {
    this.models = new Models(models);
  }

  private put(byte: number): void {
    if (this.length === this.buffer.length) {
      const larger = new Uint8Array(2 * this.length);
      larger.set(this.buffer);
      this.buffer = larger;
    }
    this.buffer[this.length++] = byte;
  }

  bit(model: number, bit: number): number {
    let { low, high } = this;
    const part = this.models.partAt(model, low, high);
    if (bit === 1) high = part;
    else low = part + 1;
    this.models.learn(model, bit);
    while ((low ^ high) >>> TOP === 0) {
      this.put(high >>> TOP);
      low = (low << 8) & WIDEST;
      high = ((high << 8) & WIDEST) | 0xff;
    }
    this.low = low;
    this.high = high;
    return bit;
  }

  plain(value: number, bits: number): number {
    this.rest.write(value, bits);
    return value;
  }

  rice(value: number, parameter: number): number {
    this.rest.rice(value, parameter);
    return value;
  }

  gamma(value: number): number {
    this.rest.gamma(value);
    return value;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    // Any number of the interval tells it.
    for (const shift of [TOP, TOP - 8, TOP - 16]) this.put((this.high >>> shift) & 0xff);
    this.put((this.high << (24 - TOP)) & 0xff);
    const rest = this.rest.bytes();
    const all = new Uint8Array(4 + this.length + rest.length);
    new DataView(all.buffer).setUint32(0, this.length);
    all.set(this.buffer.subarray(0, this.length), 4);
    all.set(rest, 4 + this.length);
    return all;
  }
}

/** Reads what an encoder with as many models has written. */
export class Decoder implements Coder {
  private readonly models: Models;
  private readonly rest: BitReader;
  private readonly bytes: Uint8Array;
  private readonly end: number;
  private at = 4;
  private last = 0;
  private low = 0;
  private high = WIDEST;
  private code = 0;

  /** @throws Error where the bytes end too early; so does `bit` */
  constructor(bytes: Uint8Array, models: number) {
    this.models = new Models(models);
    this.bytes = bytes;
    const length = bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
    this.end = Math.min(bytes.length, 4 + length);
    this.rest = bitReader(bytes.subarray(this.end));
    for (let count = 0; count < 4; count++) this.code = ((this.code << 8) & WIDEST) | this.next();
  }

  private next(): number {
    if (this.at >= this.end) throw new Error('search: the bytes end too early');
    const before = this.last;
    this.last = this.bytes[this.at++] ?? 0;
    // 30 bits are no whole number of bytes: what is read begins two bits before a byte.
    return ((before << (TOP - 16)) & 0xff) | (this.last >>> (24 - TOP));
  }

  bit(model: number): number {
    let { low, high } = this;
    const part = this.models.partAt(model, low, high);
    const bit = this.code <= part ? 1 : 0;
    if (bit === 1) high = part;
    else low = part + 1;
    this.models.learn(model, bit);
    while ((low ^ high) >>> TOP === 0) {
      this.code = ((this.code << 8) & WIDEST) | this.next();
      low = (low << 8) & WIDEST;
      high = ((high << 8) & WIDEST) | 0xff;
    }
    this.low = low;
    this.high = high;
    return bit;
  }

  plain(_: number, bits: number): number {
    return this.rest.read(bits);
  }

  rice(_: number, parameter: number): number {
    return this.rest.rice(parameter);
  }

  gamma(_: number): number {
    return this.rest.gamma();
  }
}
