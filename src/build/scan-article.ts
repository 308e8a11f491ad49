import type { ArticleMeta } from '../article/article-meta.ts';
import type { BodyFormat } from '../article/body.ts';
import { toOneLine, visibleText } from '../article/clean-text.ts';
import type { DecodedText } from '../article/decode-text.ts';
import { excerptOf } from '../article/excerpt.ts';
import { parseHtml } from '../article/parse-html.ts';
import { leadText } from '../article/plain-text.ts';
import type { Problem } from '../article/problem.ts';
import { type ArticleText, readArticle } from '../article/read-article.ts';
import { readBody } from '../article/read-body.ts';
import { site } from '../site.ts';
import type { FoundFile } from './find-files.ts';
import { isProblem, readFile } from './read-file.ts';
import { readTraits } from './read-traits.ts';

/** What only the article's own page needs of its front matter, and where its body is: so that nobody reads it twice. */
export interface Front extends Pick<ArticleMeta, 'cover' | 'description' | 'lang' | 'tags' | 'original'> {
  readonly format: BodyFormat;
  readonly bodyLine: number;
  /** The body is this many last characters of the text. */
  readonly bodyLength: number;
  /** The file is larger than what is read of one. */
  readonly isCut?: true;
}

/** What the edition keeps of every article in memory: its front matter, not its body. */
export interface ScannedArticle {
  readonly file: string;
  readonly path: string | Buffer;
  /** Of the file's bytes. */
  readonly sum: string;
  /** Never empty. */
  readonly title: string;
  readonly date: number | null;
  readonly updated: number | null;
  readonly categories: readonly string[];
  readonly source: string;
  readonly slug: string | null;
  readonly aliases: readonly string[];
  readonly draft: boolean;
  readonly front: Front;
  /** What its words are about, see `storyTraits`. */
  readonly traits: string;
  readonly problems: readonly Problem[];
}

/** An article's text taken apart, for as long as someone works on it. */
export interface OpenArticle extends ArticleText {
  /** The decoded text of the whole file. */
  readonly text: string;
  readonly sum: string;
  readonly isCut?: true;
}

/** Reads a file as far as its front matter; a problem of level `error` where there is no article in it. */
export function scanArticle(found: FoundFile): ScannedArticle | Problem {
  const article = openArticle(found);
  if (isProblem(article)) return article;
  const { meta, problems, sum } = article;
  const title = meta.title || firstWords(article) || stemOf(found.file);
  const { date, updated, categories, source, slug, aliases, draft } = meta;
  const front = frontOf(article, article);
  const traits = readTraits(title, article.body, article.format);
  return {
    ...copy({ file: found.file, sum, title, date, updated, categories, source, slug, aliases, draft, front, problems }),
    traits,
    path: found.path,
  };
}

function frontOf({ meta, format, body, bodyLine }: ArticleText, { isCut }: Pick<DecodedText, 'isCut'>): Front {
  const { cover, description, lang, tags, original } = meta;
  return {
    cover,
    description,
    lang,
    tags,
    original,
    format,
    bodyLine,
    bodyLength: body.length,
    ...(isCut && { isCut }),
  };
}

/** An article that was scanned before, its text at hand again. */
export interface ReopenedArticle {
  readonly front: Front;
  readonly text: string;
  readonly body: string;
  readonly sum: string;
}

/** Reads an article's file again, but its front matter only where it has changed since. */
export function reopenArticle(found: FoundFile, sum: string, front: Front): ReopenedArticle | Problem {
  const read = readFile(found);
  if (isProblem(read)) return read;
  const now =
    read.sum === sum ? front : frontOf(readArticle(read.text, { file: found.file, timeZone: site.timeZone }), read);
  return { front: now, text: read.text, body: read.text.slice(read.text.length - now.bodyLength), sum: read.sum };
}

/** Reads a file and takes its front matter off. */
export function openArticle(found: FoundFile): OpenArticle | Problem {
  const read = readFile(found);
  if (isProblem(read)) return read;
  const { file } = found;
  const article = readArticle(read.text, { file, timeZone: site.timeZone });
  const problems = read.problems.map((problem) => ({ file, level: 'warning' as const, ...problem }));
  return {
    ...article,
    problems: [...problems, ...article.problems],
    text: read.text,
    sum: read.sum,
    ...(read.isCut && { isCut: read.isCut }),
  };
}

/** What stands for a missing title: the first sentence, or as much of it as a headline holds. */
function firstWords({ body, format }: OpenArticle): string {
  const { tree } = readBody(body, { title: '', format, references: {} }, parseHtml);
  const first = leadText(tree).split('\n', 1)[0] ?? '';
  return visibleText(toOneLine(excerptOf(first, '', 40)));
}

function stemOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}

/** Strings cut from a text keep the whole text in memory; fresh ones don't. */
function copy<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}
