import { withBase } from '../edition/addresses.ts';
import type { ArchiveData } from '../edition/archive.ts';
import { beforePaintScript } from '../edition/before-paint.ts';
import { contentSecurityPolicy } from '../edition/content-security-policy.ts';
import type { PageData } from '../edition/edition-data.ts';
import { jsonForScript } from '../edition/page-data-script.ts';
import { themeColors } from '../edition/setting-table.ts';
import { ARTICLE_SHEET } from './article-sheet.ts';
import { escapeHtml } from './escape-html.ts';
import { type LinkTag, type MetaTag, type PageHead, pageHead } from './page-head.ts';
import { structuredData } from './structured-data.ts';

/** What a head is printed from, besides what the page shows. */
export interface HeadRequest {
  readonly base: string;
  readonly siteUrl: string;
  readonly data: PageData | ArchiveData;
  readonly css: string;
  readonly cssHash: string;
  /** What only articles need. */
  readonly articleCss: string;
  readonly articleCssHash: string;
  readonly scriptHash: string;
}

function metaTag({ kind, key, content }: MetaTag): string {
  return `<meta ${kind}="${key}" content="${escapeHtml(content)}">`;
}

function linkTag({ rel, href, type, title }: LinkTag): string {
  const more = type === undefined ? '' : ` type="${type}" title="${escapeHtml(title ?? '')}"`;
  return `<link rel="${rel}"${more} href="${escapeHtml(href)}">`;
}

/** A block of data, which runs nothing and so needs no leave of the content security policy. */
function dataBlock(data: object): string {
  return `<script type="application/ld+json">${jsonForScript(data)}</script>`;
}

/** What stands for the paper in a tab, and on the screen of a device that installs it. */
function iconTags(base: string): string[] {
  const address = (path: string) => escapeHtml(withBase(base, path));
  return [
    `<link rel="icon" type="image/svg+xml" href="${address('/favicon.svg')}">`,
    `<link rel="apple-touch-icon" href="${address('/apple-touch-icon.png')}">`,
    `<link rel="manifest" href="${address('/manifest.webmanifest')}">`,
  ];
}

let policy = { hashes: '', tag: '' };

/** The same on every page of a build. */
function policyTag({ cssHash, articleCssHash, scriptHash }: HeadRequest): string {
  const hashes = `${cssHash} ${articleCssHash} ${scriptHash}`;
  if (policy.hashes === hashes) return policy.tag;
  const content = contentSecurityPolicy([cssHash, articleCssHash], scriptHash);
  const tag = `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(content)}">`;
  policy = { hashes, tag };
  return tag;
}

/** What every page's head begins with, up to the style sheets. */
function firstTags(request: HeadRequest, head: PageHead): string[] {
  return [
    policyTag(request),
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<meta name="theme-color" media="(prefers-color-scheme: light)" content="${themeColors.light}">`,
    `<meta name="theme-color" media="(prefers-color-scheme: dark)" content="${themeColors.dark}">`,
    `<title>${escapeHtml(head.title)}</title>`,
    `<script>${beforePaintScript}</script>`,
  ];
}

/** The style sheets are pieces of their own. */
function styleTags({ data, css, articleCss }: HeadRequest): string[] {
  const all = ['<style>', css, '</style>\n'];
  return data.kind === 'article' ? [...all, `<style class="${ARTICLE_SHEET}">`, articleCss, '</style>\n'] : all;
}

function lastTags(request: HeadRequest, head: PageHead): string[] {
  const known = structuredData(request.data, request.siteUrl + request.base);
  return [
    '<meta name="referrer" content="same-origin">',
    ...head.links.map(linkTag),
    ...head.meta.map(metaTag),
    ...iconTags(request.base),
    ...(known ? [dataBlock(known)] : []),
  ];
}

interface PrintedHead {
  /** Its markup, in pieces. */
  readonly pieces: readonly string[];
  /** For `<html>`. */
  readonly lang: string;
  /** The page's own address, escaped; null where it has none. */
  readonly canonical: string | null;
}

/** The `<head>` of a page, and what else of it the page says. */
export function printHead(request: HeadRequest): PrintedHead {
  const head = pageHead(request.data, request.siteUrl + request.base);
  const { lang, canonical } = head;
  return {
    pieces: [`${firstTags(request, head).join('\n')}\n`, ...styleTags(request), lastTags(request, head).join('\n')],
    lang: escapeHtml(lang),
    canonical: canonical && escapeHtml(canonical),
  };
}
