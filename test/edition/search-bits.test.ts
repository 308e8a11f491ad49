import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitReader, bitWriter } from '../../src/edition/search-bits.ts';

const number = fc.oneof(fc.nat(20), fc.nat(), fc.constant(0xffff_ffff));

test('what was written is read again', () => {
  const item = fc.oneof(
    fc.record({ kind: fc.constant('write' as const), value: number, size: fc.integer({ min: 0, max: 32 }) }),
    fc.record({ kind: fc.constant('rice' as const), value: number, size: fc.integer({ min: 0, max: 31 }) }),
    fc.record({ kind: fc.constant('gamma' as const), value: fc.nat(2 ** 30), size: fc.constant(0) }),
  );
  fc.assert(
    fc.property(fc.array(item), (items) => {
      const writer = bitWriter();
      for (const { kind, value, size } of items) {
        if (kind === 'write') writer.write(value, size);
        else if (kind === 'rice') writer.rice(value, size);
        else writer.gamma(value);
      }
      const reader = bitReader(writer.bytes());
      for (const { kind, value, size } of items) {
        if (kind === 'write') expect(reader.read(size)).toBe(value % 2 ** size);
        else if (kind === 'rice') expect(reader.rice(size)).toBe(value);
        else expect(reader.gamma()).toBe(value);
      }
    }),
  );
});

test('a string that was cut short reads as zeros, and ends', () => {
  const reader = bitReader(new Uint8Array());
  expect([reader.read(32), reader.rice(5), reader.gamma()]).toEqual([0, 0, 0]);
});
