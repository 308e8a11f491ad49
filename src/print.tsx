import { renderToString } from 'react-dom/server';
import { type Navigator, Router } from 'react-router';
import type { Body } from './article/body.ts';
import { withBase } from './edition/addresses.ts';
import type { PageData } from './edition/edition-data.ts';
import { pageDataScript } from './edition/page-data-script.ts';
import { site } from './site.ts';
import { ArticlePage } from './ui/article-page.tsx';
import type { LoadedPage } from './ui/loaded-page.ts';
import { type PageHead, pageHead } from './ui/page-head.ts';
import { PlainPage } from './ui/plain-route.tsx';
import { createReader, type Reader, ReaderProvider } from './ui/reader.tsx';

/** All a page is printed from. */
export interface PrintRequest {
  /** The page's address without the base path: `/a/x/`. */
  readonly path: string;
  /** `/` or `/news/`. */
  readonly base: string;
  /** Scheme and host without a slash at the end: `https://paper.example`. */
  readonly siteUrl: string;
  readonly data: PageData;
  /** An article's body; null for every other page. */
  readonly body: Body | null;
  /** The style sheet, written into the page. */
  readonly css: string;
  /** Base64 SHA-256 of `css`, as a content security policy wants it, without `sha256-`. */
  readonly cssHash: string;
  /** Root-relative address of the entry script, with the base path. */
  readonly script: string;
  /** Root-relative addresses of modules the page will need, with the base path. */
  readonly modulePreloads: readonly string[];
}

const readers = new Map<string, Reader>();

/** One for all pages: formats of dates take longer to make than a page to print. */
function readerFor(base: string): Reader {
  const reader = readers.get(base) ?? createReader(base, null);
  readers.set(base, reader);
  return reader;
}

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => entities.get(char) ?? char);
}

/** What a page may do, should anything hostile get past the allow-list after all. */
function contentSecurityPolicy(cssHash: string): string {
  const frames = site.embedHosts.flatMap((host) => [`https://${host}`, `https://*.${host}`]);
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'sha256-${cssHash}'`,
    "img-src 'self' https: data:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types dompurify broadsheet-url 'allow-duplicates'",
    `frame-src ${frames.join(' ')}`,
  ].join('; ');
}

function metaTags(head: PageHead): string {
  return head.meta
    .map(({ kind, key, content }) => `<meta ${kind}="${key}" content="${escapeHtml(content)}">`)
    .join('\n');
}

function printHead(request: PrintRequest): string {
  const head = pageHead(request.data, request.siteUrl + request.base);
  const preloads = request.modulePreloads.map((address) => `<link rel="modulepreload" href="${escapeHtml(address)}">`);
  return `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentSecurityPolicy(request.cssHash))}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(head.title)}</title>
<style>${request.css}</style>
<meta name="referrer" content="same-origin">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbf8f1">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#171614">
${head.canonical === null ? '' : `<link rel="canonical" href="${escapeHtml(head.canonical)}">`}
${metaTags(head)}
<link rel="icon" type="image/svg+xml" href="${escapeHtml(withBase(request.base, '/favicon.svg'))}">
${preloads.join('\n')}
<script type="module" src="${escapeHtml(request.script)}"></script>`;
}

function loadedPage({ data, body }: PrintRequest): LoadedPage {
  if (data.kind !== 'article') return data;
  if (!body) throw new Error(`The article ${data.row.id} is printed without its body.`);
  return { ...data, body };
}

function goNowhere(): never {
  throw new Error('A printed page goes nowhere.');
}

const navigator: Navigator = { createHref: String, go: goNowhere, push: goNowhere, replace: goNowhere };

/**
 * The app's own markup for the page: what the app expects to find when it takes the page over. Components find a router that
 * knows where it is and nothing more; one that knows all routes would take a quarter of the time a page takes.
 */
function printApp(request: PrintRequest): string {
  const page = loadedPage(request);
  return renderToString(
    <ReaderProvider value={readerFor(request.base)}>
      <Router static basename={request.base} location={withBase(request.base, request.path)} navigator={navigator}>
        {page.kind === 'article' ? <ArticlePage page={page} /> : <PlainPage page={page} />}
      </Router>
    </ReaderProvider>,
  );
}

/** Prints one page: a whole HTML document that reads without script and that the app can take over. */
export function printPage(request: PrintRequest): string {
  return `<!doctype html>
<html lang="${escapeHtml(site.lang)}">
<head>
${printHead(request)}
</head>
<body>
<div id="root">${printApp(request)}</div>
${pageDataScript(request.data)}
</body>
</html>
`;
}
