// @ts-check
import { Converter } from 'opencc-js/cn2t';
import { makeBody, makePictures } from './corpus-body.js';
import { headline, makeStory } from './corpus-story.js';
import { feeds, traditionalFeeds } from './corpus-words.js';
import { seededRandom } from './seeded-random.js';

/** @typedef {import('./seeded-random.js').Random} Random */

/**
 * One invented article, before it is written in anyone's format.
 * @typedef {object} Article
 * @property {string} title
 * @property {readonly string[]} categories from the outermost level down
 * @property {string} source
 * @property {number | null} date milliseconds since 1970; null where it has none
 * @property {string} dateText as the file says it; empty where it has none
 * @property {string} cover empty where it has none
 * @property {string} body HTML
 */

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2019, 0, 1);
const DAYS = 6 * 365;
/** Later than every date of a corpus. */
export const NEWEST = FIRST_DAY + (DAYS + 30) * DAY;

const toTraditional = Converter({ from: 'cn', to: 't' });

/**
 * Article number `index` of the corpus grown from `seed`: always the same, however many others there are.
 * @param {string} seed @param {number} index
 * @param {number | undefined} [date] when it is not to be a date of the corpus
 * @returns {Article}
 */
export function makeArticle(seed, index, date) {
  const random = seededRandom(`${seed} ${index}`);
  const [field, source, ...channels] = random.favour(feeds);
  if (field === undefined || source === undefined) throw new Error('a feed has no name');
  const story = makeStory(random, field, index);
  const title = headline(random, story);
  const pictures = makePictures(random, story, index);
  const article = {
    title,
    categories: [field, source, `${source}${random.chance(0.9) ? '－' : '-'}${random.favour(channels)}`],
    source,
    ...makeDate(random, date),
    cover: makeCover(random, pictures[0]?.path, index),
    body: makeBody(random, story, pictures, title),
  };
  return inScript(article, traditionalFeeds.has(source), random);
}

/** @param {Random} random @param {number | undefined} given @returns {Pick<Article, 'date' | 'dateText'>} */
function makeDate(random, given) {
  const day = FIRST_DAY + random.whole(0, DAYS - 1) * DAY;
  const time = random.chance(0.03) ? 0 : random.whole(0, DAY / 1000 - 1) * 1000;
  const date = given ?? day + time;
  const form = random.next();
  const iso = new Date(date).toISOString();
  if (given === undefined && form < 0.005) return { date: null, dateText: 'Invalid Date' };
  if (given === undefined && form < 0.01) return { date: null, dateText: '' };
  if (form < 0.05) return { date, dateText: iso };
  if (form < 0.1) return { date, dateText: iso.slice(0, 19).replace('T', ' ') };
  if (form < 0.12) return { date, dateText: iso.slice(0, 10) };
  return { date, dateText: new Date(date).toUTCString() };
}

/** The first picture, mostly; else what scripts put where they found none. @param {Random} random @param {string | undefined} path @param {number} index */
function makeCover(random, path, index) {
  if (path === undefined) return random.chance(0.5) ? `https://picsum.photos/400/300?random=${index}` : '';
  const address = `http://img.pictures.example/${path}`;
  return random.chance(0.1) ? `https://cors.pictures.workers.dev/?${address}` : address.replace('http:', 'https:');
}

/** Some feeds write in traditional characters, and any may spell a category so. @param {Article} article @param {boolean} traditional @param {Random} random */
function inScript(article, traditional, random) {
  if (traditional) {
    const { title, body, categories } = article;
    return {
      ...article,
      title: toTraditional(title),
      body: toTraditional(body),
      categories: categories.map(toTraditional),
    };
  }
  return random.chance(0.03) ? { ...article, categories: article.categories.map(toTraditional) } : article;
}

/**
 * The file as the family's scripts write it: an empty line first, nothing escaped.
 * @param {Article} article
 */
export function articleFile({ title, categories, source, dateText, cover, body }) {
  const date = dateText === '' ? '' : `date: ${dateText}\n`;
  const path = categories.map((name) => ` - ${name}\n`).join('');
  return `\n---\ntitle: '${title}'\ncategories: \n${path}headimg: '${cover}'\nauthor: ${source}\ncomments: false\n${date}thumbnail: '${cover}'\n---\n\n${body}`;
}
