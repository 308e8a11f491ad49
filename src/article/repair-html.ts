import type { Notice, Removed } from './body.ts';
import { isBrokenQuote } from './broken-quote.ts';
import { repairCode } from './code-repair.ts';
import { endsOfOpeners } from './ends-of-openers.ts';
import { inertTag } from './inert-tag.ts';
import { mathText, texIn } from './math-text.ts';
import { pictureTag } from './picture-tag.ts';
import { scanTag } from './scan-tag.ts';
import { isStrayTag } from './stray-tag.ts';

/** What the repair did to a body's raw HTML, before anything is parsed. */
export interface Repaired {
  readonly html: string;
  readonly removed: readonly Removed[];
  /** `line` counts from 1 at the body's first line. */
  readonly problems: readonly BodyProblem[];
}

export interface BodyProblem {
  readonly line: number;
  readonly reason: string;
  readonly hint: string;
  /** What the page says of it, where readers should know. */
  readonly notice?: Notice;
}

/** Elements whose inside is not markup; one that is never closed takes the rest of the article with it. */
const rawText = new Set(['style', 'script', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes']);
/** Of these nothing is shown, so nothing of theirs is parsed. */
const droppedRawText = new Set(['style', 'script', 'title', 'noembed', 'noframes']);
/**
 * Elements that are no part of a text, and hide or hold what follows where parsers miss their end: `</canvas>` does not end one
 * in which a paragraph is open, and browsers differ about what may stand in a `<select>`. Which of them goes is therefore settled
 * here, and no parser sees any.
 */
const notText = new Set(['template', 'select', 'optgroup', 'option', 'datalist', 'button', 'svg', 'canvas', 'dialog']);
/** Those of them that may hold paragraphs of their own. */
const ofParagraphs = new Set(['template', 'button', 'canvas', 'dialog']);
/**
 * Elements of which only the tags go. A form's fields can take the names of its own properties, which makes the gate in the browser
 * drop all it holds; the parts of others mean something only inside them.
 */
const opened = new Set([
  ...['form', 'fieldset', 'object', 'applet', 'frameset', 'desc', 'foreignobject'],
  ...['mi', 'mn', 'mo', 'ms', 'mtext', 'annotation-xml'],
]);
/** Elements whose end may be left out; an opener of these does not nest. */
const selfEnding = new Set([
  'p',
  'li',
  'dt',
  'dd',
  'tr',
  'td',
  'th',
  'tbody',
  'thead',
  'tfoot',
  'option',
  'optgroup',
  'rt',
  'rp',
  'rb',
  'colgroup',
  'caption',
]);
const voidElements = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
  'param',
]);

/** Browsers stop nesting at 512 and a recursive reader at some thousands; no article needs 200. */
const DEEPEST = 200;
/** What holds a picture and its words together stays even where wrappers that nobody closed have used up the depth. */
const pictureBox = new Set(['figure', 'figcaption']);

const isNameStart = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** Reads a body's HTML once, front to back, copying what is sound. */
class Repair {
  private readonly source: string;
  /** Lower case, so that `</STYLE` is found; same length as `source`. */
  private readonly lower: string;
  private readonly out: string[] = [];
  private readonly removed: Removed[] = [];
  private readonly problems: BodyProblem[] = [];
  /** Openers that are kept, innermost last: their names and where they stand in `out`. */
  private readonly open: { readonly name: string; readonly place: number }[] = [];
  private readonly tooDeep = new Map<string, number>();
  /** The last search for each closing tag: where it began and what it found (-1: nothing from there on). */
  private readonly searches = new Map<string, { from: number; found: number }>();
  /** Where the last end of each element stands; made when it is first asked for. */
  private lastEnds: ReadonlyMap<string, number> | null = null;
  /** Where the elements of `notText` end, by where they begin; made when it is first asked for. */
  private ends: ReadonlyMap<number, number> | null = null;
  private at = 0;
  /** Where the tag being read opens a quote that nothing closes; -1 where it doesn't. */
  private brokenQuote = -1;

  constructor(source: string) {
    this.source = source;
    // Only ASCII: toLowerCase can change the length of other letters (İ).
    this.lower = source.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  }

  run(): Repaired {
    while (this.at < this.source.length) {
      const next = this.source.indexOf('<', this.at);
      if (next < 0) {
        this.copyTo(this.source.length);
        break;
      }
      this.copyTo(next);
      this.readMarkup();
    }
    this.endAll(0, 0);
    return { html: this.out.join(''), removed: this.removed, problems: this.problems };
  }

