// @ts-check
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * What lies in a folder: sizes and hashes by path.
 * @typedef {object} Digest
 * @property {ReadonlyMap<string, string>} hashes
 * @property {number} bytes
 */

/** @param {string} folder @returns {Digest} */
export function digestFolder(folder) {
  const hashes = new Map();
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = readFileSync(path);
    bytes += content.length;
    hashes.set(relative(folder, path), createHash('sha1').update(content).digest('base64'));
  }
  return { hashes, bytes };
}

/**
 * Files that differ, by the folder they lie in (`a`, `c`, `data` …).
 * @typedef {object} Difference
 * @property {ReadonlyMap<string, number>} changed same name, other bytes
 * @property {ReadonlyMap<string, number>} added
 * @property {ReadonlyMap<string, number>} removed
 */

/** @param {Digest} before @param {Digest} after @returns {Difference} */
export function compareDigests(before, after) {
  const [names, oldNames] = [[...after.hashes.keys()], [...before.hashes.keys()]];
  const known = names.filter((name) => before.hashes.has(name));
  return {
    changed: byFolder(known.filter((name) => before.hashes.get(name) !== after.hashes.get(name))),
    added: byFolder(names.filter((name) => !before.hashes.has(name))),
    removed: byFolder(oldNames.filter((name) => !after.hashes.has(name))),
  };
}

/** @param {readonly string[]} names @returns {ReadonlyMap<string, number>} */
function byFolder(names) {
  const counts = new Map();
  for (const name of names) {
    const folder = name.includes('/') ? `${name.slice(0, name.indexOf('/'))}/` : '/';
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return counts;
}

/** `21: 17 a/, 3 c/, 1 /` @param {ReadonlyMap<string, number>} counts */
export function tellCounts(counts) {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return '0';
  const parts = [...counts].sort((one, other) => other[1] - one[1]).map(([folder, count]) => `${count} ${folder}`);
  return parts.length === 1 ? String(parts[0]) : `${total}: ${parts.join(', ')}`;
}
