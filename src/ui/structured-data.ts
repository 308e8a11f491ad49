import { articlePath, categoryPath, homePath, withBase } from '../edition/addresses.ts';
import type { ArchiveData } from '../edition/archive.ts';
import type { PageData } from '../edition/edition-data.ts';
import type { Named } from '../edition/row.ts';
import { site } from '../site.ts';
import { coverAddress, pageDescription } from './page-head.ts';

/** A thing as schema.org describes it. Only what is known: an unknown date is no key. */
type Thing = { readonly '@type': string } & Readonly<Record<string, unknown>>;
type Article = Extract<PageData, { readonly kind: 'article' }>;

const moment = (date: number): string => new Date(date).toISOString();

function publisher(address: string): Thing {
  return { '@type': 'Organization', name: site.name, url: address };
}

function pictureOf({ row }: Article, address: string): Thing | null {
  const url = coverAddress(row.cover, address);
  if (!url || !row.cover) return null;
  const { width, height } = row.cover;
  return { '@type': 'ImageObject', url, ...(width && height && { width, height }) };
}

function newsArticle(data: Article, address: string): Thing {
  const { row, updated, tags = [] } = data;
  const url = withBase(address, articlePath(row.id));
  const image = pictureOf(data, address);
  return {
    '@type': 'NewsArticle',
    headline: row.title,
    description: pageDescription(data),
    ...{ url, mainEntityOfPage: url },
    ...(image && { image: [image] }),
    ...(row.date !== null && { datePublished: moment(row.date) }),
    ...(updated !== undefined && { dateModified: moment(updated) }),
    // Nobody says who wrote it; who published it first stands behind it.
    author: row.source ? { '@type': 'Organization', name: row.source.name } : publisher(address),
    publisher: publisher(address),
    ...(row.category[0] && { articleSection: row.category.map(({ name }) => name) }),
    ...(tags.length > 0 && { keywords: tags }),
    ...(row.lang !== 'und' && { inLanguage: row.lang }),
  };
}

interface Crumb {
  readonly name: string;
  readonly path: string;
}

function categoryCrumbs(category: readonly Named[]): Crumb[] {
  return category.map(({ name }, depth) => {
    const slugs = category.slice(0, depth + 1).map(({ slug }) => slug);
    return { name, path: categoryPath(slugs.join('/')) };
  });
}

function breadcrumbs(below: readonly Crumb[], address: string): Thing {
  const crumbs = [{ name: site.name, path: homePath }, ...below];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, path }, index) => {
      return { '@type': 'ListItem', position: index + 1, name, item: withBase(address, path) };
    }),
  };
}

function thingsOf(data: PageData | ArchiveData, address: string): Thing[] {
  if (data.kind === 'article') {
    const { row } = data;
    const crumbs = [...categoryCrumbs(row.category), { name: row.title, path: articlePath(row.id) }];
    return [newsArticle(data, address), breadcrumbs(crumbs, address)];
  }
  if (data.kind !== 'list' || data.filter.kind === 'source') return [];
  if (data.filter.kind === 'category') return [breadcrumbs(categoryCrumbs(data.names), address)];
  return [{ '@type': 'WebSite', name: site.name, url: address, description: site.description, inLanguage: site.lang }];
}

/**
 * What a page is, for machines (JSON-LD); null where it is nothing they know. To be printed as an escaped string and never
 * by React, which would want to own the element.
 * @param address the site's own, with the base path
 */
export function structuredData(data: PageData | ArchiveData, address: string): object | null {
  const things = thingsOf(data, address);
  return things.length === 0 ? null : { '@context': 'https://schema.org', '@graph': things };
}
