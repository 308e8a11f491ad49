/** A sentence's end is good enough a cut from here on; before it, an excerpt would tell too little. */
const SHORTEST = 80;
/** Characters looked at beyond the title: more than any excerpt holds. */
const SAMPLE = 2000;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** What stands between a repeated title and the text proper. */
const GAP = /^[^\p{L}\p{N}\n]*/u;
const GAP_ENDS_SENTENCE = /[。！？!?…】]|\.\s/u;
const LEADING_MARKS = /^[\s、，：；。！？…,:;.!?)\]】」』》|-]+/u;
const TRAILING_MARKS = /[\s、，：；,:;（(“‘「『【《—–-]+$/u;
const CLOSING = /[”’」』）)\]】》"']/u;
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}'’]/u;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Characters that never join their neighbours: nearly every text is made of these, and segmenting takes its time. */
const APART = /^[ -~\u00a0-\u02ff\u2010-\u2027\u3000-\u3029\u3030-\u3098\u309b-\u9fff\uac00-\ud7a3\uff01-\uffef]*$/;

/** Letters and digits in one case and width: what stays of a title when it is set again with other marks. */
function letters(text: string): string[] {
  return [...text.normalize('NFKC').toLowerCase()].filter((character) => LETTER_OR_DIGIT.test(character));
}

/** Index in `text` just after the letters of `wanted`, read over marks and spaces; -1 where it begins otherwise. */
function skipLetters(text: string, wanted: readonly string[]): number {
  let met = 0;
  let index = 0;
  for (const character of text) {
    if (met === wanted.length) return index;
    for (const letter of letters(character)) {
      if (letter !== wanted[met]) return -1;
      met++;
    }
    index += character.length;
  }
  return met === wanted.length ? index : -1;
}

/** Index of the first sentence's end (after its mark) at or after `from`; the text's length where there is none. */
function nextSentence(text: string, from: number): number {
  const end = text.slice(from).search(/[。！？\n]/u);
  return end < 0 ? text.length : from + end + 1;
}

/** Index where the text goes on after a first sentence that only repeats the title; 0 where it doesn't. */
function afterTitle(text: string, title: string): number {
  const wanted = letters(title);
  const end = wanted.length === 0 ? -1 : skipLetters(text, wanted);
  if (end < 0) return 0;
  const gap = GAP.exec(text.slice(end))?.[0] ?? '';
  const next = end + gap.length;
  if (next >= text.length || text.charAt(next) === '\n' || GAP_ENDS_SENTENCE.test(gap)) return next - opening(gap);
  // Feeds without titles take the text's first words instead, and say so with dots.
  const isClipped = /(?:…|\.\.\.)\s*$/u.test(title);
  const sentence = isClipped ? nextSentence(text, end) : text.length;
  return sentence < text.length ? sentence : 0;
}

/** Length of the marks at a gap's end that open what follows: a quotation mark, a bracket. */
function opening(gap: string): number {
  return /[“‘「『（(【《"]*$/u.exec(gap)?.[0].length ?? 0;
}

function withoutTitle(text: string, title: string): string {
  const start = afterTitle(text, title);
  return start === 0 ? text : text.slice(start).replace(LEADING_MARKS, '');
}

function onOneLine(text: string): string {
  // A full-width stop brings its own blank.
  return text.replace(/\s+/gu, ' ').replace(/([。！？；：，、”』」）】…]) /gu, '$1');
}

function isSentenceEnd(text: string, end: number): boolean {
  let last = end - 1;
  while (last > 0 && CLOSING.test(text.charAt(last))) last--;
  const mark = text.charAt(last);
  const next = text.charAt(end);
  if (mark === '.' || mark === '!' || mark === '?') return next === ' ';
  return /[。！？…]/u.test(mark) && !/[。！？…]/u.test(next) && !CLOSING.test(next);
}

/** Back to the beginning of a word that `end` would cut through, unless it is longer than half the excerpt. */
function wordBoundary(text: string, end: number): number {
  if (!WORD.test(text.charAt(end))) return end;
  let start = end;
  while (start > 0 && WORD.test(text.charAt(start - 1))) start--;
  return start > end / 2 ? start : end;
}

/** Indexes up to `max` where a text may be cut without breaking a character. */
function stopsOf(text: string, max: number): number[] {
  const head = text.slice(0, max + 2);
  if (APART.test(head)) return Array.from({ length: max + 1 }, (_, index) => index);
  return [...graphemes.segment(head)].map(({ index }) => index).filter((index) => index <= max);
}

function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const stops = stopsOf(text, max);
  const shortest = Math.min(SHORTEST, Math.floor(max * 0.75));
  const sentence = stops.findLast((stop) => stop >= shortest && isSentenceEnd(text, stop));
  if (sentence !== undefined) return text.slice(0, sentence);
  const last = stops.findLast((stop) => stop > 0 && stop < max);
  return last === undefined ? '' : `${text.slice(0, wordBoundary(text, last)).replace(TRAILING_MARKS, '')}…`;
}

/**
 * What a list shows of an article's text: its beginning on one line, at most `max` UTF-16 units, cut after a sentence
 * where one ends late enough, else at a word or a whole character, with `…`. A first sentence that only repeats the title is
 * left out; a text that says nothing else gives ''.
 * @param text plain text, paragraphs separated by newlines
 */
export function excerptOf(text: string, title: string, max = 110): string {
  const head = text.trimStart().slice(0, SAMPLE + 2 * title.length);
  // Twice: a heading may repeat the title, and the first paragraph the heading.
  const body = withoutTitle(withoutTitle(head, title), title);
  return cut(onOneLine(body).trim(), max);
}
