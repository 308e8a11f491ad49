import type { ArticleMeta } from './article-meta.ts';
import { visibleText } from './clean-text.ts';
import { PICTURE_KEYS } from './front-matter-keys.ts';
import { type FrontValue, isList, textsOf } from './front-value.ts';
import { readCategories } from './read-categories.ts';
import { readCover } from './read-cover.ts';
import { readDate } from './read-date.ts';
import type { BlockEntries, BlockProblem } from './read-yaml-entries.ts';

type Entries = BlockEntries['entries'];

export interface ReadMeta {
  readonly meta: ArticleMeta;
  readonly problems: readonly BlockProblem[];
}

/** Keys of one meaning, the family's own first, then those of Hexo, Jekyll, Hugo and Astro. */
const DATE_KEYS = [
  ...['date', 'pubdate', 'publishdate', 'published', 'published_at', 'created', 'publish_date', 'pub_date'],
  ...['publish_time', 'publishedat', 'datepublished', 'date_published', 'datetime', 'created_at', 'createdat'],
];
const UPDATED_KEYS = [
  ...['updated', 'lastmod', 'modified', 'updated_at', 'updatedat', 'modified_at', 'last_modified_at'],
  ...['datemodified', 'date_modified'],
];
const CATEGORY_KEYS = ['categories', 'category', 'section', 'column', 'channel'];
const TAG_KEYS = ['tags', 'tag', 'keywords'];
const SOURCE_KEYS = [
  ...['author', 'authors', 'source', 'creator', 'byline', 'publisher', 'site_name', 'sitename', 'media'],
];
const COVER_KEYS = ['headimg', 'thumbnail', ...PICTURE_KEYS];
const DESCRIPTION_KEYS = ['description', 'excerpt', 'summary', 'desc', 'abstract', 'digest'];
const SLUG_KEYS = ['slug', 'id', 'abbrlink'];
const ALIAS_KEYS = ['aliases', 'alias', 'redirect_from'];
const LANG_KEYS = ['lang', 'language'];
const ORIGINAL_KEYS = [
  ...['original', 'original_url', 'source_url', 'link', 'source', 'canonical', 'canonical_url', 'canonicalurl', 'url'],
];

const MOST_TEXTS = 50;

/** No text, or one of YAML's words for none. */
const isNothing = (text: string): boolean => /^(?:null|nil|~|undefined)?$/i.test(text);

function firstText(value: FrontValue): string {
  return textsOf(value).find((text) => text !== '') ?? '';
}

function findText(entries: Entries, keys: readonly string[]): string {
  for (const key of keys) {
    const entry = entries.get(key);
    const text = entry === undefined ? '' : firstText(entry.value);
    if (text !== '') return text;
  }
  return '';
}

