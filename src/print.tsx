import { createElement, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { type Navigator, Router } from 'react-router';
import type { Body } from './article/body.ts';
import { articlePath, withBase } from './edition/addresses.ts';
import type { ArchiveData } from './edition/archive.ts';
import type { PageData } from './edition/edition-data.ts';
import { pageDataScript } from './edition/page-data-script.ts';
import { site } from './site.ts';
import { AboutFigures } from './ui/about-figures.tsx';
import { AboutPage } from './ui/about-page.tsx';
import { appTags } from './ui/app-tags.ts';
import { ArchivePage } from './ui/archive-page.tsx';
import { ArticlePage } from './ui/article-page.tsx';
import { articleCss } from './ui/article-sheet.ts';
import type { Story } from './ui/loaded-page.ts';
import type { ArticlePageData } from './ui/marked-article.ts';
import { OfflinePage } from './ui/offline-page.tsx';
import { PlainPage } from './ui/plain-route.tsx';
import { printHead } from './ui/print-head.ts';
import { printBlocks } from './ui/printed-blocks.ts';
import { createFramePrinter } from './ui/printed-frame.ts';
import { createReader, type Reader, ReaderProvider } from './ui/reader.tsx';
import { StoryBody } from './ui/story-body.tsx';
import { PAGE_ADDRESS } from './ui/use-canonical.ts';
import { webManifest } from './ui/web-manifest.ts';

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

export { articleCss, webManifest };

/** An element the allow-list doesn't know, so that no article can hold it. */
const STORY_PLACE = 'printed-story';
const NO_STORY: Story = {
  body: { tree: { type: 'root', children: [] }, smallPrint: {}, removed: [] },
  Text: () => createElement(STORY_PLACE),
};

/** What is made once for all pages below one base: formats of dates take longer to make than a page to print. */
interface Press {
  readonly reader: Reader;
  /** What stands round an article, with a place for its story. */
  readonly printFrame: (data: ArticlePageData) => string;
}

const presses = new Map<string, Press>();

function pressFor(base: string): Press {
  const press = presses.get(base) ?? createPress(createReader(base, null));
  presses.set(base, press);
  return press;
}

function createPress(reader: Reader): Press {
  return {
    reader,
    printFrame: createFramePrinter(reader, (data, frameReader) => {
      return print(<ArticlePage page={{ ...data, story: NO_STORY }} />, frameReader, articlePath(data.row.id));
    }),
  };
}

/** What the page shows. Older articles are listed for those without script alone, so the app knows no such page. */
function pageOf(data: Exclude<PrintRequest['data'], { readonly kind: 'article' }>): ReactNode {
  if (data.kind === 'archive') return <ArchivePage page={data} />;
  if (data.kind === 'offline') return <PlainPage page={{ ...data, Page: OfflinePage }} />;
  if (data.kind !== 'about' || !data.figures) return <PlainPage page={data} />;
  return <AboutPage page={data} figures={<AboutFigures figures={data.figures} />} />;
}

function goNowhere(): never {
  throw new Error('A printed page goes nowhere.');
}

const navigator: Navigator = { createHref: String, go: goNowhere, push: goNowhere, replace: goNowhere };

/**
 * Markup as the app expects to find it when it takes the page over. Components find a router that knows where it is and
 * nothing more; one that knows all routes would take a quarter of the time a page takes.
 */
function print(page: ReactNode, reader: Reader, path: string): string {
  const { base } = reader;
  return renderToString(
    <ReaderProvider value={reader}>
      <Router static basename={base} location={withBase(base, path)} navigator={navigator}>
        {page}
      </Router>
    </ReaderProvider>,
  );
}

/** Pictures that React wants to be asked for at once: it puts them before everything else. */
const PRELOADS = /^(?:<link rel="preload"[^<>]*>)*/;

/** An article's page in two parts, which are printed apart: what stands round the story is much the same on all pages. */
function printArticle(data: ArticlePageData, body: Body, { reader, printFrame }: Press): string {
  const { story, fill } = printBlocks(body.tree);
  const text = print(<StoryBody row={data.row} body={body} text={story} />, reader, articlePath(data.row.id));
  const preloads = PRELOADS.exec(text)?.[0] ?? '';
  const [before, after, ...more] = printFrame(data).split(`<${STORY_PLACE}></${STORY_PLACE}>`);
  if (before === undefined || after === undefined || more.length > 0) throw new Error('a story has one place');
  return preloads + before + fill(text.slice(preloads.length)) + after;
}

function printApp({ base, path, data, body }: PrintRequest): string {
  const press = pressFor(base);
  if (data.kind !== 'article') return print(pageOf(data), press.reader, path);
  if (!body) throw new Error(`The article ${data.row.id} is printed without its body.`);
  return printArticle(data, body, press);
}

/**
 * Prints one page: a whole HTML document that reads without script and that the app can take over. The document's language
 * is that of what the page shows; the frame round it names its own.
 * @returns the document in pieces. The style sheets, half of its bytes and the same on all pages, are pieces of their own.
 */
export function printPage(request: PrintRequest): readonly string[] {
  const { data } = request;
  const isApp = data.kind !== 'archive';
  const { pieces, lang, canonical } = printHead({ ...request, articleCss });
  return [
    `<!doctype html>
<html lang="${lang}">
<head>
`,
    ...pieces,
    `
</head>
<body>
<div id="root" lang="${site.lang}">${printApp(request)}</div>
${isApp ? `${pageDataScript(data)}\n${appTags(request)}` : ''}
${canonical === null ? '' : `<p class="${PAGE_ADDRESS}"><span>${canonical}</span></p>`}
</body>
</html>
`,
  ];
}
