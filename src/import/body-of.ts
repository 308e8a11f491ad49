import { resolveAddress } from './absolute-addresses.ts';
import type { Enclosure, EntryDraft, Words } from './feed.ts';

interface Surroundings {
  readonly title: string;
  readonly link: string | null;
  /** What relative addresses count from. */
  readonly base: string | null;
}

const ESCAPED_TAG = /^&lt;(?:p|div|img|a|h[1-6]|figure|table|[uo]l|blockquote|span|strong|em|b|i)\b/i;

/** Tags to see and none to mean, from the first word to the last. */
function isEscapedTwice(html: string): boolean {
  const text = html.trim();
  return ESCAPED_TAG.test(text) && text.endsWith('&gt;') && !/<[a-z]/i.test(text);
}

/**
 * An entry's text as HTML, with what would be lost without a mention: its player, the files it comes with. Its link, or its
 * title, where there is no text. Empty where there is nothing at all.
 */
export function bodyOf(draft: EntryDraft, { title, link, base }: Surroundings): string {
  const text = draft.texts.map(htmlOf).find((html) => html !== '') ?? '';
  const player = draft.player === null ? '' : `<iframe src="${draft.player}"></iframe>\n`;
  const files = draft.enclosures.flatMap((enclosure) => linkTo(enclosure, base, text) ?? []);
  const body = player + [text, ...files].filter(Boolean).join('\n');
  if (body !== '') return body;
  if (link !== null) return paragraph(link, title || new URL(link).host);
  return title === '' ? '' : `<p>${escapeText(title)}</p>`;
}

function htmlOf({ kind, value }: Words): string {
  if (kind === 'text') return paragraphs(value);
  const html = isEscapedTwice(value) ? unescaped(value) : value;
  // A section inside a section ends where the inner one does; what is left of the outer would hide the rest.
  return html.replace(/<!\[CDATA\[|\]\]>/g, '').trim();
}

function unescaped(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** Blank lines end paragraphs, other line ends break lines. */
function paragraphs(text: string): string {
  return text
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map((paragraph) => escapeText(paragraph.trim()).replace(/\n/g, '<br>\n'))
    .filter(Boolean)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Null for a file the text links to already, or one that is nowhere. */
function linkTo({ address, type, bytes }: Enclosure, base: string | null, text: string): string | null {
  const whole = resolveAddress(address, base);
  if (whole === null || text.includes(address)) return null;
  const size = bytes === null || !(bytes > 0) ? '' : `${(bytes / 1e6).toFixed(1)} MB`;
  const about = [type, size].filter(Boolean).join(', ');
  return paragraph(whole, fileName(whole), about === '' ? '' : ` (${escapeText(about)})`);
}

function paragraph(address: string, words: string, after = ''): string {
  return `<p><a href="${escapeText(address).replaceAll('"', '&quot;')}">${escapeText(words)}</a>${after}</p>`;
}

function fileName(address: string): string {
  const { pathname, host } = new URL(address);
  const last = pathname.split('/').findLast((segment) => segment !== '') ?? host;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
