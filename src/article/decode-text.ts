import { decodeUtf32, guessEncoding, utf16ByZeros } from './guess-encoding.ts';

export interface DecodeProblem {
  /** One-based line in the file. */
  readonly line: number;
  readonly reason: string;
  readonly hint: string;
}

export interface DecodedText {
  readonly text: string;
  readonly problems: readonly DecodeProblem[];
  /** The file is larger than what was read of it. */
  readonly isCut?: true;
}

/** Files are read up to 2 MB: a newspaper's longest article is a tenth of that. */
export const LARGEST_FILE = 2 * 1024 * 1024;

interface Attempt {
  readonly text: string;
  readonly problem?: DecodeProblem;
}

/**
 * `stream: true` leaves out a character the byte cap has cut in half; without it a whole file would be taken for
 * another encoding because of its last byte.
 */
function decodeStrictly(bytes: Uint8Array, encoding: string, isCut: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    return null;
  }
}

function utf16ByMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function decodeUtf16(bytes: Uint8Array, encoding: string): Attempt {
  const text = new TextDecoder(encoding).decode(bytes);
  const lost = text.indexOf('\uFFFD');
  if (lost < 0) return { text };
  const reason = 'the file is UTF-16 with broken characters';
  return { text, problem: { line: lineOfFirstLoss(text), reason, hint: 'they became �; save the file as UTF-8' } };
}

function withoutMark(text: string, encoding: string): Attempt {
  const reason = `the file is not UTF-8; it was read as ${encoding}`;
  return { text, problem: { line: 1, reason, hint: 'save it as UTF-8' } };
}

/** Where strict UTF-8 fails, the lossy decoder shows the line the trouble is on. */
function lineOfFirstLoss(lossy: string): number {
  const at = lossy.indexOf('\uFFFD');
  return at < 0 ? 1 : lossy.slice(0, at).split(/\r\n?|\n/).length;
}

/** Text of some other encoding, or rubbish: NUL bytes tell rubbish. */
function decodeOther(bytes: Uint8Array, isCut: boolean): Attempt {
  const lossy = new TextDecoder('utf-8').decode(bytes);
  const line = lineOfFirstLoss(lossy);
  if (isMostlyUtf8(lossy)) {
    const reason = 'the file is UTF-8 with broken characters';
    return { text: lossy, problem: { line, reason, hint: 'they became �; write them again' } };
  }
  const guess = bytes.includes(0) ? null : guessEncoding(bytes, isCut);
  if (guess !== null) {
    const reason = `the file is not UTF-8; it was read as ${guess.encoding}`;
    return { text: guess.text, problem: { line, reason, hint: 'save it as UTF-8' } };
  }
  const reason = 'the file is in no encoding known here (UTF-8, UTF-16, GB18030, Big5)';
  return { text: lossy, problem: { line, reason, hint: 'unreadable bytes became �; save the file as UTF-8' } };
}

/** One broken byte in a UTF-8 file must not turn all its Chinese into other Chinese. */
function isMostlyUtf8(lossy: string): boolean {
  let lost = 0;
  let kept = 0;
  for (const character of lossy) {
    if (character === '\uFFFD') lost++;
    else if (character > '\u07FF') kept++;
  }
  return kept > lost * 4;
}

function decode(bytes: Uint8Array, isCut: boolean): Attempt {
  const utf32 = decodeUtf32(bytes);
  if (utf32 !== null) return withoutMark(utf32, 'UTF-32');
  const utf16 = utf16ByMark(bytes);
  if (utf16 !== null) return decodeUtf16(bytes, utf16);
  const unmarked = bytes.includes(0) ? utf16ByZeros(bytes) : null;
  if (unmarked !== null) return withoutMark(decodeUtf16(bytes, unmarked).text, 'UTF-16');
  const utf8 = decodeStrictly(bytes, 'utf-8', isCut);
  return utf8 === null ? decodeOther(bytes, isCut) : { text: utf8 };
}

/** Lone surrogates need no care here: every decoder gives well-formed text. */
function normalize(text: string): string {
  // `\r\r\n` is what a text mode makes of `\r\n`.
  const fed = text.includes('\r') ? text.replace(/\r\r?\n|\r/g, '\n') : text;
  // Some programs end lines with nothing else; among line feeds these are characters of a text.
  const lines = fed.includes('\n') ? fed : fed.replace(/[\u0085\u2028\u2029]/g, '\n');
  const printable = lines.includes('\0') ? lines.replaceAll('\0', '') : lines;
  return printable.replace(/^\uFEFF+/, '');
}

/**
 * An article file's bytes as text: UTF-8, UTF-16 or UTF-32, else whatever they make sense in. Line ends become `\n`, NUL
 * goes, lone surrogates become U+FFFD. Never throws: what can't be read is read lossily, with a problem that says so.
 * @param largest bytes; what is beyond isn't read
 */
export function decodeText(bytes: Uint8Array, largest: number = LARGEST_FILE): DecodedText {
  const isCut = bytes.length > largest;
  const { text, problem } = decode(isCut ? bytes.subarray(0, largest) : bytes, isCut);
  const normal = normalize(text);
  const problems = problem === undefined ? [] : [problem];
  if (!isCut) return { text: normal, problems };
  const reason = `the file has ${bytes.length} bytes; only the first ${largest} were read`;
  const cut = { line: normal.split('\n').length, reason, hint: 'split the article, or move data it embeds to files' };
  return { text: normal, problems: [...problems, cut], isCut: true };
}