  private copyTo(end: number): void {
    this.out.push(this.source.slice(this.at, end));
    this.at = end;
  }

  /** Each fault is told once, at its first place: a file that is broken a thousand times is one line to its owner. */
  private warn(reason: string, hint: string, notice?: Notice): void {
    if (this.problems.some((problem) => problem.reason === reason)) return;
    let line = 1;
    for (let at = this.source.indexOf('\n'); at >= 0 && at < this.at; at = this.source.indexOf('\n', at + 1)) line++;
    this.problems.push({ line, reason, hint, ...(notice && { notice }) });
  }

  /** `indexOf` that remembers its last answer, so that 100,000 openers cost no 100,000 searches of the whole body. */
  private find(needle: string, from: number): number {
    return this.remembered(needle, from, () => this.lower.indexOf(needle, from));
  }

  /** The same for a pattern, which must be global. */
  private findPattern(pattern: RegExp, from: number): number {
    return this.remembered(pattern.source, from, () => {
      pattern.lastIndex = from;
      return pattern.exec(this.lower)?.index ?? -1;
    });
  }

  private remembered(what: string, from: number, search: () => number): number {
    const last = this.searches.get(what);
    if (last && from >= last.from && (last.found < 0 || from <= last.found)) return last.found;
    const found = search();
    this.searches.set(what, { from, found });
    return found;
  }

  private readMarkup(): void {
    if (this.lower.startsWith('<!--', this.at)) return this.readComment();
    if (this.lower.startsWith('<![cdata[', this.at)) return this.readCdata();
    const closing = this.source[this.at + 1] === '/';
    const nameAt = this.at + (closing ? 2 : 1);
    if (!isNameStart(this.source.charCodeAt(nameAt))) return this.readStray();
    this.brokenQuote = -1;
    const end = this.tagEnd(nameAt);
    if (end < 0) return this.readUnfinishedTag();
    const name = this.nameAt(nameAt);
    if (this.brokenQuote >= 0) return this.readBrokenQuote(name, closing, end);
    if (closing) this.readClosing(name, end);
    else this.readOpening(name, end);
  }

  /** The end of the tag, past its `>`; -1 where nothing behind it is one. */
  private tagEnd(from: number): number {
    if (this.find('>', from) < 0) return -1;
    const { end, brokenQuote } = scanTag(this.source, from, {
      closeOf: (quote, open) => {
        const close = this.find(quote, open + 1);
        return close < 0 || isBrokenQuote({ source: this.source, open, close }) ? -1 : close;
      },
    });
    this.brokenQuote = brokenQuote;
    return end;
  }

  private nameAt(from: number): string {
    return /^[a-z][^\s/>]*/.exec(this.lower.slice(from, from + 40))?.[0] ?? '';
  }

  private readComment(): void {
    // `<!-->` and `<!--->` are whole comments to a browser.
    const short = /^<!--(?:-?>)/.exec(this.source.slice(this.at, this.at + 6));
    const plain = this.find('-->', this.at + 4);
    const odd = this.find('--!>', this.at + 4);
    if (short) this.at += short[0].length;
    else if (plain < 0 && odd < 0) {
      this.warn('a comment is never closed', 'its opening was taken out, so that the text after it is kept');
      this.at += 4;
    } else this.at = odd >= 0 && (plain < 0 || odd < plain) ? odd + 4 : plain + 3;
  }

  /** Feeds leave `<![CDATA[ … ]]>` round their HTML; the wrapping goes, the inside stays. */
  private readCdata(): void {
    this.at += '<![CDATA['.length;
    const end = this.find(']]>', this.at);
    if (end < 0) return;
    const inside = repairHtml(this.source.slice(this.at, end));
    this.out.push(inside.html);
    for (const removed of inside.removed) this.removed.push(removed);
    this.at = end + 3;
  }

  /** `<` that begins no tag is text (`a < b`); a parser would lose `</ b>` and `<!b` up to the next `>`. */
  private readStray(): void {
    const lost = declaration.exec(this.source.slice(this.at, this.at + 300))?.[0];
    if (lost !== undefined) {
      this.at += lost.length;
      return;
    }
    this.out.push('&lt;');
    this.at += 1;
  }

  /** `… <a href="x` at the very end: a parser would drop it all. */
  private readUnfinishedTag(): void {
    this.warn('a tag is cut off at the end', 'what there is of it is shown as text');
    this.out.push('&lt;');
    this.at += 1;
  }

