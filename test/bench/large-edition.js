// @ts-check
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { seededRandom } from './seeded-random.js';

const MINUTE = 60_000;
const YEARS = 10;
const SHEET = 32;

/** @typedef {{ name: string, slug: string, path: string, parent: number, count: number }} Category */

/**
 * @typedef {object} LargeEdition by position: dates in milliseconds, the path of the category, the slug of the source
 * @property {readonly number[]} dates
 * @property {readonly string[]} paths
 * @property {readonly string[]} sources
 */

/** Three levels: 12 × 5 × 3. @returns {Category[]} */
function makeCategories() {
  /** @type {Category[]} */
  const nodes = [];
  const add = (/** @type {string} */ slug, /** @type {number} */ parent) => {
    const above = nodes[parent]?.path;
    nodes.push({ name: `栏目 ${slug}`, slug, path: above === undefined ? slug : `${above}/${slug}`, parent, count: 0 });
    return nodes.length - 1;
  };
  for (let one = 0; one < 12; one++) {
    const outer = add(`a${one}`, -1);
    for (let two = 0; two < 5; two++) {
      const middle = add(`b${one}-${two}`, outer);
      for (let three = 0; three < 3; three++) add(`c${one}-${two}-${three}`, middle);
    }
  }
  return nodes;
}

/**
 * Gives a built site the data of an edition of any size: what lists need, without the pages of its articles, which would take
 * an hour to print and which no list reads.
 * @param {string} site folder of a built site @param {number} count
 * @returns {Promise<LargeEdition>} what it is made of
 */
export async function enlargeEdition(site, count) {
  const { module: columns } = await runnerImport('./src/edition/columns.ts');
  const { encodeColumns } = /** @type {typeof import('../../src/edition/columns.ts')} */ (columns);
  const { next: random } = seededRandom(`large edition ${count}`);
  const nodes = makeCategories();
  const sources = Array.from({ length: 60 }, (_, index) => ({ name: `来源 ${index}`, slug: `s${index}`, count: 0 }));
  const start = Date.UTC(2026, 10, 20) - YEARS * 365 * 24 * 60 * MINUTE;
  const step = (YEARS * 365 * 24 * 60) / count;
  const dates = Array.from({ length: count }, (_, index) => start + Math.floor(index * step) * MINUTE);
  const categories = dates.map(() => Math.floor(random() ** 2 * nodes.length));
  const sourceOf = dates.map(() => Math.floor(random() ** 2 * sources.length));
  for (let index = 0; index < count; index++) {
    const source = sources[sourceOf[index] ?? 0];
    if (source) source.count++;
    for (let node = nodes[categories[index] ?? 0]; node; node = nodes[node.parent]) node.count++;
  }
  const data = join(site, 'data');
  rmSync(data, { recursive: true });
  mkdirSync(data);
  writeFileSync(join(data, 'columns.bin'), encodeColumns({ dates, categories, sources: sourceOf }));
  writeFileSync(
    join(data, 'edition.json'),
    JSON.stringify({ count, categories: nodes, sources, columns: 'columns.bin' }),
  );
  const path = (/** @type {number} */ category) => {
    const names = [];
    for (let node = nodes[category]; node; node = nodes[node.parent])
      names.unshift({ name: node.name, slug: node.slug });
    return names;
  };
  const excerpt = '港口的灯塔今晚照常亮起，值班员在记录本上写下风向与潮位，又把窗户关严。'.repeat(2);
  for (let sheet = 0; sheet * SHEET < count; sheet++) {
    const rows = dates.slice(sheet * SHEET, (sheet + 1) * SHEET).map((date, place) => {
      const index = sheet * SHEET + place;
      const source = sources[sourceOf[index] ?? 0];
      return {
        ...{
          id: `x${index}`,
          title: `第 ${index} 号灯塔今晚照常亮起`,
          excerpt,
          date,
          cover: null,
          lang: 'zh-Hans',
          minutes: 3,
        },
        source: source && { name: source.name, slug: source.slug },
        category: path(categories[index] ?? 0),
      };
    });
    writeFileSync(join(data, `sheet-${sheet}-x.json`), JSON.stringify(rows));
  }
  for (let table = 0; table * 2048 < count; table++) {
    const articles = Math.min(2048, count - table * 2048);
    const names = (/** @type {number} */ size) => Array.from({ length: Math.ceil(articles / size) }, () => 'x');
    writeFileSync(join(data, `names-${table}.json`), JSON.stringify({ sheets: names(SHEET), packs: names(8) }));
  }
  return {
    dates,
    paths: categories.map((category) => nodes[category]?.path ?? ''),
    sources: sourceOf.map((source) => sources[source]?.slug ?? ''),
  };
}
