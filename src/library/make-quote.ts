import { quoteAnchor } from '../article/quote-anchor.ts';
import { directiveText, makeDirective } from '../article/text-directive.ts';
import { readStoryText } from './story-text.ts';

/** A passage of an article, to be handed on. */
export interface Quote {
  /** Its words; blocks are lines. */
  readonly text: string;
  /** What leads to it, after the article's address: `#p-k3v9q0.12-34:~:text=…`. */
  readonly fragment: string;
}

/**
 * What a range takes in of an article's text; null where that is nothing.
 * @param story holds the title and the body
 */
export function makeQuote(story: Element, body: Element, lang: string, range: Range): Quote | null {
  const text = readStoryText(story, body, lang);
  const span = text.spanOf(range);
  if (span === null) return null;
  const { start, end } = text.body;
  const inBody = { start: span.start - start, end: span.end - start };
  const anchor = quoteAnchor(text.text.slice(start, end), inBody) ?? '';
  return {
    text: text.text.slice(span.start, span.end),
    fragment: `#${anchor}${directiveText(makeDirective(text, span))}`,
  };
}
