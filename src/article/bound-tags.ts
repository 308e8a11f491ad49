/** A data table of 40,000 cells has so many; the longest article met has 2,000. */
const MOST_TAGS = 100_000;

const tag = /<[/a-z!?](?:[^<>"']|"[^"]*"|'[^']*')*>/gi;
/** Tags between which words must not grow together. */
const apart =
  /^<\/?(?:p|div|li|td|th|tr|br|hr|dt|dd|h[1-6]|blockquote|pre|section|article|figure|figcaption|table|[uo]l)(?=[\s/>])/i;

export interface BoundHtml {
  readonly html: string;
  /** Where tags begin to be left out; -1 where all were kept. */
  readonly from: number;
}

/** Offset after the last tag that is kept; -1 where there are not too many. */
function endOfTags(html: string): number {
  tag.lastIndex = 0;
  for (let count = 0; count < MOST_TAGS; count += 1) if (tag.exec(html) === null) return -1;
  return tag.lastIndex;
}

/**
 * Repaired HTML with at most 100,000 tags. What comes after the last of them keeps its words, on lines of their own, but no
 * more elements: parsers, React and browsers take memory and time for each, and a file of 2 MB holds half a million.
 */
export function boundTags(html: string): BoundHtml {
  const from = html.length < MOST_TAGS * 3 ? -1 : endOfTags(html);
  if (from < 0) return { html, from };
  const rest = html.slice(from).replace(tag, (found) => (apart.test(found) ? '\n' : ''));
  return { html: html.slice(0, from) + rest, from };
}
