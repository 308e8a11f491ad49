import type { Root } from 'hast';
import type { ArticleMeta } from '../article/article-meta.ts';
import type { Body, LocalReference } from '../article/body.ts';
import { excerptOf } from '../article/excerpt.ts';
import { detectLanguage } from '../article/language.ts';
import { localReferences } from '../article/local-references.ts';
import { parseHtml } from '../article/parse-html.ts';
import { leadText, plainText } from '../article/plain-text.ts';
import type { Problem } from '../article/problem.ts';
import { type ReadBody, readBody } from '../article/read-body.ts';
import { readingMinutes } from '../article/reading-time.ts';
import type { PackEntry } from '../edition/edition-data.ts';
import type { Row } from '../edition/row.ts';
import { findCover } from './find-cover.ts';
import { categoryNames } from './list-pages.ts';
import type { Picture } from './media.ts';
import type { Edition, EditionArticle } from './read-edition.ts';
import { isProblem } from './read-file.ts';
import { type ResolvedReferences, resolveReferences, type Surroundings } from './resolve-references.ts';
import { type OpenArticle, openArticle } from './scan-article.ts';
import { UserError } from './user-error.ts';

/** One article whole: what its page, its pack and the lists need of it. */
export interface ReadPage {
  readonly row: Row;
  readonly body: Body;
  readonly entry: PackEntry;
  readonly tags: readonly string[];
  /** Pictures beside the article that it shows. */
  readonly pictures: readonly Picture[];
  /** Of the body; those of the front matter are the edition's. */
  readonly problems: readonly Problem[];
}

type References = Readonly<Record<string, LocalReference>>;

/** An own summary may be longer than a cut from the text: somebody chose its words. */
const SUMMARY_LENGTH = 160;

/**
 * Reads an article again, body and all.
 * @throws UserError where the file is gone since the edition was planned.
 */
export function readPage(edition: Edition, article: EditionArticle, surroundings: Surroundings): ReadPage {
  const { file, id, title } = article;
  const open = openArticle({ file, path: article.path, obstacle: null });
  if (isProblem(open)) throw new UserError(`${file}: ${open.reason}, though it was there a moment ago`);
  const { meta, format, text } = open;
  const cover = meta.cover === null ? [] : [{ address: meta.cover, kind: 'picture' as const }];
  let found: ResolvedReferences = { references: {}, pictures: [], dead: [] };
  const resolve = (tree: Root) => {
    found = resolveReferences(file, [...localReferences(tree), ...cover], surroundings);
    return found.references;
  };
  const { problems, ...body } = readOrQuote(open.body, { title, format, references: resolve });
  const { references, pictures, dead } = found;
  const bodyProblems = problems.map(({ line, ...said }) => ({ ...said, line: open.bodyLine + line - 1 }));
  const deadProblems = dead.map(({ address, reason, hint }) => {
    return { line: lineOf(open, address), reason: `${quote(address)} ${reason}`, hint };
  });
  return {
    row: makeRow(edition, article, meta, body, references),
    body,
    entry: { id, file, format, text, references },
    tags: meta.tags,
    pictures,
    problems: [...bodyProblems, ...deadProblems].map((said) => ({ ...said, file, level: 'warning' })),
  };
}

/**
 * A body that breaks the reader must not stop the edition: its text is shown as it was written, marks and all.
 */
function readOrQuote(body: string, context: Parameters<typeof readBody>[1]): ReadBody {
  try {
    return readBody(body, context, parseHtml);
  } catch (error) {
    const text: Root = { type: 'root', children: [{ type: 'text', value: body }] };
    const reason = `the body cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    const problem = { line: 1, reason, hint: 'it is shown as plain text' };
    return { ...readBody('', context, () => text), problems: [problem] };
  }
}

function makeRow(
  edition: Edition,
  { id, title, date, category, source }: EditionArticle,
  meta: ArticleMeta,
  body: Body,
  references: References,
): Row {
  const text = plainText(body.tree);
  const from = edition.sources[source];
  return {
    id,
    title,
    excerpt:
      meta.description === '' ? excerptOf(leadText(body.tree), title) : excerptOf(meta.description, '', SUMMARY_LENGTH),
    date,
    source: from === undefined ? null : { name: from.name, slug: from.slug },
    category: categoryNames(edition.categories, category),
    cover: findCover(meta.cover, body, references),
    lang: meta.lang ?? detectLanguage(`${title}\n${text}`),
    minutes: readingMinutes(text),
  };
}

/** The line an address stands on; the body's first where it is written in another way. */
function lineOf({ text, bodyLine }: OpenArticle, address: string): number {
  const at = text.indexOf(address);
  return at === -1 ? bodyLine : text.slice(0, at).split('\n').length;
}

function quote(address: string): string {
  return `“${address.length > 80 ? `${address.slice(0, 80)}…` : address}”`;
}
