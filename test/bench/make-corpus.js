// @ts-check
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { articleFile, makeArticle } from './corpus-article.js';

export const DEFAULT_SEED = 'broadsheet';
const FOLDER_SIZE = 1000;

/** Where article number `index` of a corpus lies. @param {number} index */
export function corpusPath(index) {
  const folder = String(Math.floor(index / FOLDER_SIZE)).padStart(3, '0');
  return `${folder}/story-${String(index).padStart(6, '0')}.html`;
}

/**
 * Writes `count` invented articles of about 10 KB into `folder`, 1,000 a sub-folder, one at a time.
 * The same seed gives the same bytes; a larger count adds files and changes none.
 * @param {string} folder @param {number} count @param {{ seed?: string }} [options]
 * @returns {number} bytes written
 */
export function makeCorpus(folder, count, { seed = DEFAULT_SEED } = {}) {
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    if (index % FOLDER_SIZE === 0) mkdirSync(join(folder, corpusPath(index), '..'), { recursive: true });
    const file = Buffer.from(articleFile(makeArticle(seed, index)));
    writeFileSync(join(folder, corpusPath(index)), file);
    bytes += file.length;
  }
  return bytes;
}

function main() {
  const [folder, count] = process.argv.slice(2);
  if (folder === undefined || !(Number(count) > 0)) {
    console.error('usage: node test/bench/make-corpus.js <folder> <count>');
    process.exitCode = 2;
    return;
  }
  const bytes = makeCorpus(resolve(folder), Number(count));
  console.log(`${count} articles, ${(bytes / 1e6).toFixed(1)} MB → ${folder}`);
}

const started = process.argv[1];
if (started !== undefined && realpathSync(resolve(started)) === fileURLToPath(import.meta.url)) main();
