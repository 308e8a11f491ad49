// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleFile, makeArticle } from './corpus-article.js';
import { fields } from './corpus-words.js';
import { corpusPath, DEFAULT_SEED } from './make-corpus.js';

/**
 * The same three pages, as two sites name them.
 * @typedef {{ readonly article: string, readonly home: string, readonly category: string }} Pages
 */

const USUAL_SIZE = 10_000;

/**
 * A usual article of the corpus (about 10 KB, two pictures or more, no other of its title), the home page and a large category.
 * @param {string} site our output @param {number} count
 * @returns {{ ours: Pages, hugo: Pages }}
 */
export function findPages(site, count) {
  const rows = readRows(site);
  const category = fields[0]?.name ?? '';
  const { categories } = JSON.parse(readFileSync(join(site, 'data/edition.json'), 'utf8'));
  const node = categories.find((/** @type {{ name: string }} */ { name }) => name === category);
  for (let index = 1; index < count; index++) {
    const article = makeArticle(DEFAULT_SEED, index);
    const ids = rows.get(article.title) ?? [];
    if (ids.length !== 1 || !isUsual(article)) continue;
    return {
      ours: { article: `/a/${ids[0]}/`, home: '/', category: `/c/${node.path}/` },
      hugo: {
        article: `/a/${corpusPath(index).replace('.html', '')}/`,
        home: '/',
        category: `/categories/${encodeURIComponent(category)}/`,
      },
    };
  }
  throw new Error('the corpus has no usual article');
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
