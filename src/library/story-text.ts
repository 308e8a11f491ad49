import type { SearchedText, Span } from '../article/text-directive.ts';

/** The text of an article as it is shown, and where in the page it stands. */
export interface StoryText extends SearchedText {
  /** The article's body within `text`; before it are the title and what stands with it. */
  readonly body: Span;
  /** The place in the page of a passage that begins and ends with no blank. */
  readonly rangeOf: (span: Span) => Range;
  /** The part of the body that lies in a range, without blanks at its ends; null where there is none. */
  readonly spanOf: (range: Range) => Span | null;
}

/** A piece of a text node whose units follow each other in the text. */
interface Run {
  readonly at: number;
  readonly node: Text;
  readonly offset: number;
}

/** Elements that don't end a line. */
const INLINE = new Set([
  ...['A', 'ABBR', 'B', 'BDI', 'CITE', 'CODE', 'DEL', 'EM', 'I', 'INS', 'KBD', 'MARK', 'Q', 'RUBY', 'S', 'SAMP'],
  ...['SMALL', 'SPAN', 'STRONG', 'SUB', 'SUP', 'TIME', 'U', 'VAR', 'WBR'],
]);
/** Browsers that look through a page leave these out. */
const UNSEEN = new Set(['RT', 'RP', 'SCRIPT', 'STYLE', 'DIALOG', 'INPUT', 'SELECT', 'TEXTAREA']);

/** Collects what a browser would look through: blanks as one, a line for each block. */
class TextCollector {
  readonly runs: Run[] = [];
  readonly #pieces: string[] = [];
  /** The unit that was added last. */
  #last = '\n';
  length = 0;

  breakLine(): void {
    if (this.#last !== '\n') this.#push('\n');
  }

  add(node: Text, keepsLines: boolean): void {
    for (const { 0: piece, index } of node.data.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      if (!/^[ \t\n\r\f]/.test(piece)) this.#place(piece, node, index);
      else if (keepsLines && piece.includes('\n')) this.breakLine();
      else if (this.#last !== ' ' && this.#last !== '\n') this.#place(' ', node, index);
    }
  }

  text(): string {
    return this.#pieces.join('');
  }

  #place(piece: string, node: Text, offset: number): void {
    const last = this.runs.at(-1);
    const at = this.length;
    if (last?.node !== node || at - last.at !== offset - last.offset) this.runs.push({ at, node, offset });
    this.#push(piece);
  }

  #push(piece: string): void {
    this.#pieces.push(piece);
    this.#last = piece.slice(-1);
    this.length += piece.length;
  }
}

function collect(collector: TextCollector, parent: Element, body: Element, keepsLines: boolean): Span | null {
  let found: Span | null = null;
  for (const child of parent.childNodes) {
    if (child instanceof Text) collector.add(child, keepsLines);
    if (!(child instanceof Element) || UNSEEN.has(child.tagName)) continue;
    const isInline = INLINE.has(child.tagName);
    if (!isInline) collector.breakLine();
    const start = collector.length;
    const inside = collect(collector, child, body, keepsLines || child.tagName === 'PRE');
    found ??= child === body ? { start, end: collector.length } : inside;
    if (!isInline) collector.breakLine();
  }
  return found;
}

/** The last run that begins at or before a place. */
function runAt(runs: readonly Run[], place: number): Run | undefined {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle]?.at ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return runs[low - 1];
}

/** The first place of a span for which `isReached` is true; it must stay true from there on. */
function firstPlace({ start, end }: Span, isReached: (place: number) => boolean): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isReached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function trimmed(text: string, { start, end }: Span): Span | null {
  const piece = text.slice(start, end);
  const isEmpty = piece.trim() === '';
  return isEmpty ? null : { start: end - piece.trimStart().length, end: start + piece.trimEnd().length };
}

/** Tells word edges as the browser does, whose searches keep to them; where it can't say, every place may be one. */
function wordEdges(text: string, lang: string): (place: number) => boolean {
  if (!('Segmenter' in Intl)) return () => true;
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  let line = { start: 0, end: -1, words: segmenter.segment('') };
  const lineAt = (place: number) => {
    if (place >= line.start && place < line.end) return line;
    const start = text.lastIndexOf('\n', place - 1) + 1;
    const newline = text.indexOf('\n', place);
    const end = newline < 0 ? text.length : newline;
    line = { start, end, words: segmenter.segment(text.slice(start, end)) };
    return line;
  };
  return (place) => {
    if (place <= 0 || place >= text.length || /\s/.test(text.slice(place - 1, place + 1))) return true;
    const { start, words } = lineAt(place);
    return words.containing(place - start)?.index === place - start;
  };
}

/**
 * Reads the text of an article as browsers look through it.
 * @param story holds the title and the body
 * @param lang the article's language: words are told apart by it
 */
export function readStoryText(story: Element, body: Element, lang: string): StoryText {
  const collector = new TextCollector();
  const place = collect(collector, story, body, false) ?? { start: 0, end: 0 };
  const [text, runs] = [collector.text(), collector.runs];
  const pointAt = (at: number, after: number): [Text, number] | null => {
    const run = runAt(runs, at);
    return run ? [run.node, Math.min(run.offset + at - run.at + after, run.node.length)] : null;
  };
  const rangeOf = ({ start, end }: Span): Range => {
    const range = document.createRange();
    const [first, last] = [pointAt(start, 0), pointAt(end - 1, 1)];
    if (first) range.setStart(...first);
    if (last) range.setEnd(...last);
    return range;
  };
  const compare = (range: Range, at: number, after: number): number => {
    const point = pointAt(at, after);
    return point ? range.comparePoint(...point) : 1;
  };
  const spanOf = (range: Range): Span | null => {
    const start = firstPlace(place, (at) => compare(range, at, 0) >= 0);
    const end = firstPlace({ start, end: place.end }, (at) => compare(range, at, 1) > 0);
    return trimmed(text, { start, end });
  };
  return { text, body: place, isWordEdge: wordEdges(text, lang), rangeOf, spanOf };
}