  /** `<img alt="x>text…`: to a parser everything up to the end would be the attribute. */
  private readBrokenQuote(name: string, closing: boolean, end: number): void {
    this.warn(
      'a quote in a tag is never closed',
      'it was closed at the end of the tag, so that the text after it is kept',
    );
    const quote = this.source[this.brokenQuote] ?? '"';
    const value = valueOfBrokenQuote(this.source.slice(this.brokenQuote + 1, end - 1));
    const tag = `${this.source.slice(this.at, this.brokenQuote)}${quote}${value}${quote}>`;
    if (!closing && (name === 'pre' || name === 'code')) return this.readCode(name, tag, end);
    // Where such an element would end can't be told.
    const isLost =
      rawText.has(name) || notText.has(name) || opened.has(name) || /^(?:noscript|math|plaintext)$/.test(name);
    if (!isLost && (closing || this.mayStand(name))) this.out.push(inertTag(tag));
    this.at = end;
  }

  private readOpening(name: string, end: number): void {
    if (this.isText(name, end)) return this.escapeTag(end);
    if (name === 'pre' || name === 'code') return this.readCode(name, this.source.slice(this.at, end), end);
    if (name === 'plaintext') return this.skipTag(end, `<${name}> would turn the rest of the article into text`);
    if (rawText.has(name)) return this.readRawText(name, end);
    if (name === 'noscript') return this.readNoscript(end);
    if (notText.has(name)) return this.readNotText(name, end);
    if (name === 'math') return this.readMath(end);
    const tag = this.source.slice(this.at, end);
    if (name === 'img' || name === 'amp-img') this.out.push(inertTag(pictureTag(tag)));
    else if (!opened.has(name) && this.mayStand(name)) this.out.push(inertTag(tag));
    this.at = end;
  }

  private isText(name: string, end: number): boolean {
    if (voidElements.has(name)) return false;
    this.lastEnds ??= lastEndsOf(this.lower);
    const isClosedLater = (this.lastEnds.get(name) ?? -1) >= end;
    const isInSentence = /[^\s>] {0,2}$/.test(this.source.slice(Math.max(0, this.at - 3), this.at));
    const source = this.source.slice(this.at, end);
    if ((rawText.has(name) || notText.has(name) || opened.has(name)) && name !== 'iframe')
      return !isClosedLater && isInSentence && !source.includes('=');
    return isStrayTag({ name, source, isClosedLater, isInSentence });
  }

  /** Goes with all it holds, unless that is a story: then whoever wrote it lost the end. */
  private readNotText(name: string, end: number): void {
    if (name === 'svg' && this.source[end - 2] === '/') {
      this.at = end;
      return;
    }
    this.ends ??= endsOfOpeners(this.lower);
    const close = this.ends.get(this.at) ?? -1;
    const story = this.findPattern(ofParagraphs.has(name) ? storyPart : storyOrParagraph, end);
    if (close < 0 && name !== 'option') return this.skipTag(end, `<${name}> is never closed`);
    if (close < 0 || (story >= 0 && story < close)) {
      this.at = end;
      return;
    }
    // What a button says may tell what the block round it is.
    if (name === 'button')
      this.out.push(inertTag(this.source.slice(this.at, end)), wordsOf(this.source.slice(end, close)), '</button>');
    this.at = this.afterEnd(close);
  }

  /** Past the end tag that begins at an index. `</script<p>` ends where the next tag begins: its own `>` was forgotten. */
  private afterEnd(close: number): number {
    const bracket = this.find('>', close);
    const next = this.find('<', close + 1);
    if (next >= 0 && (bracket < 0 || next < bracket)) return next;
    return bracket < 0 ? this.source.length : bracket + 1;
  }

  /**
   * Neither reader shows MathML; what it says is text. Where a script has set the formula beside it and no TeX is given,
   * that is shown, and one that holds other elements is opened.
   */
  private readMath(end: number): void {
    const close = this.find('</math', end);
    const other = this.findPattern(notMath, end);
    if (this.source[end - 2] === '/' || close < 0 || (other >= 0 && other < close)) {
      this.at = end;
      return;
    }
    const isSaidTwice = assistive.test((this.out.at(-1) || this.out.at(-2) || '').slice(-300));
    const inside = this.source.slice(end, close);
    if (!isSaidTwice || texIn(inside) !== '') this.out.push(mathText(inside));
    this.at = this.afterEnd(close);
  }

