import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { browserPackages } from './bench/browser-packages.js';

const readme = readFileSync(resolve(import.meta.dirname, '../README.md'), 'utf8');

/** Sizes in the README's table, in KB, by package. */
const listed = new Map(
  Array.from(readme.matchAll(/^\| `([^`]+)` \| ([\d.]+) KB \| .+ \|$/gm), ([, name, size]) => [
    name ?? '',
    Number(size),
  ]),
);

describe('packages that travel to the reader', () => {
  let shipped = new Map<string, number>();
  let ours = 0;
  beforeAll(async () => {
    shipped = await browserPackages();
    ours = (shipped.get('') ?? 0) / 1000;
    shipped.delete('');
  });

  test('are all in the README with their reason, and no other is', () => {
    expect([...listed.keys()].sort()).toEqual([...shipped.keys()].sort());
  });

  test('are as large as the README says, give or take a quarter', () => {
    const wrong = [...shipped].filter(([name, size]) => {
      const said = listed.get(name) ?? 0;
      return Math.abs(size / 1000 - said) > Math.max(0.5, said / 4);
    });
    expect(wrong).toEqual([]);
  });

  test('have our own code beside them, as large as the README says, give or take an eighth', () => {
    const said = Number(/^Our own code is some (\d+) KB/m.exec(readme)?.[1]);
    expect(Math.abs(ours - said)).toBeLessThan(said / 8);
  });
});
