import type { Root } from 'hast';
import type { Body, LocalReference } from '../article/body.ts';
import { excerptOf } from '../article/excerpt.ts';
import { detectLanguage } from '../article/language.ts';
import { localReferences, type WrittenReference } from '../article/local-references.ts';
import { parseHtml } from '../article/parse-html.ts';
import { leadText, plainText } from '../article/plain-text.ts';
import { type ReadBody, readBody } from '../article/read-body.ts';
import { readingMinutes } from '../article/reading-time.ts';
import type { PackEntry } from '../edition/edition-data.ts';
import type { Row } from '../edition/row.ts';
import type { ArticleTask } from './article-task.ts';
import { contentSum } from './file-stamp.ts';
import { findCover } from './find-cover.ts';
import type { Findings } from './findings.ts';
import { isProblem } from './read-file.ts';
import { isLocal, type ResolvedReferences, resolveReferences, type Surroundings } from './resolve-references.ts';
import { type Front, type ReopenedArticle, reopenArticle } from './scan-article.ts';

/** One article whole: what its page, its pack and the lists need of it. */
export interface ReadPage {
  /** Of the file's bytes as they were now. */
  readonly sum: string;
  readonly findings: Findings;
  readonly body: Body;
  readonly entry: PackEntry;
  readonly tags: readonly string[];
  /** All of its text, a line a paragraph. */
  readonly plain: string;
  readonly resolved: ResolvedReferences;
}

type References = Readonly<Record<string, LocalReference>>;
type Context = Parameters<typeof readBody>[1];

/** An own summary may be longer than a cut from the text: somebody chose its words. */
const SUMMARY_LENGTH = 160;

/**
 * Reads an article again, body and all.
 * @param trouble why its body must not be read this time: it is quoted, as one that can't be
 */
export function readPage(task: ArticleTask, surroundings: Surroundings, trouble: string | null = null): ReadPage {
  const { file, id, title } = task;
  const open = openAgain(task);
  const { front, text, sum } = open;
  const { format } = front;
  const cover = front.cover === null ? [] : [{ address: front.cover, kind: 'picture' as const }];
  let written: readonly WrittenReference[] = [];
  let resolved: ResolvedReferences = { references: {}, pictures: [], dead: [] };
  const resolve = (tree: Root) => {
    written = [...localReferences(tree), ...cover].filter(({ address }) => isLocal(address));
    resolved = resolveReferences(file, written, surroundings);
    return resolved.references;
  };
  const context = { title, format, references: resolve, ...bodyMarks(front) };
  const { problems, ...body } = bodyOf(open, context, trouble);
  const { references, dead } = resolved;
  const bodyProblems = problems.map(({ line, reason, hint }) => ({ reason, hint, line: front.bodyLine + line - 1 }));
  const deadProblems = dead.map(({ address, reason, hint }) => {
    return { line: lineOf(open, address), reason: `${quote(address)} ${reason}`, hint };
  });
  const plain = plainText(body.tree);
  return {
    sum,
    findings: {
      row: makeRow(task, front, body, plain, references),
      written,
      problems: [...bodyProblems, ...deadProblems].map((said) => ({ ...said, file, level: 'warning' })),
    },
    body,
    entry: { id, file, format, text, bodyStart: text.length - open.body.length, references, ...bodyMarks(front) },
    tags: front.tags,
    plain,
    resolved,
  };
}

function bodyOf({ body, lost }: OpenedAgain, context: Context, trouble: string | null): ReadBody {
  if (lost !== undefined) return { ...readBody('', context, parseHtml), problems: [goneSince(lost)] };
  return trouble === null ? readOrQuote(body, context) : quoteBody(body, context, trouble);
}

/** What of the front matter changes how a body is shown; most entries need none. */
export function bodyMarks({ isCut, original }: Front): Pick<PackEntry, 'isCut' | 'original'> {
  return { ...(isCut && { isCut }), ...(original && { original }) };
}

/**
 * A body that breaks the reader must not stop the edition: its text is shown as it was written, marks and all.
 */
function readOrQuote(body: string, context: Context): ReadBody {
  try {
    return readBody(body, context, parseHtml);
  } catch (error) {
    return quoteBody(body, context, error instanceof Error ? error.message : String(error));
  }
}

function quoteBody(body: string, context: Context, trouble: string): ReadBody {
  const text: Root = { type: 'root', children: [{ type: 'text', value: body }] };
  const problem = { line: 1, reason: `the body cannot be read: ${trouble}`, hint: 'it is shown as plain text' };
  return { ...readBody('', context, () => text), problems: [problem] };
}

/** An article opened again, or what is left of it. */
export interface OpenedAgain extends ReopenedArticle {
  /** Why it can't be read any more: it is without text then. Its place in the edition is planned, so its page stays. */
  readonly lost?: string;
}

export function openAgain({ file, path, sum, front }: ArticleTask): OpenedAgain {
  const open = reopenArticle({ file, path, obstacle: null }, sum, front);
  if (!isProblem(open)) return open;
  const nothing = { ...front, bodyLine: 1, bodyLength: 0 };
  return { front: nothing, text: '', body: '', sum: contentSum(''), lost: open.reason };
}

function goneSince(reason: string): ReadBody['problems'][number] {
  return {
    line: 1,
    reason: `the file ${reason}, though it was there when the build began`,
    hint: 'its page holds its title only; build again',
  };
}

function makeRow(
  { id, title, date, category, source }: ArticleTask,
  front: Front,
  body: Body,
  text: string,
  references: References,
): Row {
  return {
    id,
    title,
    excerpt:
      front.description === ''
        ? excerptOf(leadText(body.tree), title)
        : excerptOf(front.description, '', SUMMARY_LENGTH),
    date,
    source,
    category,
    cover: findCover(front.cover, body, references),
    lang: front.lang ?? detectLanguage(`${title}\n${text}`),
    minutes: readingMinutes(text),
  };
}

/** The line an address stands on; the body's first where it is written in another way. */
function lineOf({ text, front }: ReopenedArticle, address: string): number {
  const at = text.indexOf(address);
  return at === -1 ? front.bodyLine : text.slice(0, at).split('\n').length;
}

function quote(address: string): string {
  return `“${address.length > 80 ? `${address.slice(0, 80)}…` : address}”`;
}
