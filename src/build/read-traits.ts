import type { BodyFormat } from '../article/body.ts';
import { parseHtml } from '../article/parse-html.ts';
import { plainText } from '../article/plain-text.ts';
import { readBody } from '../article/read-body.ts';
import { fold } from '../edition/fold.ts';
import { roughText } from '../edition/rough-text.ts';
import { MOST_UNITS, storyTraits } from '../edition/story-traits.ts';

/** In a text as short as this what surrounds an article (calls to scan, legal lines) may be most of it: it is read as it will be shown. */
const SHORT_TEXT = 500;
/** So many characters of markup round so few words take long to read. */
const LONG_SOURCE = 20_000;

/** What is kept of an article's words so that related articles and copies are found before any page is printed. */
export function readTraits(title: string, body: string, format: BodyFormat): string {
  const rough = roughText(body, MOST_UNITS);
  const isShort = rough.length < SHORT_TEXT && body.length < LONG_SOURCE;
  return storyTraits(title, isShort ? cleanText(title, body, format, rough) : rough);
}

function cleanText(title: string, body: string, format: BodyFormat, rough: string): string {
  try {
    const { tree } = readBody(body, { title, format, references: {} }, parseHtml);
    return fold(plainText(tree));
  } catch {
    // It is shown as it was written, and reported when it is.
    return rough;
  }
}
