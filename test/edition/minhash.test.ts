import { describe, expect, test } from 'vitest';
import { likeness, SKETCH_BYTES, sketchText } from '../../src/edition/minhash.ts';
import { roughText } from '../../src/edition/rough-text.ts';
import { seededRandom } from '../bench/seeded-random.js';
import { strangers } from './planted-stories.ts';

const both = (a: string, b: string) => Uint8Array.from([...sketchText(a).bytes, ...sketchText(b).bytes]);
const alike = (a: string, b: string) => likeness(both(a, b), 0, 1);

/** What a sketch stands for: how much two texts share of all their runs of three. */
function sharedRuns(a: string, b: string): number {
  const runs = (text: string) => {
    const words = text.replace(/[^\p{L}\p{N}]/gu, '');
    return new Set(Array.from({ length: words.length - 2 }, (_, index) => words.slice(index, index + 3)));
  };
  const [one, other] = [runs(a), runs(b)];
  const shared = [...one].filter((run) => other.has(run)).length;
  return shared / (one.size + other.size - shared);
}

describe('sketches', () => {
  test('tell how much texts share, to a tenth', () => {
    const random = seededRandom('shares');
    const texts = strangers(40, 'sketches').map(({ body }) => roughText(body, 8000));
    for (const [index, text] of texts.entries()) {
      if (text.length < 400) continue;
      const other = texts[(index + 1) % texts.length] ?? '';
      const cut = random.whole(100, text.length);
      const mixed = text.slice(0, cut) + other.slice(0, text.length - cut);
      expect(Math.abs(alike(text, mixed) - sharedRuns(text, mixed))).toBeLessThan(0.14);
    }
  });

  test('don’t see what is between words', () => {
    expect(alike('潮水退去，码头露出来了。', '潮水 退去 码头\n露出来了')).toBe(1);
  });

  test('of short texts, of one run, of none', () => {
    expect(alike('灯塔', '灯塔')).toBe(1);
    expect(alike('看灯塔', '看灯塔')).toBe(1);
    expect(alike('看灯塔', '数海鸥')).toBe(0);
    expect(sketchText('').length).toBe(0);
    expect(sketchText('，。').bytes).toHaveLength(SKETCH_BYTES);
  });
});
