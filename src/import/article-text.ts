import { Document, Scalar, stringify } from 'yaml';
import { decodeEntities, toOneLine } from '../article/clean-text.ts';
import { readScalar } from '../article/read-scalar.ts';
import type { Story } from './story.ts';

/** A story with the category path it stands in, outermost first. */
export interface FiledStory extends Story {
  readonly categories: readonly string[];
}

/** Neither XML nor a terminal has room for them; JSON may hold them. */
const CONTROLS = /[\0-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/** An article file: front matter, and the story's HTML as it is. The same story gives the same text. */
export function articleText(story: FiledStory): string {
  const document = new Document({});
  const lines = {
    title: story.title,
    date: momentOf(story.date),
    updated: momentOf(story.updated),
    categories: story.categories,
    tags: story.tags,
    author: story.source,
    writer: story.writer,
    cover: story.cover ?? '',
    lang: story.language ?? '',
    description: story.summary,
    link: story.link ?? '',
  };
  for (const [key, value] of Object.entries(lines)) {
    if (value.length > 0) document.set(key, typeof value === 'string' ? lineOf(value) : listOf(value, document));
  }
  const body = story.html.replace(CONTROLS, '').replace(/\r\n?/g, '\n').trim();
  return `---\n${document.toString({ lineWidth: 0 })}---\n\n${body}\n`;
}

/** `2026-11-20T22:30:00Z`; empty for null. */
function momentOf(milliseconds: number | null): string {
  return milliseconds === null ? '' : new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The reader decodes what looks like an entity, once. */
function guarded(text: string): string {
  const line = toOneLine(text);
  return decodeEntities(line) === line ? line : line.replaceAll('&', '&amp;');
}

/**
 * A text of one line. The reader takes such texts from their raw lines, because most programs that write them know no YAML:
 * it strips more quotes than YAML does. A text that this would change stands in a block, which YAML alone reads.
 */
function lineOf(text: string): Scalar {
  const scalar = new Scalar(guarded(text));
  const line = stringify(scalar.value, { lineWidth: 0 }).trimEnd();
  if (line.includes('\n') || readScalar(line) !== toOneLine(text)) scalar.type = 'BLOCK_LITERAL';
  return scalar;
}

/** Lists in brackets go through YAML whole. */
function listOf(texts: readonly string[], document: Document) {
  return document.createNode(texts.map(guarded), { flow: true });
}
