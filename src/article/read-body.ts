import type { Root } from 'hast';
import { type ReadBody, type ReadingContext, readRenderedBody } from './read-rendered-body.ts';
import { renderMarkdown } from './render-markdown.ts';

export type { ReadBody };

/** A body as written, in any format → what is shown of it. See `readRenderedBody`. */
export function readBody(body: string, context: ReadingContext, parse: (html: string) => Root): ReadBody {
  return readRenderedBody(context.format === 'markdown' ? renderMarkdown(body) : body, context, parse);
}
