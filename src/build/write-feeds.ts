import { statSync } from 'node:fs';
import { join } from 'node:path';
import { toOneLine } from '../article/clean-text.ts';
import { articlePath, listPath, withBase } from '../edition/addresses.ts';
import { feedFiles, feedPath, hasFeeds } from '../edition/feed-files.ts';
import type { Cover } from '../edition/row.ts';
import { site } from '../site.ts';
import { articleTask } from './article-task.ts';
import { feedHtml } from './feed-html.ts';
import type { FileCache } from './file-cache.ts';
import { contentSum } from './file-stamp.ts';
import type { ListPlan } from './list-pages.ts';
import { type Feed, type FeedEntry, type FeedPicture, makeFeeds } from './make-feeds.ts';
import type { FinishedArticle } from './print-packs.ts';
import type { Edition } from './read-edition.ts';
import { readPage } from './read-page.ts';
import type { Surroundings } from './resolve-references.ts';

/** The newest articles a feed holds. */
const FEED_SIZE = 30;

/** Where feeds are written, and what they are made of. */
export interface FeedSources {
  /** The folder that becomes the site; holds the articles' pictures already. */
  readonly folder: string;
  readonly files: FileCache;
  readonly siteUrl: string;
  readonly base: string;
  readonly edition: Edition;
  readonly surroundings: Surroundings;
  /** What is known of the articles at some positions; of every list's newest at least. */
  readonly articles: ReadonlyMap<number, Pick<FinishedArticle, 'findings' | 'key'>>;
}

/**
 * Writes the feeds of the site and of every category. The site's hold whole texts; a category's hold excerpts, because
 * the same texts again in seventy categories and three formats would be the larger part of the site.
 */
export function writeFeeds(lists: readonly ListPlan[], sources: FeedSources): void {
  for (const list of lists) {
    if (!hasFeeds(list.filter)) continue;
    const withText = list.filter.kind === 'all';
    // Texts are read only where a feed is made anew: their pages change whenever they do.
    const pages = withText ? list.newest.map((position) => sources.articles.get(position)?.key ?? '') : [];
    // Summed once for the three.
    const madeOf = contentSum(JSON.stringify([feedOf(list, sources, false), pages]));
    let made: ReturnType<typeof makeFeeds> | null = null;
    for (const { file } of feedFiles) {
      sources.files.write(decodeURI(feedPath(list.filter, file)), madeOf, () => {
        made ??= makeFeeds(feedOf(list, sources, withText));
        return made[file];
      });
    }
  }
}

function feedOf(list: ListPlan, sources: FeedSources, withText: boolean): Feed {
  const names = list.names.map(({ name }) => name).toReversed();
  const entries = list.newest.slice(0, FEED_SIZE).flatMap((position) => entryAt(position, sources, withText) ?? []);
  const dates = entries.flatMap(({ date, updated }) => updated ?? date ?? []);
  return {
    title: toOneLine([names.join(' · '), site.name].filter(Boolean).join(' - ')),
    description: site.description,
    home: withBase(sources.siteUrl + sources.base, listPath(list.filter)),
    updated: dates.length === 0 ? null : Math.max(...dates),
    entries,
  };
}

function entryAt(position: number, sources: FeedSources, withText: boolean): FeedEntry | null {
  const row = sources.articles.get(position)?.findings.row;
  const article = sources.edition.articles[position];
  if (row === undefined || article === undefined) return null;
  const home = sources.siteUrl + sources.base;
  const address = withBase(home, articlePath(row.id));
  const body = withText ? readPage(articleTask(sources.edition, position), sources.surroundings).body : null;
  return {
    ...{ address, title: toOneLine(row.title), excerpt: toOneLine(row.excerpt), date: row.date },
    updated: article.updated,
    source: row.source === null ? null : toOneLine(row.source.name),
    categories: row.category.map(({ name }) => toOneLine(name)),
    lang: row.lang === 'und' ? null : row.lang,
    picture: row.cover === null ? null : pictureOf(row.cover, sources),
    html: body === null ? null : feedHtml(body.tree, home, address),
  };
}

const PICTURE_TYPES = new Map([
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
]);

function pictureOf({ src }: Cover, { folder, siteUrl, base }: FeedSources): FeedPicture | null {
  const isOwn = src.startsWith('/');
  const address = isOwn ? withBase(siteUrl + base, src) : src;
  if (!URL.canParse(address) || !/^https?:/.test(address)) return null;
  const extension = /\.([a-z]{3,4})$/i.exec(new URL(address).pathname)?.[1]?.toLowerCase() ?? '';
  const bytes = isOwn ? (statSync(join(folder, src), { throwIfNoEntry: false })?.size ?? 0) : 0;
  return { address, type: PICTURE_TYPES.get(extension) ?? null, bytes };
}
