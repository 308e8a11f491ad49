import { aboutPath, articlePath, listPath, withBase } from '../edition/addresses.ts';
import type { PageData } from '../edition/edition-data.ts';
import type { Cover, Row } from '../edition/row.ts';
import { messagesFor } from '../i18n/messages.ts';
import { site } from '../site.ts';

/** One `<meta>`: Open Graph uses `property`, everything else `name`. */
export interface MetaTag {
  readonly kind: 'name' | 'property';
  readonly key: string;
  readonly content: string;
}

/** What stands in a page's `<head>`, as data: the page printer writes it, the browser takes the title from it. */
export interface PageHead {
  readonly title: string;
  readonly lang: string;
  readonly description: string;
  /** Null where a page has no address of its own. */
  readonly canonical: string | null;
  readonly meta: readonly MetaTag[];
}

const name = (key: string, content: string): MetaTag => ({ kind: 'name', key, content });
const property = (key: string, content: string): MetaTag => ({ kind: 'property', key, content });

function pagePath(data: PageData): string | null {
  switch (data.kind) {
    case 'list':
      return listPath(data.filter);
    case 'article':
      return articlePath(data.row.id);
    case 'about':
      return aboutPath;
    case 'not-found':
      return null;
  }
}

/** The heading of a page, without the site's name. Empty for the home page. */
export function pageHeading(data: PageData): string {
  const messages = messagesFor(site.lang);
  switch (data.kind) {
    case 'list':
      return data.names
        .map((level) => level.name)
        .reverse()
        .join(' · ');
    case 'article':
      return data.row.title;
    case 'about':
      return messages.about;
    case 'not-found':
      return messages.notFound;
  }
}

function coverTags(cover: Cover | null, address: string): MetaTag[] {
  if (!cover) return [];
  const src = cover.src.startsWith('/') ? withBase(address, cover.src) : cover.src;
  const tags = [property('og:image', src)];
  if (cover.width) tags.push(property('og:image:width', String(cover.width)));
  if (cover.height) tags.push(property('og:image:height', String(cover.height)));
  return tags;
}

function articleTags(row: Row, address: string): MetaTag[] {
  const section = row.category[0];
  return [
    property('og:type', 'article'),
    ...coverTags(row.cover, address),
    ...(row.date === null ? [] : [property('article:published_time', new Date(row.date).toISOString())]),
    ...(section ? [property('article:section', section.name)] : []),
    name('twitter:card', row.cover ? 'summary_large_image' : 'summary'),
  ];
}

function kindTags(data: PageData, address: string): MetaTag[] {
  switch (data.kind) {
    case 'article':
      return articleTags(data.row, address);
    case 'not-found':
      return [name('robots', 'noindex')];
    default:
      return [property('og:type', 'website'), name('twitter:card', 'summary')];
  }
}

function descriptionOf(data: PageData): string {
  const messages = messagesFor(site.lang);
  if (data.kind === 'article') return data.row.excerpt || data.row.title;
  if (data.kind !== 'list' || data.names.length === 0) return site.description;
  return `${site.name} · ${pageHeading(data)} · ${messages.articleCount(String(data.total))}`;
}

/**
 * The head of a page. `address` is the site's own, with the base path: `https://paper.example/news/`.
 */
export function pageHead(data: PageData, address: string): PageHead {
  const heading = pageHeading(data);
  const path = pagePath(data);
  const canonical = path === null ? null : withBase(address, path);
  const description = descriptionOf(data);
  return {
    title: heading === '' ? site.name : `${heading} - ${site.name}`,
    lang: site.lang,
    description,
    canonical,
    meta: [
      name('description', description),
      property('og:title', heading === '' ? site.name : heading),
      property('og:description', description),
      property('og:site_name', site.name),
      ...(canonical === null ? [] : [property('og:url', canonical)]),
      ...kindTags(data, address),
    ],
  };
}
