// @ts-check
// Plain JavaScript, because Node 20 runs no TypeScript in workers.
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { shallowHtml } from './shallow-html.js';

/**
 * What a saved page says of itself; values as written, candidates the best first.
 * @typedef {object} SavedPage
 * @property {string} title
 * @property {string} html the article, perhaps with relative addresses; empty where there is none
 * @property {string} writer
 * @property {string} siteName
 * @property {string | null} language
 * @property {string} summary
 * @property {readonly string[]} addresses
 * @property {string | null} base
 * @property {readonly string[]} dates
 * @property {readonly string[]} pictures
 * @property {readonly string[]} tags
 */

/** Long pages have 5,000; beyond this one, pages take minutes. */
const MOST_ELEMENTS = 30_000;

const DATES = [
  'meta[property="article:published_time" i]',
  'meta[property="og:published_time" i]',
  'meta[itemprop="datePublished" i]',
  'meta[name="pubdate" i]',
  'meta[name="publishdate" i]',
  'meta[name="publish-date" i]',
  'meta[name="publication_date" i]',
  'meta[name="date" i]',
  'meta[name="dc.date" i]',
  'meta[name="dc.date.issued" i]',
  'meta[name="dcterms.created" i]',
  'meta[name="weibo:article:create_at" i]',
  'time[itemprop="datePublished" i]',
  'time[pubdate]',
  'article time[datetime]',
  'main time[datetime]',
];

/** @type {JSDOM | undefined} */
let browser;

/** A document nothing runs, loads or is laid out in. @param {string} html */
function parse(html) {
  browser ??= new JSDOM();
  return new browser.window.DOMParser().parseFromString(shallowHtml(html), 'text/html');
}

/** @param {Document} document @param {string} selector @param {readonly string[]} attributes */
function valueAt(document, selector, ...attributes) {
  const element = document.querySelector(selector);
  const found = attributes.map((name) => element?.getAttribute(name)?.trim()).find(Boolean);
  return found ?? (attributes.includes('datetime') ? (element?.textContent?.trim() ?? '') : '');
}

/** Browsers and savers note where a page came from in a comment. @param {string} html */
function savedFrom(html) {
  const start = html.slice(0, 5000);
  const match = /saved from url=\(\d{1,6}\)(\S{1,2000})|saved with SingleFile\s{1,20}url:\s{0,20}(\S{1,2000})/i.exec(
    start,
  );
  return match?.[1] ?? match?.[2] ?? '';
}

/** @param {Document} document @param {string} selector @param {string} attribute */
function valuesAt(document, selector, attribute) {
  return [...document.querySelectorAll(selector)].map((element) => element.getAttribute(attribute)?.trim() ?? '');
}

/** A page's title often ends with the site's name; its headline doesn't. @param {Document} document */
function headline(document) {
  const first = document.querySelector('h1')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const [shared = ''] = valuesAt(document, 'meta[property="og:title" i]', 'content');
  const whole = `${shared} ${document.title.replace(/\s+/g, ' ')}`;
  return first.length > 0 && whole.includes(first) ? first : shared;
}

/**
 * The article of a saved page, found by Readability.
 * @param {string} html
 * @returns {SavedPage}
 */
export function readPage(html) {
  const document = parse(html);
  const found = [
    savedFrom(html),
    valueAt(document, 'link[rel="canonical" i]', 'href'),
    valueAt(document, 'meta[property="og:url" i]', 'content'),
  ];
  const dates = DATES.map((selector) => valueAt(document, selector, 'content', 'datetime'));
  const base = valueAt(document, 'base[href]', 'href') || null;
  const pictures = ['meta[property="og:image" i]', 'meta[name="twitter:image" i]'];
  const page = {
    addresses: found.filter(Boolean),
    base,
    pictures: pictures.map((selector) => valueAt(document, selector, 'content')).filter(Boolean),
    tags: valuesAt(document, 'meta[property="article:tag" i]', 'content').filter(Boolean),
  };
  const title = headline(document);
  // Addresses are to stay as written: what lies beside the page is looked for first.
  for (const element of document.querySelectorAll('base')) element.remove();
  const article = new Readability(document, { keepClasses: true, maxElemsToParse: MOST_ELEMENTS }).parse();
  return {
    ...page,
    title: title || article?.title || '',
    html: article?.content ?? '',
    writer: article?.byline ?? '',
    siteName: article?.siteName ?? '',
    language: article?.lang ?? null,
    summary: article?.excerpt ?? '',
    dates: [article?.publishedTime ?? '', ...dates].filter(Boolean),
  };
}
