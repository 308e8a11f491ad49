import type { ArticleMeta } from './article-meta.ts';
import type { BodyFormat } from './body.ts';
import type { Problem } from './problem.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { readMeta } from './read-meta.ts';
import { splitFrontMatter } from './split-front-matter.ts';

export interface ArticleOptions {
  /** The file's path inside the articles folder, with `/`. */
  readonly file: string;
  /** IANA name of the zone that dates without one are in. */
  readonly timeZone: string;
}

export interface ArticleText {
  readonly meta: ArticleMeta;
  /** Everything after the front matter, a suffix of the text. */
  readonly body: string;
  /** One-based line of the body's first character. */
  readonly bodyLine: number;
  readonly format: BodyFormat;
  readonly problems: readonly Problem[];
}

/** Where the body begins, after the comments that stand first (`<!-- more -->`, `<!-- toc -->`). */
function firstPlace(body: string): number {
  let at = body.search(/\S/);
  while (at >= 0 && body.startsWith('<!--', at)) {
    const end = body.indexOf('-->', at);
    const next = end < 0 ? -1 : body.slice(end + 3).search(/\S/);
    if (next < 0) return at;
    at = end + 3 + next;
  }
  return at;
}

/** Signs of Markdown at a line's start, and the tags of a page's text. */
const markdownLine = /^(?:#{1,6} \S|```|!\[[^\]\n]{0,200}\]\(|[-*] \S|> \S|\d{1,2}\. \S)/gm;
const textTag = /<(?:p|div|section|li|td|span|br)[\s/>]/gi;
const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Markdown that begins with a centred picture, or an address in angle brackets. */
function isMarkdownAfterHtml(body: string, at: number): boolean {
  if (/^<(?:https?:|mailto:)/i.test(body.slice(at, at + 8))) return true;
  const lines = countOf(body, markdownLine);
  return lines >= 2 && lines > countOf(body, textTag);
}

/** HTML by its first character, whatever the file is called; else by the file's extension. */
export function bodyFormat(file: string, body: string): BodyFormat {
  const isMarkdown = /\.(?:md|markdown|mdx|mkd)$/i.test(file);
  const first = firstPlace(body);
  if (body[first] === '<' && !(isMarkdown && isMarkdownAfterHtml(body, first))) return 'html';
  if (isMarkdown) return 'markdown';
  return /\.txt$/i.test(file) ? 'text' : 'html';
}

const NO_FRONT_MATTER = {
  line: 1,
  reason: 'the file has no front matter',
  hint: 'begin it with --- , title: …, date: …, categories: …, ---',
};
const NO_TEXT = { line: 1, reason: 'the article has no text', hint: 'write it below the front matter' };
const EMPTY_FILE = { line: 1, reason: 'the file is empty', hint: 'write an article, or delete the file' };

/**
 * Reads the decoded text of one article file: its front matter in any of the dialects met, its body as written. Never
 * throws; whatever can't be read is left out of `meta` and told in `problems`, as warnings.
 */
export function readArticle(text: string, options: ArticleOptions): ArticleText {
  const { kind, block, blockLine, body, bodyLine, problem } = splitFrontMatter(text);
  const front = readFrontMatter(kind, block);
  const read = readMeta(front.entries, options.timeZone);
  const inBlock = [...front.problems, ...read.problems].map((found) => ({
    ...found,
    line: found.line + blockLine - 1,
  }));
  const found = problem === undefined ? inBlock : [problem, ...inBlock];
  if (text.trim() === '') found.push(EMPTY_FILE);
  else if (kind === 'none' && problem === undefined) found.push(NO_FRONT_MATTER);
  else if (body.trim() === '') found.push(NO_TEXT);
  return {
    meta: read.meta,
    body,
    bodyLine,
    format: bodyFormat(options.file, body),
    problems: found.map(({ line, reason, hint }) => ({ file: options.file, line, level: 'warning', reason, hint })),
  };
}
