/** How wide a text is, in the units of the line. */
export type Measure = (text: string) => number;

/** What stands on a line in one piece. */
export interface LinePiece {
  readonly text: string;
  /** From the line's start. */
  readonly x: number;
}

export interface BrokenLine {
  readonly pieces: readonly LinePiece[];
  /** Up to the end of the last piece, without punctuation that hangs beyond the measure. */
  readonly width: number;
}

export interface LineMeasure {
  readonly width: number;
  /** The size of the type. */
  readonly em: number;
  readonly measure: Measure;
  /** Lines are stretched to the full width, but for a paragraph's last. */
  readonly justified?: boolean;
}

/** Signs that begin no line (kinsoku: the rules of Chinese and Japanese type), and those that end none. */
const NO_START =
  /^[\p{Pe}\p{Pf}、。，．：；？！…‥—～〜·・ー々〻ゝゞヽヾ％‰℃°′″’”ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ]/u;
const NO_END = /[\p{Ps}\p{Pi}“‘＄￥￡#＃]$/u;
/** Signs that may stand beyond the end of a line, and those whose left half is empty. */
const HANGS = /[、。，．]$/;
const OPENS = /^[「『（《〈【〔〖［｛]/;
/** Scripts that set no blanks between words: lines may end after each character. */
const SQUARE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u;
const LETTER = /[\p{L}\p{N}]/u;

/** Units of a text that are looked at where it must fit a few lines. */
const LONGEST = 2000;
/** Of an em, between two characters: more tears a line apart. */
const MOST_STRETCH = 0.25;

/** A piece that is never parted, unless it is wider than a line. */
interface Unit {
  readonly text: string;
  /** Blank before it, in the units of the line; none at a line's start. */
  readonly gap: number;
  readonly stretches: boolean;
}

function characters(text: string): string[] {
  if (!('Segmenter' in Intl)) return [...text];
  return Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);
}

/** Whether a line may end between two characters, none of which is a blank. */
function mayPart(before: string, after: string): boolean {
  if (NO_START.test(after) || NO_END.test(before)) return false;
  return SQUARE.test(before) || SQUARE.test(after);
}

/** Latin beside Chinese stands off a little, as browsers set it (text-autospace). */
function standsOff(before: string, after: string): boolean {
  if (!LETTER.test(before) || !LETTER.test(after)) return false;
  return SQUARE.test(before) !== SQUARE.test(after);
}

function unitsOf(paragraph: string, { em, measure }: LineMeasure): Unit[] {
  const units: Unit[] = [];
  const blank = measure(' ');
  let [text, gap, stretches, last] = ['', 0, false, ''];
  const end = () => {
    if (text !== '') units.push({ text, gap, stretches });
    [text, gap, stretches] = ['', 0, false];
  };
  for (const character of characters(paragraph)) {
    if (/^\s/.test(character)) {
      end();
      [gap, stretches] = [blank, true];
    } else {
      if (text !== '' && mayPart(last, character)) {
        end();
        [gap, stretches] = [standsOff(last, character) ? em / 8 : 0, SQUARE.test(last) && SQUARE.test(character)];
      }
      text += character;
    }
    last = character;
  }
  end();
  return units;
}

/** A unit wider than a line, by its characters. */
function split(unit: Unit, { width, measure }: LineMeasure): Unit[] {
  if (measure(unit.text) <= width) return [unit];
  return characters(unit.text).map((text, place) => {
    return { text, gap: place === 0 ? unit.gap : 0, stretches: place === 0 && unit.stretches };
  });
}

interface Placed extends Unit {
  readonly width: number;
}

/** What hangs beyond the line's end takes no room. */
function hanging(text: string, measure: Measure): number {
  return HANGS.test(text) ? measure(text.slice(-1)) : 0;
}

function place(
  line: readonly Placed[],
  { width, em, measure, justified = false }: LineMeasure,
  isLast: boolean,
): BrokenLine {
  const [first, last] = [line[0], line.at(-1)];
  const start = first && OPENS.test(first.text) ? -em / 2 : 0;
  const natural = line.reduce((sum, unit, index) => sum + unit.width + (index === 0 ? 0 : unit.gap), start);
  const hangs = last && natural > width ? hanging(last.text, measure) : 0;
  const missing = width - (natural - hangs);
  const places = line.filter(({ stretches }, index) => stretches && index > 0).length;
  const stretch = justified && !isLast && missing < places * MOST_STRETCH * em ? missing / places : 0;
  let x = start;
  const pieces = line.map((unit, index) => {
    if (index > 0) x += unit.gap + (unit.stretches ? stretch : 0);
    const piece = { text: unit.text, x };
    x += unit.width;
    return piece;
  });
  return { pieces, width: x - hangs };
}

function breakParagraph(paragraph: string, setting: LineMeasure): BrokenLine[] {
  const { width, em, measure } = setting;
  const lines: Placed[][] = [];
  let line: Placed[] = [];
  let filled = 0;
  for (const unit of unitsOf(paragraph, setting).flatMap((each) => split(each, setting))) {
    const placed = { ...unit, width: measure(unit.text) };
    const trimmed = line.length === 0 && OPENS.test(unit.text) ? -em / 2 : 0;
    const next = filled + (line.length === 0 ? trimmed : unit.gap) + placed.width;
    if (line.length > 0 && next - hanging(unit.text, measure) > width) {
      lines.push(line);
      line = [placed];
      filled = placed.width + (OPENS.test(unit.text) ? -em / 2 : 0);
    } else {
      line.push(placed);
      filled = next;
    }
  }
  if (line.length > 0) lines.push(line);
  return lines.map((each, index) => place(each, setting, index === lines.length - 1));
}

/** Sets a text in lines of a measure; each `\n` begins a paragraph. */
export function breakLines(text: string, setting: LineMeasure): BrokenLine[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, setting));
}

/** The same lines, about equally long, as headlines are set. */
export function balanceLines(text: string, setting: LineMeasure): BrokenLine[] {
  const lines = breakLines(text, setting);
  let [narrow, wide] = [setting.width / 2, setting.width];
  for (let step = 0; step < 8 && lines.length > 1; step++) {
    const width = (narrow + wide) / 2;
    if (breakLines(text, { ...setting, width }).length > lines.length) narrow = width;
    else wide = width;
  }
  return lines.length > 1 ? breakLines(text, { ...setting, width: wide }) : lines;
}

/** At most so many lines of a text; what is left out is said by an ellipsis. */
export function fitLines(
  text: string,
  most: number,
  breakInto: (text: string) => readonly BrokenLine[],
): readonly BrokenLine[] {
  const all = characters(text.slice(0, LONGEST));
  const lines = breakInto(all.join(''));
  if (lines.length <= most) return lines;
  let [kept, gone] = [0, all.length];
  while (gone - kept > 1) {
    const middle = (kept + gone) >>> 1;
    if (breakInto(`${all.slice(0, middle).join('').trimEnd()}…`).length <= most) kept = middle;
    else gone = middle;
  }
  return breakInto(
    `${all
      .slice(0, kept)
      .join('')
      .replace(/[\s\p{P}]+$/u, '')}…`,
  );
}
