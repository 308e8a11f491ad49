// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleFile, makeArticle } from './corpus-article.js';
import { corpusPath, DEFAULT_SEED } from './make-corpus.js';

/**
 * The same three pages, as two sites name them, and two other large categories of ours.
 * @typedef {{ readonly article: string, readonly home: string, readonly category: string }} Pages
 * @typedef {{ readonly ours: Pages, readonly hugo: Pages, readonly others: readonly [string, string] }} FoundPages
 */

const USUAL_SIZE = 10_000;
/** Large ones, whose feeds all write in simplified characters. */
const [CATEGORY, ...OTHERS] = /** @type {const} */ (['财经', '科技', '教育']);

/**
 * A usual article of the corpus (about 10 KB, two pictures or more, no other of its title), the home page and a large category.
 * @param {string} site our output @param {number} count
 * @returns {FoundPages}
 */
export function findPages(site, count) {
  const rows = readRows(site);
  const address = categoryAddresses(site);
  for (let index = 1; index < count; index++) {
    const article = makeArticle(DEFAULT_SEED, index);
    const ids = rows.get(article.title) ?? [];
    if (ids.length !== 1 || !isUsual(article)) continue;
    return {
      ours: { article: `/a/${ids[0]}/`, home: '/', category: address(CATEGORY) },
      hugo: {
        article: `/a/${corpusPath(index).replace('.html', '')}/`,
        home: '/',
        category: `/categories/${encodeURIComponent(CATEGORY)}/`,
      },
      others: [address(OTHERS[0]), address(OTHERS[1])],
    };
  }
  throw new Error('the corpus has no usual article');
}

/** @param {string} site @returns {(name: string) => string} */
function categoryAddresses(site) {
  const { categories } = JSON.parse(readFileSync(join(site, 'data/edition.json'), 'utf8'));
  return (name) => `/c/${categories.find((/** @type {{ name: string }} */ node) => node.name === name).path}/`;
}

/** @param {import('./corpus-article.js').Article} article */
function isUsual(article) {
  const size = Buffer.byteLength(articleFile(article));
  return Math.abs(size - USUAL_SIZE) < 500 && article.body.split('class="img_wrapper"').length > 2;
}

/** Ids by title. @param {string} site @returns {ReadonlyMap<string, readonly string[]>} */
function readRows(site) {
  const ids = new Map();
  const folder = join(site, 'data');
  for (const name of readdirSync(folder).filter((name) => name.startsWith('sheet-'))) {
    for (const { title, id } of JSON.parse(readFileSync(join(folder, name), 'utf8'))) {
      ids.set(title, [...(ids.get(title) ?? []), id]);
    }
  }
  return ids;
}
