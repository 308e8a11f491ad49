import {
  aboutPath,
  archivePath,
  articlePath,
  historyPath,
  listPath,
  savedPath,
  withBase,
} from '../edition/addresses.ts';
import type { ArchiveData } from '../edition/archive.ts';
import type { PageData } from '../edition/edition-data.ts';
import { feedFiles, feedPath, hasFeeds } from '../edition/feed-files.ts';
import type { Cover } from '../edition/row.ts';
import { siteSpeech } from '../i18n/speech.ts';
import { site } from '../site.ts';
import { listHeading, pageHeading, pageLanguage, pageTitle } from './page-title.ts';

/** One `<meta>`: Open Graph uses `property`, everything else `name`. */
export interface MetaTag {
  readonly kind: 'name' | 'property';
  readonly key: string;
  readonly content: string;
}

/** One `<link>` to another address. */
export interface LinkTag {
  readonly rel: 'canonical' | 'alternate' | 'prev' | 'next';
  readonly href: string;
  readonly type?: string;
  readonly title?: string;
}

/** What stands in a page's `<head>`, as data for the page printer. */
export interface PageHead {
  readonly title: string;
  readonly lang: string;
  readonly description: string;
  /** Null where a page has no address of its own. */
  readonly canonical: string | null;
  readonly meta: readonly MetaTag[];
  readonly links: readonly LinkTag[];
}

type Article = Extract<PageData, { readonly kind: 'article' }>;
type Printed = PageData | ArchiveData;

const { messages, lang } = siteSpeech;
const everything = { filter: { kind: 'all' }, names: [] } as const;

const name = (key: string, content: string): MetaTag => ({ kind: 'name', key, content });
const property = (key: string, content: string): MetaTag => ({ kind: 'property', key, content });

const locales = new Map<string, string>();

/** Open Graph writes a language with its country: `zh_CN`, also where only the script is known. */
function openGraphLocale(tag: string): string {
  const known = locales.get(tag);
  if (known !== undefined) return known;
  const { language, region } = new Intl.Locale(tag === 'und' ? lang : tag).maximize();
  const locale = region ? `${language}_${region}` : language;
  locales.set(tag, locale);
  return locale;
}

function pagePath(data: Printed): string | null {
  switch (data.kind) {
    case 'list':
      return listPath(data.filter);
    case 'archive':
      return archivePath(data.filter, data.number);
    case 'article':
      return articlePath(data.row.id);
    case 'marks':
      return data.list === 'saved' ? savedPath : historyPath;
    case 'about':
      return aboutPath;
    case 'not-found':
    case 'offline':
      return null;
  }
}

/**
 * A cover's absolute address; null where nobody could fetch it: readers of previews know no base and no data.
 * @param address the site's own, with the base path
 */
export function coverAddress(cover: Cover | null, address: string): string | null {
  if (!cover) return null;
  if (cover.src.startsWith('/') && !cover.src.startsWith('//')) return withBase(address, cover.src);
  return cover.src.startsWith('https:') ? cover.src : null;
}

function coverTags({ row }: Article, address: string): MetaTag[] {
  const src = coverAddress(row.cover, address);
  if (!row.cover || !src) return [name('twitter:card', 'summary')];
  const { width, height } = row.cover;
  const size = width && height ? { width: String(width), height: String(height) } : null;
  return [
    property('og:image', src),
    ...(size ? [property('og:image:width', size.width), property('og:image:height', size.height)] : []),
    property('og:image:alt', row.title),
    name('twitter:card', 'summary_large_image'),
    name('twitter:image', src),
    name('twitter:image:alt', row.title),
  ];
}

const moment = (date: number): string => new Date(date).toISOString();

function articleTags(data: Article, address: string): MetaTag[] {
  const { row, updated, tags = [] } = data;
  const section = row.category[0];
  return [
    property('og:type', 'article'),
    ...coverTags(data, address),
    ...(row.date === null ? [] : [property('article:published_time', moment(row.date))]),
    ...(updated === undefined ? [] : [property('article:modified_time', moment(updated))]),
    ...(section ? [property('article:section', section.name)] : []),
    ...tags.map((tag) => property('article:tag', tag)),
  ];
}

function kindTags(data: Printed, address: string): MetaTag[] {
  if (data.kind === 'article') return articleTags(data, address);
  // A page of marks is empty for everybody but its reader.
  if (['not-found', 'offline', 'marks'].includes(data.kind)) return [name('robots', 'noindex')];
  return [property('og:type', 'website'), name('twitter:card', 'summary')];
}

/** One or two sentences about a page: of an article its first ones. */
export function pageDescription(data: Printed): string {
  if (data.kind === 'article') return data.row.excerpt || data.row.title;
  if (data.kind === 'archive') return `${site.name} · ${pageHeading(data, messages)}`;
  if (data.kind !== 'list' || data.names.length === 0) return site.description;
  return `${site.name} · ${pageHeading(data, messages)} · ${messages.articleCount(String(data.total))}`;
}

/** The feeds of the list a page shows, or of the whole site. */
function feedLinks(data: Printed, address: string): LinkTag[] {
  const list = (data.kind === 'list' || data.kind === 'archive') && hasFeeds(data.filter) ? data : everything;
  const title = [listHeading(list.names), site.name].filter(Boolean).join(' - ');
  return feedFiles.map(({ file, type, name: format }) => {
    const href = withBase(address, feedPath(list.filter, file));
    return { rel: 'alternate', type, title: `${title} · ${format}`, href };
  });
}

/** A list's pages are a series, the newest first. */
function seriesLinks(data: Printed, address: string): LinkTag[] {
  if (data.kind === 'archive') {
    const older: LinkTag[] = data.older === null ? [] : [{ rel: 'next', href: withBase(address, data.older) }];
    return [{ rel: 'prev', href: withBase(address, data.newer) }, ...older];
  }
  if (data.kind !== 'list' || data.older === undefined) return [];
  return [{ rel: 'next', href: withBase(address, data.older.replace(/#.*$/, '')) }];
}

/**
 * The head of a page. `address` is the site's own, with the base path: `https://paper.example/news/`.
 */
export function pageHead(data: Printed, address: string): PageHead {
  const heading = pageHeading(data, messages) || site.name;
  const path = pagePath(data);
  const canonical = path === null ? null : withBase(address, path);
  const description = pageDescription(data);
  return {
    title: pageTitle(data, messages),
    lang: pageLanguage(data, lang),
    description,
    canonical,
    meta: [
      name('description', description),
      property('og:title', heading),
      property('og:description', description),
      property('og:site_name', site.name),
      property('og:locale', openGraphLocale(pageLanguage(data, lang))),
      ...(canonical === null ? [] : [property('og:url', canonical)]),
      ...kindTags(data, address),
      name('twitter:title', heading),
      name('twitter:description', description),
    ],
    links: [
      ...(canonical === null ? [] : [{ rel: 'canonical' as const, href: canonical }]),
      ...seriesLinks(data, address),
      ...feedLinks(data, address),
    ],
  };
}