  /** The inside may hold a tag again: `<T extends List<T>>`. */
  private escapeTag(end: number): void {
    this.out.push(this.source.slice(this.at, end).replaceAll('<', '&lt;'));
    this.at = end;
  }

  /**
   * A lazy picture's stand-in for browsers without script goes, because the lazy one beside it is shown; any other
   * `<noscript>` is opened, because the page must read without script.
   */
  private readNoscript(end: number): void {
    const close = this.find('</noscript', end);
    const closeEnd = close < 0 ? -1 : this.find('>', close);
    const picture = closeEnd < 0 ? -1 : this.find('<img', end);
    const isStandIn = picture >= 0 && picture < close && this.isBesideLazyPicture(closeEnd + 1);
    this.at = isStandIn ? closeEnd + 1 : end;
  }

  private isBesideLazyPicture(after: number): boolean {
    const before = this.out
      .slice(-4)
      .map((piece) => piece.slice(-3000))
      .join('');
    return (
      lazyPictureAtEnd.test(before.slice(before.lastIndexOf('<img'))) ||
      lazyPictureAtStart.test(this.source.slice(after, after + 3000))
    );
  }

  private skipTag(end: number, reason: string): void {
    this.warn(reason, 'the tag was taken out, so that the text after it is kept');
    this.at = end;
  }

  /** Whether an opener is kept: all are that don't nest, of others those that are not too deep. */
  private mayStand(name: string): boolean {
    return voidElements.has(name) || selfEnding.has(name) || this.mayNest(name);
  }

  private mayNest(name: string): boolean {
    if (this.open.length < (pictureBox.has(name) ? DEEPEST + 10 : DEEPEST)) {
      this.open.push({ name, place: this.out.length });
      return true;
    }
    if (this.tooDeep.size === 0)
      this.warn(
        `more than ${DEEPEST} elements inside one another`,
        'the innermost were taken out of their wrappers',
        'flattened',
      );
    this.tooDeep.set(name, (this.tooDeep.get(name) ?? 0) + 1);
    return false;
  }

  private readClosing(name: string, end: number): void {
    const left = this.tooDeep.get(name) ?? 0;
    if (left > 0) {
      this.tooDeep.set(name, left - 1);
      this.at = end;
      return;
    }
    if (name === 'noscript') {
      this.at = end;
      return;
    }
    const opened = this.open.findLastIndex((opener) => opener.name === name);
    if (opened >= 0) this.endAll(opened, opened + 1);
    else if (this.endsOtherList(name)) return this.closeOtherList(name, end);
    this.copyTo(end);
  }

  /**
   * Forgets the openers from `from` on. Those from `lost` on never got an end of their own: nobody meant to hide all that
   * follows, so none of them hides anything.
   */
  private endAll(from: number, lost: number): void {
    for (const { name, place } of this.open.splice(from).slice(lost - from))
      if (takesAway.test(this.out[place] ?? '')) this.out[place] = `<${name}>`;
  }

  /** `<ul>…</ol>`: a parser would ignore the end and put the rest of the article into the list. */
  private endsOtherList(name: string): boolean {
    return (
      (name === 'ol' || name === 'ul') && this.open.some((opener) => opener.name === (name === 'ol' ? 'ul' : 'ol'))
    );
  }

  private closeOtherList(name: string, end: number): void {
    const other = name === 'ol' ? 'ul' : 'ol';
    const opened = this.open.findLastIndex((opener) => opener.name === other);
    this.endAll(opened, opened + 1);
    this.out.push(`</${other}>`);
    this.at = end;
  }

