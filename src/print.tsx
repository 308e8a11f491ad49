import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { type Navigator, Router } from 'react-router';
import type { Body } from './article/body.ts';
import { withBase } from './edition/addresses.ts';
import type { ArchiveData } from './edition/archive.ts';
import type { PageData } from './edition/edition-data.ts';
import { pageDataScript } from './edition/page-data-script.ts';
import { site } from './site.ts';
import { appTags } from './ui/app-tags.ts';
import { ArchivePage } from './ui/archive-page.tsx';
import { ArticlePage } from './ui/article-page.tsx';
import { articleCss } from './ui/article-sheet.ts';
import type { StoryTextProps } from './ui/loaded-page.ts';
import { PlainPage } from './ui/plain-route.tsx';
import { printHead } from './ui/print-head.ts';
import { printBlocks } from './ui/printed-blocks.ts';
import { createReader, type Reader, ReaderProvider } from './ui/reader.tsx';
import { StoryBody } from './ui/story-body.tsx';

/** All a page is printed from. */
export interface PrintRequest {
  /** The page's address without the base path: `/a/x/`. */
  readonly path: string;
  /** `/` or `/news/`. */
  readonly base: string;
  /** Scheme and host without a slash at the end: `https://paper.example`. */
  readonly siteUrl: string;
  readonly data: PageData | ArchiveData;
  /** An article's body; null for every other page. */
  readonly body: Body | null;
  /** The style sheet, written into the page. */
  readonly css: string;
  /** Base64 SHA-256 of `css`, as a content security policy wants it, without `sha256-`. */
  readonly cssHash: string;
  /** The same of `articleCss`. */
  readonly articleCssHash: string;
  /** The same of the script that stands in the pages (`beforePaintScript`). */
  readonly scriptHash: string;
  /** Root-relative address of the entry script, with the base path. */
  readonly script: string;
  /** Root-relative addresses of modules the page will need, with the base path. */
  readonly modulePreloads: readonly string[];
}

export { articleCss };

const readers = new Map<string, Reader>();

/** One for all pages: formats of dates take longer to make than a page to print. */
function readerFor(base: string): Reader {
  const reader = readers.get(base) ?? createReader(base, null);
  readers.set(base, reader);
  return reader;
}

/** What the page shows. Older articles are listed for those without script alone, so the app knows no such page. */
function pageOf(data: Exclude<PrintRequest['data'], { readonly kind: 'article' }>): ReactNode {
  return data.kind === 'archive' ? <ArchivePage page={data} /> : <PlainPage page={data} />;
}

function goNowhere(): never {
  throw new Error('A printed page goes nowhere.');
}

const navigator: Navigator = { createHref: String, go: goNowhere, push: goNowhere, replace: goNowhere };

/**
 * The app's own markup for the page: what the app expects to find when it takes the page over. Components find a router that
 * knows where it is and nothing more; one that knows all routes would take a quarter of the time a page takes.
 */
function printApp({ base, path, data, body }: PrintRequest): string {
  const print = (page: ReactNode): string =>
    renderToString(
      <ReaderProvider value={readerFor(base)}>
        <Router static basename={base} location={withBase(base, path)} navigator={navigator}>
          {page}
        </Router>
      </ReaderProvider>,
    );
  if (data.kind !== 'article') return print(pageOf(data));
  if (!body) throw new Error(`The article ${data.row.id} is printed without its body.`);
  const { story, fill } = printBlocks(body.tree);
  const Text = (props: StoryTextProps) => <StoryBody {...props} text={story} />;
  return fill(print(<ArticlePage page={{ ...data, story: { body, Text } }} />));
}

/**
 * Prints one page: a whole HTML document that reads without script and that the app can take over. The document's language
 * is that of what the page shows; the frame round it names its own.
 */
export function printPage(request: PrintRequest): string {
  const { data } = request;
  const isApp = data.kind !== 'archive';
  const { html, lang } = printHead({ ...request, articleCss, script: isApp ? request.script : null });
  return `<!doctype html>
<html lang="${lang}">
<head>
${html}
</head>
<body>
<div id="root" lang="${site.lang}">${printApp(request)}</div>
${isApp ? `${pageDataScript(data)}\n${appTags(request)}` : ''}
</body>
</html>
`;
}
