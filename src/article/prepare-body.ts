import { marked } from 'marked';
import type { BodyFormat, Removed } from './body.ts';
import { type BodyProblem, repairHtml } from './repair-html.ts';

export interface PreparedBody {
  /** A document's `<body>` with everything after it, ready for one parse. */
  readonly html: string;
  readonly removed: readonly Removed[];
  readonly problems: readonly BodyProblem[];
}

/** A body as written → HTML that any parser reads to the end: Markdown turned into HTML, raw HTML repaired. */
export function prepareBody(body: string, format: BodyFormat): PreparedBody {
  const { html, removed, problems } = repairHtml(toHtml(body, format));
  return {
    html: `<body>${html}`,
    removed,
    problems: format === 'markdown' ? problems.map((problem) => ({ ...problem, line: 1 })) : problems,
  };
}

function toHtml(body: string, format: BodyFormat): string {
  if (format === 'markdown') return marked.parse(body, { async: false, gfm: true });
  return format === 'text' ? body.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : body;
}
