/**
 * Text fragments (`#:~:text=…`, https://wicg.github.io/scroll-to-text-fragment/): how an address names a passage by its words.
 * Browsers look through the page from its start, want whole words, don't tell upper from lower case, and find nothing
 * across the edges of blocks.
 */

/** What a directive says, decoded; parts that it doesn't have are empty. */
export interface TextDirective {
  /** What stands before the passage. */
  readonly prefix: string;
  /** The passage, or its beginning. */
  readonly start: string;
  /** The passage's end, where `start` is not all of it. */
  readonly end: string;
  /** What stands after the passage. */
  readonly suffix: string;
}

/** A passage of a text: UTF-16 units, `end` the first that is no part of it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text of a page as browsers look through it: blanks are single, and `\n` stands between blocks. */
export interface SearchedText {
  readonly text: string;
  /** Whether a word may begin or end before the unit at `place`. */
  readonly isWordEdge: (place: number) => boolean;
}

/** Up to this many units a passage is named whole, otherwise by its ends: escaped, a Chinese character is nine long. */
const WHOLE = 32;
/** Units at both ends of a longer passage, at least. */
const END_LENGTH = 10;
/** Units before and after it, at least, where it has to be told from another. */
const CONTEXT = 6;
const MOST_CONTEXT = 96;
/** Passages that are looked at before a search is given up: in a text of one word over and over there are too many. */
const MOST_TRIES = 2000;

const isBlank = (unit: string | undefined): boolean => unit === ' ' || unit === '\n';

/** Unit for unit, so that what is found in it is found in the text. */
function lower(text: string): string {
  const lowered = text.toLowerCase();
  return lowered.length === text.length ? lowered : text;
}

function skipBlanks(text: string, place: number): number {
  let at = place;
  while (isBlank(text[at])) at++;
  return at;
}

interface Edges {
  readonly startsWord: boolean;
  readonly endsWord: boolean;
}

function* places(searched: SearchedText, piece: string, from: number, { startsWord, endsWord }: Edges) {
  const { text, isWordEdge } = searched;
  for (let at = text.indexOf(piece, from); at >= 0; at = text.indexOf(piece, at + 1)) {
    if ((!startsWord || isWordEdge(at)) && (!endsWord || isWordEdge(at + piece.length))) yield at;
  }
}

/** Where the directive's `start` stands, after its prefix. */
function* startsOf({ prefix, start, end, suffix }: TextDirective, searched: SearchedText) {
  const endsWord = end !== '' || suffix === '';
  if (prefix === '') {
    yield* places(searched, start, 0, { startsWord: true, endsWord });
    return;
  }
  for (const before of places(searched, prefix, 0, { startsWord: true, endsWord: false })) {
    const at = skipBlanks(searched.text, before + prefix.length);
    if (!searched.text.startsWith(start, at)) continue;
    if (!endsWord || searched.isWordEdge(at + start.length)) yield at;
  }
}

/** Where a passage whose `start` ends at `from` may end. */
function* endsOf({ end, suffix }: TextDirective, searched: SearchedText, from: number) {
  if (end === '') {
    yield from;
    return;
  }
  for (const at of places(searched, end, from, { startsWord: true, endsWord: suffix === '' })) yield at + end.length;
}

function isFollowed({ suffix }: TextDirective, { text, isWordEdge }: SearchedText, end: number): boolean {
  if (suffix === '') return true;
  const at = skipBlanks(text, end);
  return text.startsWith(suffix, at) && isWordEdge(at + suffix.length);
}

function inLowerCase({ prefix, start, end, suffix }: TextDirective): TextDirective {
  return { prefix: lower(prefix), start: lower(start), end: lower(end), suffix: lower(suffix) };
}

/** The passage a browser finds for a directive: the first that fits; null where there is none. */
export function findDirective(directive: TextDirective, { text, isWordEdge }: SearchedText): Span | null {
  if (directive.start === '') return null;
  const wanted = inLowerCase(directive);
  const searched = { text: lower(text), isWordEdge };
  let tries = 0;
  for (const start of startsOf(wanted, searched)) {
    for (const end of endsOf(wanted, searched, start + wanted.start.length)) {
      if (isFollowed(wanted, searched, end)) return { start, end };
      tries++;
      if (tries === MOST_TRIES) return null;
    }
  }
  return null;
}

/** The next place at or after `place` where a word may end, within its line. */
function wordEnd({ text, isWordEdge }: SearchedText, place: number, last: number): number {
  let at = place;
  while (at < last && text[at] !== '\n' && !isWordEdge(at)) at++;
  return at;
}

/** The nearest place at or before `place` where a word may begin, within its line. */
function wordStart({ text, isWordEdge }: SearchedText, place: number, first: number): number {
  let at = place;
  while (at > first && text[at - 1] !== '\n' && !isWordEdge(at)) at--;
  return at;
}

