import { renderToString } from 'react-dom/server';
import { createStaticRouter, matchRoutes, type StaticHandlerContext, StaticRouterProvider } from 'react-router';
import type { Body } from './article/body.ts';
import { withBase } from './edition/addresses.ts';
import type { PageData } from './edition/edition-data.ts';
import { pageDataScript } from './edition/page-data-script.ts';
import { routeTable } from './routes.tsx';
import { site } from './site.ts';
import { ArticleRoute } from './ui/article-route.tsx';
import type { LoadedPage } from './ui/loaded-page.ts';
import { type PageHead, pageHead } from './ui/page-head.ts';
import { createReader, ReaderProvider } from './ui/reader.tsx';

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

const routes = routeTable({ Component: ArticleRoute }, null);

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

/** The app's own markup for the page: what the app expects to find when it takes the page over. */
function printApp(request: PrintRequest): string {
  const pathname = withBase(request.base, request.path);
  const matches = matchRoutes(routes, { pathname }, request.base) ?? [];
  const route = matches.at(-1)?.route.id ?? 'not-found';
  const context: StaticHandlerContext = {
    basename: request.base,
    location: { pathname, search: '', hash: '', state: null, key: 'default' },
    matches,
    loaderData: { [route]: loadedPage(request) },
    actionData: null,
    errors: null,
    statusCode: 200,
    loaderHeaders: {},
    actionHeaders: {},
  };
  return renderToString(
    <ReaderProvider value={createReader(request.base, null)}>
      <StaticRouterProvider router={createStaticRouter(routes, context)} context={context} hydrate={false} />
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
