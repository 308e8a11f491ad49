import { readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/build/sharded-store.ts';
import { contentsOf } from './press-room.ts';
import { temporaryFolder } from './temporary-folder.ts';

const KEYS = Array.from({ length: 200 }, (_, number) => `${number}.html`);

/** Asks for all of these keys, sets some, saves; what was known before. */
function use(folder: string, keys: readonly string[], entries: Readonly<Record<string, string>> = {}, stamp = 'one') {
  const store = openStore<string>(folder, stamp);
  const known = keys.map((key) => store.get(key));
  for (const [key, entry] of Object.entries(entries)) store.set(key, entry);
  store.save();
  return known;
}

function filledFolder(): string {
  const folder = temporaryFolder();
  use(folder, KEYS, Object.fromEntries(KEYS.map((key) => [key, key])));
  return folder;
}

/** Names of files whose content isn't what it was. */
function changedFiles(folder: string, act: () => void): readonly string[] {
  const before = contentsOf(folder);
  act();
  const after = contentsOf(folder);
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));
}

describe('a store', () => {
  test('knows what was set, and writes nothing where nothing was', () => {
    const folder = filledFolder();
    expect(changedFiles(folder, () => expect(use(folder, KEYS)).toEqual(KEYS))).toEqual([]);
  });

  test('writes a few changes into one small file, whichever shards they belong to', () => {
    const folder = filledFolder();
    const few = { '3.html': 'three', '50.html': 'fifty', '120.html': 'more' };
    expect(changedFiles(folder, () => use(folder, KEYS, few))).toEqual(['recent.json']);
    expect(use(folder, ['3.html', '4.html', '50.html', '120.html'])).toEqual(['three', '4.html', 'fifty', 'more']);
  });

  test('writes many changes into the shards, and earlier ones with them', () => {
    const folder = filledFolder();
    use(folder, KEYS, { '3.html': 'three' });
    const many = Object.fromEntries(KEYS.slice(100, 140).map((key) => [key, 'new']));
    expect(changedFiles(folder, () => use(folder, KEYS, many))).toContain('recent.json');
    expect(contentsOf(folder).has('recent.json')).toBe(false);
    expect(use(folder, KEYS)).toEqual(KEYS.map((key) => (key === '3.html' ? 'three' : (many[key] ?? key))));
  });

  test('forgets what nobody asked for, whether it is written with the few or with the many', () => {
    for (const kept of [KEYS.slice(2), KEYS.slice(100)]) {
      const folder = filledFolder();
      use(folder, kept);
      expect(use(folder, ['0.html', '1.html', '150.html'])).toEqual([undefined, undefined, '150.html']);
    }
  });

  test('saved again and again says the same', () => {
    const folder = filledFolder();
    const store = openStore<string>(folder, 'one');
    for (const key of KEYS.slice(1)) store.get(key);
    for (const entry of ['once', 'twice']) {
      store.set('7.html', entry);
      store.save();
    }
    expect(changedFiles(folder, store.save)).toEqual([]);
    expect(use(folder, ['0.html', '7.html', '8.html'])).toEqual([undefined, 'twice', '8.html']);
  });

  test('of another stamp, or broken, is not known', () => {
    const folder = filledFolder();
    use(folder, KEYS, { '3.html': 'three' });
    expect(use(folder, ['3.html', '4.html'], {}, 'two')).toEqual([undefined, undefined]);
    const other = filledFolder();
    use(other, KEYS, { '3.html': 'three' });
    truncateSync(join(other, 'recent.json'), readFileSync(join(other, 'recent.json')).length - 1);
    expect(use(other, ['3.html', '4.html'])).toEqual(['3.html', '4.html']);
  });
});