  private readRawText(name: string, end: number): void {
    const close = this.rawTextEnd(name, end);
    if (close < 0) {
      if (name === 'style' || name === 'script') return this.skipProgram(name, end);
      if (name !== 'iframe') return this.skipTag(end, `<${name}> is never closed`);
      this.out.push(`${inertTag(this.source.slice(this.at, end))}</iframe>`);
      this.at = end;
      return;
    }
    const tag = this.source.slice(this.at, end);
    // MathJax writes formulas as programs of a type of their own.
    if (name === 'script' && /\stype\s{0,9}=\s{0,9}["']?math\/tex/i.test(tag))
      this.out.push(`<span class="math-tex">${this.source.slice(end, close).replaceAll('<', '&lt;')}</span>`);
    else if (droppedRawText.has(name)) this.note(name, this.source.slice(end, close));
    else if (name === 'iframe') this.out.push(`${inertTag(this.source.slice(this.at, end))}</iframe>`);
    else this.out.push(this.source.slice(end, close).replaceAll('<', '&lt;'));
    this.at = this.afterEnd(close);
  }

  /**
   * Where the end of a raw text begins; -1 where it has none, also because the end that follows is another's. A script
   * may write scripts and paragraphs itself: then it takes care not to write `</script>`.
   */
  private rawTextEnd(name: string, end: number): number {
    const close = this.find(`</${name}`, end);
    const another = close < 0 ? -1 : this.findPattern(openerOf(name), end);
    if (another < 0 || another > close) return close;
    if (name !== 'style' && name !== 'script') return -1;
    const isIn = (pattern: RegExp, from: number, to: number): boolean => {
      const found = this.findPattern(pattern, from);
      return found >= 0 && found < to;
    };
    return isIn(storyTag, end, another) && !isIn(writtenScript, another, close) ? -1 : close;
  }

  /** A style or script without an end is left out up to the next tag that can't be its own. */
  private skipProgram(name: string, end: number): void {
    this.skipTag(end, `<${name}> is never closed`);
    const next = this.findPattern(afterProgram, end);
    const sign = this.findPattern(programSign, end);
    if (next < 0 || sign < 0 || sign > next) return;
    this.note(name, this.source.slice(end, next));
    this.at = next;
  }

  private note(name: string, inside: string): void {
    if (name !== 'style' && name !== 'script') return;
    this.removed.push({ kind: name, text: inside.replace(/\s+/g, ' ').trim().slice(0, 200) });
  }

  /** `<pre>` to its `</pre>`, `<code>` to its `</code>`: the inside is repaired as code. */
  private readCode(name: 'pre' | 'code', tag: string, end: number): void {
    const close = name === 'pre' ? this.preEnd(end) : this.inlineCodeEnd(end);
    if (close < 0 || (name === 'pre' && this.isStoryBeforeAnother(end, close)))
      return this.skipTag(end, `<${name}> is never closed`);
    const opening = inertTag(tag);
    const inside = this.source.slice(end, close);
    this.out.push(
      opening,
      name === 'pre'
        ? repairPre(opening, inside)
        : repairCode(inside, { isBlock: inside.includes('\n'), isMarkup: namesMarkup(opening) }),
      `</${name}>`,
    );
    this.at = this.afterEnd(close);
  }

  /** `<pre>code <p>story</p> … <pre>code</pre>`: paragraphs stand between this opener and the one the end belongs to. */
  private isStoryBeforeAnother(from: number, close: number): boolean {
    const another = this.find('<pre', from);
    if (another < 0 || another > close) return false;
    const story = this.findPattern(paragraphTag, from);
    const inner = this.find('</pre', close + 1);
    const next = inner < 0 ? -1 : this.find('<pre', close);
    const isSample = inner >= 0 && (next < 0 || next > inner);
    return story >= 0 && story < another && !isSample;
  }

  /** Code that was opened in a paragraph and is still open after it, where another code opens, has no end. */
  private inlineCodeEnd(from: number): number {
    const close = this.find('</code', from);
    const another = close < 0 ? -1 : this.findPattern(openerOf('code'), from);
    if (another < 0 || another > close) return close;
    const block = this.findPattern(storyEnd, from);
    return block >= 0 && block < another ? -1 : close;
  }

  /** A sample may hold `</pre>` itself: `</code></pre>` then ends it, unless another `<pre>` begins before. */
  private preEnd(from: number): number {
    const first = this.find('</pre', from);
    if (first < 0 || !/^\s*<code[\s>]/.test(this.lower.slice(from, from + 200))) return first;
    const code = this.findPattern(codeAndPreEnd, from);
    if (code < 0) return first;
    const end = this.find('</pre', code);
    const another = this.find('<pre', first);
    return another >= 0 && another < end ? first : end;
  }
}

/** What a quote that is never closed was meant to hold: a word or an address, up to the next attribute. */
function valueOfBrokenQuote(inside: string): string {
  const value = /^[^\s"'<>]{0,2000}/.exec(inside)?.[0] ?? '';
  return value.replace(/\/$/, '');
}

/** One pass for all names: a body may hold a hundred thousand different ones. */
function lastEndsOf(lower: string): ReadonlyMap<string, number> {
  const ends = new Map<string, number>();
  for (const { 1: name = '', index } of lower.matchAll(/<\/([a-z][^\s/>]{0,39})/g)) ends.set(name, index);
  return ends;
}

const attributes = `(?:[^>"']|"[^"]*"|'[^']*')*`;
const lazyPicture = `<img${attributes}?\\s(?:data-[\\w-]*src|data-original|data-lazy\\w*|data-echo|_src|lazysrc)=${attributes}>`;
const lazyPictureAtEnd = new RegExp(`^${lazyPicture}\\s*$`, 'i');
const lazyPictureAtStart = new RegExp(`^\\s*${lazyPicture}`, 'i');
/** `<!DOCTYPE …>`, `<![endif]>`, `<?xml …>`, `</ p>`: no text is meant by them. */
const declaration = /^<(?:![a-z[][^<>]*|\?[a-z][^<>]*|\/\s*[a-z\d]*\s*)>/i;
/** Tags of paragraphs; no program writes them but in a text of its own. */
const storyTag = /<(?:\/?p|\/div)(?=[\s>])/g;
const paragraphTag = /<\/p\s{0,9}>/g;
/** How a script writes the end of a script. */
const writtenScript = /<\\\/scr|<\/?s(?:cr)?(?:ip)?t?["']\s?\+/g;
/** What tells a story from a label or a drawing. */
const storyPart = /<(?:figure|img|h[1-6]|blockquote|table)(?=[\s/>])/g;
const storyOrParagraph = /<(?:p|figure|img|h[1-6]|blockquote|table)(?=[\s/>])/g;
const storyEnd = /<(?:\/(?:p|div|li|td|th|dd|section|blockquote|h[1-6])|figure)(?=[\s/>])/g;
const afterProgram =
  /<(?:\/[a-z]|(?:p|div|section|article|h[1-6]|[uo]l|li|table|td|blockquote|figure|img|br|hr|pre|center)(?=[\s/>]))/g;
const programSign = /[{};=(]/g;
/** A tag that is none of MathML's. */
const notMath = /<(?!\/?(?:m[a-z]+|semantics|annotation|none)[\s/>])/g;
/** What KaTeX and MathJax put round the MathML that only a screen reader is to read. */
const assistive = /class=["'][^"'<>]*(?:katex-mathml|mjx[-_]assistive)[^<>]*>\s*$/i;

/** What hides an element, or names it as one that the cleaning may take out. */
const takesAway =
  /hidden|display|popover|["'\s=](?:ads?|adv|share|sharing|qr|ewm|sr-only|screen-reader|visually|relat|recommend|social|follow|app|gzh|reward|copy|jammer)/i;
const wordsOf = (html: string): string => html.replace(/<[^<>]*>/g, ' ').replaceAll('<', '&lt;');

const openers = new Map<string, RegExp>();

/** The opener of an element whose name is a plain word. */
function openerOf(name: string): RegExp {
  const known = openers.get(name) ?? new RegExp(`<${name}(?=[\\s/>])`, 'g');
  openers.set(name, known);
  return known;
}

const codeAndPreEnd = /<\/code\s{0,99}>\s{0,99}<\/pre/g;

/** In `<pre><code>…</code></pre>` the code's end is the last `</code>`: samples hold `</code>` themselves. */
function repairPre(pre: string, inside: string): string {
  const opening = openingCode.exec(inside)?.[0] ?? '';
  const options = { isBlock: true, isMarkup: namesMarkup(pre) || namesMarkup(opening) };
  const close = opening === '' ? -1 : inside.toLowerCase().lastIndexOf('</code');
  const missingEnd = opening === '' ? '' : '</code>';
  if (close < opening.length) return inertTag(opening) + repairCode(inside.slice(opening.length), options) + missingEnd;
  const closeEnd = inside.indexOf('>', close);
  const after = closeEnd < 0 ? '' : inside.slice(closeEnd + 1);
  return `${inertTag(opening)}${repairCode(inside.slice(opening.length, close), options)}</code>${repairCode(after, options)}`;
}

const openingCode = /^\s*<code(?:[^<>"']|"[^"]*"|'[^']*')*>/i;

/** The code says it is written in a language of tags: its tags are what it shows. */
const namesMarkup = (opening: string): boolean =>
  /(?:lang(?:uage)?|brush|hljs|code)["'\s:=-]{1,4}(?:html?|xml|xhtml|vue|jsx|tsx|svelte|svg|markup|wxml)\b/i.test(
    opening,
  );

/** Makes raw HTML safe to parse: code escaped, unclosed openers that would swallow the tail taken out, depth bounded. */
export function repairHtml(source: string): Repaired {
  return new Repair(source).run();
}
