import { cleanText } from './clean-text.ts';
import { parseYaml } from './parse-yaml.ts';

type Quote = '"' | "'";

function outerQuote(text: string): Quote | null {
  const first = text[0];
  if (text.length < 2 || (first !== '"' && first !== "'")) return null;
  return text.endsWith(first) ? first : null;
}

function runLength(text: string, quote: Quote, fromEnd: boolean): number {
  let length = 0;
  while (length < text.length && text.at(fromEnd ? -1 - length : length) === quote) length++;
  return length;
}

/** Quotes in runs at both ends and nowhere else: the whole run is wrapping. */
function stripRuns(text: string, quote: Quote): string | null {
  const opening = runLength(text, quote, false);
  if (opening === text.length) return '';
  const closing = runLength(text, quote, true);
  if (text.slice(opening, text.length - closing).includes(quote)) return null;
  const run = Math.min(opening, closing);
  return text.slice(run, text.length - run);
}

/** Correct YAML quoting that has something to unescape; null for the quoting of a generator that never escapes. */
function unescapeYaml(text: string, quote: Quote): string | null {
  const inner = text.slice(1, -1);
  const isEscaped = quote === '"' ? inner.includes('\\') : inner.includes("''");
  if (!isEscaped) return null;
  const parsed = parseYaml(`value: ${text}`);
  const value = parsed.kind === 'read' ? parsed.values.get('value') : undefined;
  return typeof value === 'string' ? value : null;
}

const OPENS_AFTER = /[\s(（[【「『《〈“‘,，、:：;；。！？…—]/;

/**
 * Whether the outer pair wraps a text that has quotes of the same kind inside, as the generator writes it, or is part
 * of a text such as `"A" and "B"`, whose first inner quote closes what the first outer one opened.
 */
function isWrapping(inner: string, quote: Quote): boolean {
  if (inner.startsWith(quote) || inner.endsWith(quote)) return true;
  const text = quote === "'" ? inner.replace(/([A-Za-z])'(?=[A-Za-z])/g, '$1’') : inner;
  const at = text.indexOf(quote);
  if (at < 0) return true;
  const isOpening = OPENS_AFTER.test(text[at - 1] ?? ' ');
  const isClosing = /[\s\p{P}]/u.test(text[at + 1] ?? ' ');
  if (isOpening !== isClosing) return isOpening;
  // The generator takes double quotes only for a text that holds single ones.
  return quote === '"' && text.includes("'");
}

function unquote(text: string): string {
  let result = text;
  for (let quote = outerQuote(result); quote !== null; quote = outerQuote(result)) {
    const core = stripRuns(result, quote);
    if (core === null) {
      const written = unescapeYaml(result, quote);
      if (written !== null) return written;
      const inner = result.slice(1, -1);
      return isWrapping(inner, quote) ? inner : result;
    }
    const written = core.includes('\\') ? unescapeYaml(result, quote) : null;
    if (written !== null) return written;
    result = core.trim();
  }
  return result;
}

const COMMENT_AFTER_QUOTED = /^(["'])([^"'\\]{0,2000})\1[ \t]+# .{0,2000}$/;

/**
 * A text value as written after its colon, perhaps over several lines: quotes that wrap it taken off, entities decoded
 * once, control characters out, white space collapsed. `#`, `: `, `&`, `*`, `@` and `【】` are kept: this is no YAML.
 */
export function readScalar(raw: string): string {
  const trimmed = raw.trim();
  return cleanText(unquote(COMMENT_AFTER_QUOTED.exec(trimmed)?.[2] ?? trimmed));
}
