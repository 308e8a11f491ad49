/** What stands in a tag, read as HTML parsers read it: a quote is one only right after an attribute's `=`. */
export interface ScannedTag {
  /** Past its `>`; -1 where it has none. */
  readonly end: number;
  /** Where a quote opens that nothing closes; -1 where none does. Then `end` is past the next `>`, or past the quote. */
  readonly brokenQuote: number;
}

export interface TagReader {
  /** Where the quote that opens at `open` closes; -1 where it is broken. */
  readonly closeOf: (quote: string, open: number) => number;
  /** Is told each attribute's name. */
  readonly name?: (start: number, end: number) => void;
  /** Is told the value of the attribute just named, without its quotes. */
  readonly value?: (start: number, end: number) => void;
}

const tagName = /[^\t\n\f\r />]*/y;
const between = /[\t\n\f\r /]*/y;
/** May begin with an `=`. */
const attributeName = /[^\t\n\f\r />][^\t\n\f\r />=]*/y;
const blank = /[\t\n\f\r ]*/y;
const bareValue = /[^\t\n\f\r >]*/y;

function past(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  pattern.test(source);
  return Math.max(at, pattern.lastIndex);
}

/** Reads a tag whose name begins at `nameAt`. There must be a `>` somewhere behind it, or this looks through all the rest. */
export function scanTag(source: string, nameAt: number, reader: TagReader): ScannedTag {
  let at = past(tagName, source, nameAt);
  for (;;) {
    at = past(between, source, at);
    if (at >= source.length) return { end: -1, brokenQuote: -1 };
    if (source[at] === '>') return { end: at + 1, brokenQuote: -1 };
    const nameEnd = past(attributeName, source, at);
    reader.name?.(at, nameEnd);
    const equals = past(blank, source, nameEnd);
    if (source[equals] !== '=') {
      at = nameEnd;
      continue;
    }
    const value = past(blank, source, equals + 1);
    const quote = source[value];
    if (quote !== '"' && quote !== "'") {
      at = past(bareValue, source, value);
      reader.value?.(value, at);
      continue;
    }
    const close = reader.closeOf(quote, value);
    if (close < 0) return { end: source.indexOf('>', value) + 1 || value + 1, brokenQuote: value };
    reader.value?.(value + 1, close);
    at = close + 1;
  }
}
