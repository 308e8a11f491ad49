import type { BodyFormat, Notice, Removed } from './body.ts';
import { boundTags } from './bound-tags.ts';
import { type BodyProblem, repairHtml } from './repair-html.ts';

export interface PreparedBody {
  /** A document's `<body>` with everything after it, ready for one parse. */
  readonly html: string;
  readonly removed: readonly Removed[];
  readonly problems: readonly BodyProblem[];
  readonly notices: readonly Notice[];
}

/** A body as written, Markdown rendered → HTML that any parser reads to the end. */
export function prepareBody(body: string, format: BodyFormat): PreparedBody {
  const repaired = repairHtml(format === 'text' ? escapeText(body) : withFigures(unescaped(body, format)));
  const { html, from } = boundTags(repaired.html);
  const problems = from < 0 ? repaired.problems : [...repaired.problems, tooManyTags];
  return {
    html: `<body>${html}`,
    removed: repaired.removed,
    // Lines of rendered HTML are nobody's lines.
    problems: format === 'markdown' ? problems.map((problem) => ({ ...problem, line: 1 })) : problems,
    notices: problems.flatMap(({ notice }) => notice ?? []),
  };
}

const escapedTag =
  /^\s*&lt;(?:p|div|section|article|figure|img|h[1-6]|blockquote|table|ul|ol|span|strong|br)(?:\s|\/?&gt;)/i;

/** A feed's HTML that was escaped once too often: a body without one tag of its own, which begins with an escaped one. */
function unescaped(body: string, format: BodyFormat): string {
  if (format !== 'html' || body.includes('<') || !escapedTag.test(body) || !/&lt;\/[a-z]/i.test(body)) return body;
  return body
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/&#0?39;|&apos;/g, "'")
    .replaceAll('&amp;', '&');
}

/** WordPress's `[caption width="600"]<img …> words[/caption]`, which its feed did not turn into a figure. */
const captionCode = /\[caption\b[^[\]<>]{0,300}\]([^[]{0,3000})\[\/caption\]/g;

function withFigures(html: string): string {
  if (!html.includes('[/caption]')) return html;
  return html.replace(captionCode, (whole, inside: string) =>
    inside.includes('<img') ? `<figure class="wp-caption">${inside}</figure>` : whole,
  );
}

const tooManyTags: BodyProblem = {
  line: 1,
  reason: 'the body has too many tags',
  hint: 'its text is shown whole, the last part of it without formatting; split the article',
  notice: 'unformatted',
};

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