function lineStart(text: string, place: number): number {
  return text.lastIndexOf('\n', place - 1) + 1;
}

function lineEnd(text: string, place: number): number {
  const end = text.indexOf('\n', place);
  return end < 0 ? text.length : end;
}

/** At least `length` units at the beginning of a passage, in whole words, from one block. */
function beginning(searched: SearchedText, { start, end }: Span, length: number): string {
  const last = Math.min(end, lineEnd(searched.text, start));
  return searched.text.slice(start, wordEnd(searched, Math.min(start + length, last), last)).trimEnd();
}

/** The same at its end. */
function ending(searched: SearchedText, { start, end }: Span, length: number): string {
  const first = Math.max(start, lineStart(searched.text, end));
  return searched.text.slice(wordStart(searched, Math.max(end - length, first), first), end).trimStart();
}

function before(searched: SearchedText, place: number, length: number): string {
  const end = searched.text.slice(0, place).trimEnd().length;
  return length === 0 ? '' : ending(searched, { start: 0, end }, length);
}

function after(searched: SearchedText, place: number, length: number): string {
  const { text } = searched;
  const start = skipBlanks(text, place);
  return length === 0 ? '' : beginning(searched, { start, end: text.length }, length);
}

function namesWhole({ text }: SearchedText, { start, end }: Span): boolean {
  return end - start <= WHOLE && !text.slice(start, end).includes('\n');
}

function passage(searched: SearchedText, span: Span, length: number): Pick<TextDirective, 'start' | 'end'> {
  const whole = { start: searched.text.slice(span.start, span.end), end: '' };
  if (namesWhole(searched, span)) return whole;
  const ends = { start: beginning(searched, span, length), end: ending(searched, span, length) };
  const overlap = ends.start.length + ends.end.length > span.end - span.start;
  return overlap && !whole.start.includes('\n') ? whole : ends;
}

/** What may be said of a passage, the shortest first. */
function* sayings(searched: SearchedText, span: Span): Generator<TextDirective> {
  const short = passage(searched, span, END_LENGTH);
  yield { prefix: '', ...short, suffix: '' };
  for (let length = CONTEXT; length <= MOST_CONTEXT; length *= 2) {
    const [prefix, suffix] = [before(searched, span.start, length), after(searched, span.end, length)];
    const said = passage(searched, span, END_LENGTH + length);
    yield { prefix, ...short, suffix: '' };
    yield { prefix: '', ...short, suffix };
    yield { prefix, ...said, suffix };
  }
}

/**
 * Names a passage, which begins and ends with no blank, so that browsers find it and no other like it: by whole words, with
 * what stands before and after it where they are needed. Where nothing tells it apart, the most that can be said.
 */
export function makeDirective(searched: SearchedText, { start, end }: Span): TextDirective {
  const span = { start: wordStart(searched, start, 0), end: wordEnd(searched, end, searched.text.length) };
  let last: TextDirective = { prefix: '', start: '', end: '', suffix: '' };
  for (const said of sayings(searched, span)) {
    last = said;
    const found = findDirective(said, searched);
    if (found?.start === span.start && found.end === span.end) break;
  }
  return last;
}

/** `-`, `,` and `&` are marks of the directive; the others end addresses in what people write. */
function escapePiece(piece: string): string {
  // Half a character can't be escaped.
  return encodeURIComponent(piece.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[-!'()*~]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** `:~:text=prefix-,start,end,-suffix`, to stand at the end of an address's fragment. */
export function directiveText({ prefix, start, end, suffix }: TextDirective): string {
  const pieces = [
    prefix && `${escapePiece(prefix)}-`,
    escapePiece(start),
    end && escapePiece(end),
    suffix && `-${escapePiece(suffix)}`,
  ];
  return `:~:text=${pieces.filter(Boolean).join(',')}`;
}

function unescapePiece(piece: string): string {
  try {
    return decodeURIComponent(piece).replace(/\s+/g, ' ').trim();
  } catch {
    return '';
  }
}

/** The first text directive in a fragment (with or without `#`); null where there is none that can be read. */
export function readDirective(fragment: string): TextDirective | null {
  const said = /:~:(?:[^&]*&)*?text=([^&]*)/.exec(fragment)?.[1];
  if (said === undefined) return null;
  const pieces = said.split(',');
  const prefix = pieces[0]?.endsWith('-') ? unescapePiece(pieces.shift()?.slice(0, -1) ?? '') : '';
  const suffix = pieces.at(-1)?.startsWith('-') ? unescapePiece(pieces.pop()?.slice(1) ?? '') : '';
  const [start = '', end = '', ...more] = pieces.map(unescapePiece);
  return start === '' || more.length > 0 ? null : { prefix, start, end, suffix };
}
