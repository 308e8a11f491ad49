/** Attributes whose value is an address, a name or a number: a tag in it is none of theirs. */
const plainAttribute =
  /[\s"'](?:class|id|style|href|src|width|height|align|target|rel|type|name|color|size|data-(?:src|original))\s?=\s?$/i;

/** JSON and HTML in an attribute (`data-info='{"a":"<p>"}'`, `srcdoc="<p>…"`) hold tags because they are meant to. */
const holdsMarkup = /^\s{0,9}(?:[{[<]|%7b|%5b|&lt;|&#)/i;

export interface QuotedValue {
  readonly source: string;
  /** Where the quote opens and where the next one of its kind stands. */
  readonly open: number;
  readonly close: number;
}

/**
 * Whether a quoted value that holds a `>` is one whose quote was forgotten: `<p class="a>first</p><p class="b">` pairs the
 * first quote with the one of the next attribute, and the text between would be lost. What follows such a pair is no
 * end of an attribute, or its last character is the `=` of the next one.
 */
export function isBrokenQuote({ source, open, close }: QuotedValue): boolean {
  const value = source.slice(open + 1, close);
  const after = source.slice(close + 1, close + 2);
  // Markup in a value is meant so, unless the value stops at the `=` of an attribute whose quote it has taken.
  if (holdsMarkup.test(value.slice(0, 20)) && !(/=\s?$/.test(value.slice(-3)) && /[^\s/>]/.test(after))) return false;
  // `alt="a>b"src="c"` lacks a space only.
  if (!/<[/a-z]/i.test(value)) return /[^\s/>a-z]/i.test(after);
  const isPicture = /^\s?data:image/i.test(value.slice(0, 20));
  if (!isPicture && plainAttribute.test(source.slice(Math.max(0, open - 16), open))) return true;
  return /=\s?$/.test(value.slice(-3)) || !/^[\s/>]?$/.test(after);
}
