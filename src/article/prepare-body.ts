import type { BodyFormat, Removed } from './body.ts';
import { type BodyProblem, repairHtml } from './repair-html.ts';

export interface PreparedBody {
  /** A document's `<body>` with everything after it, ready for one parse. */
  readonly html: string;
  readonly removed: readonly Removed[];
  readonly problems: readonly BodyProblem[];
}

/** A body as written, Markdown rendered → HTML that any parser reads to the end. */
export function prepareBody(body: string, format: BodyFormat): PreparedBody {
  const { html, removed, problems } = repairHtml(format === 'text' ? escapeText(body) : body);
  return {
    html: `<body>${html}`,
    removed,
    // Lines of rendered HTML are nobody's lines.
    problems: format === 'markdown' ? problems.map((problem) => ({ ...problem, line: 1 })) : problems,
  };
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
