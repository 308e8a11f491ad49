import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decoder, Encoder } from '../../src/edition/search-coder.ts';

const MODELS = 5;

const item = fc.oneof(
  fc.record({ kind: fc.constant('bit' as const), value: fc.nat(1), size: fc.nat(MODELS - 1) }),
  fc.record({ kind: fc.constant('plain' as const), value: fc.nat(255), size: fc.constant(8) }),
  fc.record({ kind: fc.constant('rice' as const), value: fc.nat(), size: fc.nat(31) }),
  fc.record({ kind: fc.constant('gamma' as const), value: fc.nat(2 ** 30), size: fc.constant(0) }),
);

describe('what was coded', () => {
  test('is read again, bits and numbers mixed', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 400 }), (items) => {
        const encoder = new Encoder(MODELS);
        const code = (coder: Encoder | Decoder, { kind, value, size }: (typeof items)[number]) =>
          kind === 'bit' ? coder.bit(size, value) : kind === 'gamma' ? coder.gamma(value) : coder[kind](value, size);
        for (const each of items) code(encoder, each);
        const decoder = new Decoder(encoder.bytes(), MODELS);
        expect(items.map((each) => code(decoder, { ...each, value: 0 }))).toEqual(items.map(({ value }) => value));
      }),
    );
  });

  test('takes the room it is likely to: a hundredth of a bit where one is as good as certain', () => {
    const encoder = new Encoder(1);
    for (let count = 0; count < 80_000; count++) encoder.bit(0, count % 1000 === 0 ? 1 : 0);
    expect(encoder.bytes().length).toBeLessThan(350);
  });

  test('ends where its bytes do', () => {
    expect(() => new Decoder(new Uint8Array(), 1)).toThrow('too early');
    const decoder = new Decoder(new Encoder(1).bytes(), 1);
    expect(() => {
      for (let count = 0; count < 100_000; count++) decoder.bit(0);
    }).toThrow('too early');
  });
});