/** Comments may follow values that are no text: `draft: true # until Monday`. */
function withoutComment(text: string): string {
  return text.replace(/ #.{0,500}$/, '');
}

interface FoundDate {
  readonly date: number | null;
  readonly problem?: BlockProblem;
}

/** The first key that holds a date; a problem where some hold a value and none a date. */
function findDate(entries: Entries, keys: readonly string[], timeZone: string): FoundDate {
  let problem: BlockProblem | undefined;
  for (const key of keys) {
    const entry = entries.get(key);
    const text = entry === undefined ? '' : withoutComment(firstText(entry.value));
    if (entry === undefined || text === '' || isSwitch(key, text)) continue;
    const date = readDate(text, timeZone);
    if (date !== null) return { date };
    problem ??= notADate(key, text, entry.line);
  }
  return problem === undefined ? { date: null } : { date: null, problem };
}

function notADate(key: string, text: string, line: number): BlockProblem {
  const reason = `${key} "${text.slice(0, 80)}" is no date`;
  return { line, reason, hint: 'it counts as unknown; write it as 2021-12-29 16:42' };
}

/** Jekyll's `published: false` says whether, not when. */
function isSwitch(key: string, text: string): boolean {
  return key === 'published' && /^(?:true|false|yes|no|on|off|0|1)$/i.test(text);
}

function isDraft(entries: Entries): boolean {
  const draft = withoutComment(findText(entries, ['draft']));
  const published = withoutComment(findText(entries, ['published']));
  return /^(?:true|yes|on|1)$/i.test(draft) || /^(?:false|no|off|0)$/i.test(published);
}

/** The texts of a list, or of one text that lists them with commas. */
function findList(entries: Entries, keys: readonly string[], separator: RegExp): readonly string[] {
  const given = keys.map((key) => entries.get(key)?.value ?? []);
  const values = given.flatMap((value) => (typeof value === 'string' && isNothing(value) ? [] : value));
  const texts = values.flatMap((value) => (typeof value === 'string' ? value.split(separator) : textsOf(value)));
  return [...new Set(texts.map((text) => text.trim()).filter(Boolean))].slice(0, MOST_TEXTS);
}

function nameOf(value: FrontValue): string {
  if (typeof value === 'string') return value;
  if (isList(value)) return value.map(nameOf).filter(Boolean).slice(0, 5).join('、');
  return firstText(value.get('name') ?? value.get('title') ?? '');
}

/** `某某 <a@b.example>` without the address, `[某报](https://…)` without the link. */
function nameAlone(name: string): string {
  return name
    .replace(/(\S) ?<[^<>@\s]{1,100}@[^<>\s]{1,100}>$/, '$1')
    .replace(/^\[([^[\]]{1,100})\]\([^()\s]{1,500}\)$/, '$1');
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+\.[^\s/]+/i.test(text);
}

function findSource(entries: Entries): string {
  const names = SOURCE_KEYS.map((key) => nameAlone(nameOf(entries.get(key)?.value ?? '')));
  return names.find((name) => !isNothing(name) && !isAddress(name)) ?? '';
}

/** Addresses in a cover's value: itself, a list's items, a map's address under the name a dialect gives it. */
function coverCandidates(value: FrontValue): readonly string[] {
  if (typeof value === 'string') return [value];
  if (isList(value)) return value.flatMap(coverCandidates);
  const named = ['src', 'url', 'image', 'path', 'feature', 'href', 'teaser', 'overlay_image', 'thumbnail'].flatMap(
    (key) => value.get(key) ?? [],
  );
  return named.flatMap(coverCandidates);
}

function findCover(entries: Entries): string | null {
  for (const key of COVER_KEYS) {
    for (const candidate of coverCandidates(entries.get(key)?.value ?? '').slice(0, MOST_TEXTS)) {
      const cover = readCover(candidate);
      if (cover !== null) return cover;
    }
  }
  return null;
}

/** A permalink's last segment; patterns such as `/:year/:title/` name no article. */
function slugOfPermalink(permalink: string): string {
  const path = permalink.replace(/^https?:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  if (path.includes(':')) return '';
  const last = path.split('/').filter(Boolean).at(-1) ?? '';
  return last.replace(/\.html?$/i, '');
}

function findSlug(entries: Entries): string | null {
  return findText(entries, SLUG_KEYS) || slugOfPermalink(findText(entries, ['permalink'])) || null;
}

function readLang(text: string): string | null {
  try {
    return text === '' ? null : (Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0] ?? null);
  } catch {
    return null;
  }
}

function findOriginal(entries: Entries): string | null {
  const found = ORIGINAL_KEYS.map((key) => firstText(entries.get(key)?.value ?? '')).find(isAddress);
  if (found === undefined) return null;
  try {
    const url = new URL(found);
    return url.username === '' && url.password === '' ? url.href : null;
  } catch {
    return null;
  }
}

/** Gathers what an article's front matter says from the keys of every dialect. */
export function readMeta(entries: Entries, timeZone: string): ReadMeta {
  const date = findDate(entries, DATE_KEYS, timeZone);
  const updated = findDate(entries, UPDATED_KEYS, timeZone);
  const categories = CATEGORY_KEYS.map((key) => readCategories(entries.get(key)?.value));
  const meta: ArticleMeta = {
    title: visibleText(findText(entries, ['title'])),
    date: date.date,
    updated: updated.date,
    categories: categories.find((path) => path.length > 0) ?? [],
    source: findSource(entries),
    cover: findCover(entries),
    description: findText(entries, DESCRIPTION_KEYS),
    tags: findList(entries, TAG_KEYS, /[,，、;；]/),
    slug: findSlug(entries),
    aliases: findList(entries, ALIAS_KEYS, /,/),
    draft: isDraft(entries),
    lang: readLang(findText(entries, LANG_KEYS)),
    original: findOriginal(entries),
  };
  return { meta, problems: [date.problem ?? [], updated.problem ?? []].flat() };
}
