import { type DecodedText, decodeText } from '../article/decode-text.ts';

/** A feed's bytes as text, and what was odd about their encoding. */
export interface DecodedFeed {
  readonly text: string;
  /** Null where they were what they said. */
  readonly oddity: string | null;
}

/** Neither XML nor HTML has room for them; NUL is out already. */
const CONTROLS = /[\u0001-\u0008\u000B\u000C\u000E-\u001F]/g;

/** Encodings whose bytes are ASCII, so that nothing about a text betrays them but its own word. */
const HIDDEN = /^(?:csiso2022jp|iso-2022-jp)$/i;

const ascii = new TextDecoder('latin1');

/** What an XML declaration or an HTML page's head says. */
function declared(bytes: Uint8Array): string | null {
  const start = ascii.decode(bytes.subarray(0, 2048));
  const match =
    /<\?xml[^>]{0,200}?\sencoding\s{0,5}=\s{0,5}["']([\w:.-]{1,40})["']/i.exec(start) ??
    /<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([\w:.-]{1,40})/i.exec(start);
  return match?.[1] ?? null;
}

function decodeAs(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * A feed's bytes as text. What is valid UTF-8, or has a mark of its own, is that, whatever it says; then counts what it
 * says, then what the server said, then what makes sense (see `decodeText`). Never throws.
 * @param charset of the `Content-Type`, where there was one
 */
export function decodeFeed(bytes: Uint8Array, charset: string | null = null): DecodedFeed {
  const own = declared(bytes);
  const labels = [own, charset].filter((label) => label !== null);
  const hidden = labels.find((label) => HIDDEN.test(label) && bytes.includes(0x1b));
  if (hidden !== undefined) return tidy(decodeAs(bytes, hidden) ?? '', null);
  const guessed = decodeText(bytes, bytes.length);
  const [problem] = guessed.problems;
  if (problem === undefined || /^the file is UTF-(?:16|32)/.test(problem.reason)) return tidy(guessed.text, null);
  for (const label of labels) {
    const text = contradicts(label, problem.reason) ? null : decodeAs(bytes, label);
    if (text !== null) return tidy(text.replace(/\r\n?/g, '\n'), null);
  }
  return tidy(guessed.text, oddityOf(guessed, own ?? charset));
}

/** A label that can't be, or one that any bytes would fit where they say something in another encoding. */
function contradicts(label: string, guess: string): boolean {
  if (/^(?:utf-?(?:8|16)|unicode)/i.test(label) || guess.startsWith('the file is UTF-8')) return true;
  return (
    /^(?:iso-?8859-1|latin-?1|us-ascii|ascii|windows-1252|cp1252)$/i.test(label) && !guess.includes('windows-1252')
  );
}

function oddityOf({ problems }: DecodedText, label: string | null): string {
  const reason = problems[0]?.reason.replace(/^the file/, 'it') ?? '';
  return label === null ? reason : `says it is ${label}, but ${reason}`;
}

function tidy(text: string, oddity: string | null): DecodedFeed {
  return { text: text.replace(CONTROLS, ''), oddity };
}
