import { type BrokenLine, balanceLines, breakLines, fitLines, type LineMeasure } from './break-lines.ts';
import { qrModules } from './qr-modules.ts';

/** What a poster says. Every part may be empty but the name and the address. */
export interface PosterContent {
  /** The newspaper's name. */
  readonly name: string;
  /** What the article stands under: `海岸 › 灯塔`. */
  readonly section: string;
  readonly title: string;
  readonly source: string;
  readonly day: string;
  /** A passage, or the article's first words; `\n` between paragraphs. */
  readonly text: string;
  /** Whether somebody chose the passage. */
  readonly isQuote: boolean;
  /** What stands beside the code. */
  readonly invitation: string;
  /** What the code says. */
  readonly address: string;
}

/** Font families, as style sheets list them. */
export interface PosterFonts {
  /** Of the newspaper's name. */
  readonly name: string;
  readonly serif: string;
  readonly sans: string;
}

// Pixels.
const WIDTH = 1080;
const MARGIN = 96;
const MEASURE = WIDTH - 2 * MARGIN;
const LEAST_HEIGHT = 1080;
const CODE = 224;

const MOST_TITLE_LINES = 5;
const MOST_TEXT_LINES = 14;
/** A text of this many lines or fewer is set larger. */
const FEW_LINES = 5;

/** A poster is paper: the colours of the light theme (tokens.css). */
const PAPER = '#fbf8f1';
const INK = '#211d18';
const MUTED = '#665e53';
const RULE = '#d9d1c2';
const ACCENT = '#97281d';

/** A part of the poster, from top to bottom. */
interface Part {
  readonly height: number;
  readonly draw: (top: number) => void;
}

interface Style {
  readonly font: string;
  readonly em: number;
  readonly line: number;
  readonly colour: string;
}

function style(weight: number, em: number, family: string, leading: number, colour = INK): Style {
  return { font: `${weight} ${em}px ${family}`, em, line: Math.round(em * leading), colour };
}

type Context = CanvasRenderingContext2D;

function setting(context: Context, { font, em }: Style, width: number, justified = false): LineMeasure {
  // The same few characters, over and over.
  const known = new Map<string, number>();
  const measure = (text: string): number => {
    const width = known.get(text);
    if (width !== undefined) return width;
    context.font = font;
    const { width: measured } = context.measureText(text);
    known.set(text, measured);
    return measured;
  };
  return { width, em, measure, justified };
}

function drawLines(context: Context, lines: readonly BrokenLine[], style: Style, left: number, top: number): void {
  context.font = style.font;
  context.fillStyle = style.colour;
  lines.forEach(({ pieces }, index) => {
    // The middle of the type is a good third of an em above its baseline.
    const y = top + index * style.line + style.line / 2 + style.em * 0.36;
    for (const { text, x } of pieces) context.fillText(text, left + x, y);
  });
}

function fillBox(context: Context, colour: string, left: number, top: number, width: number, height: number): void {
  context.fillStyle = colour;
  context.fillRect(left, top, width, height);
}

/** The newspaper's own rule: a thick line and a thin one. */
function doubleRule(context: Context): Part {
  return {
    height: 10,
    draw: (top) => {
      fillBox(context, INK, MARGIN, top, MEASURE, 4);
      fillBox(context, INK, MARGIN, top + 8, MEASURE, 2);
    },
  };
}

const space = (height: number): Part => ({ height, draw: () => {} });

/** One line: what is at its left, what at its right; the left one gives way. */
function lineOf(context: Context, left: string, right: string, style: Style): Part {
  const whole = setting(context, style, MEASURE);
  const end = breakLines(right, whole);
  const width = end[0]?.width ?? 0;
  const room = { ...whole, width: MEASURE - width - 2 * style.em };
  const start = fitLines(left, 1, (text) => breakLines(text, room));
  return {
    height: style.line,
    draw: (top) => {
      drawLines(context, start, style, MARGIN, top);
      drawLines(context, end, style, WIDTH - MARGIN - width, top);
    },
  };
}

function centred(context: Context, text: string, style: Style): Part {
  const lines = fitLines(text, 1, (each) => breakLines(each, setting(context, style, MEASURE)));
  return {
    height: style.line,
    draw: (top) => drawLines(context, lines, style, (WIDTH - (lines[0]?.width ?? 0)) / 2, top),
  };
}

/** As large as its length allows. */
function headline(context: Context, title: string, { serif }: PosterFonts): Part {
  const sizes = [76, 66, 56, 48];
  const set = (em: number) => {
    const type = style(700, em, serif, 1.36);
    const lines = fitLines(title, MOST_TITLE_LINES, (text) => balanceLines(text, setting(context, type, MEASURE)));
    return { type, lines };
  };
  const most = [2, 3, 4, MOST_TITLE_LINES];
  const fitting = sizes.map(set).find(({ lines }, index) => lines.length <= (most[index] ?? 0) && !isCut(lines));
  const { type, lines } = fitting ?? set(48);
  return { height: lines.length * type.line, draw: (top) => drawLines(context, lines, type, MARGIN, top) };
}

function isCut(lines: readonly BrokenLine[]): boolean {
  return lines.at(-1)?.pieces.at(-1)?.text.endsWith('…') ?? false;
}

function textPart(context: Context, { text, isQuote }: PosterContent, { serif }: PosterFonts): Part {
  const indent = isQuote ? 92 : 0;
  const set = (em: number) => {
    const type = style(400, em, serif, 1.8);
    // Words with blanks between them are torn apart by it.
    const measure = setting(context, type, MEASURE - indent, /\p{Script=Han}/u.test(text));
    return { type, lines: fitLines(text, MOST_TEXT_LINES, (each) => breakLines(each, measure)) };
  };
  const large = set(46);
  const { type, lines } = large.lines.length <= FEW_LINES ? large : set(38);
  return {
    height: lines.length * type.line,
    draw: (top) => {
      if (isQuote) {
        const mark = style(700, 150, serif, 1, ACCENT);
        context.font = mark.font;
        context.fillStyle = mark.colour;
        // In some fonts it stands in the right half of a square.
        context.fillText('“', MARGIN + context.measureText('“').actualBoundingBoxLeft, top + 128);
      }
      drawLines(context, lines, type, MARGIN + indent, top);
    },
  };
}

function drawCode(context: Context, text: string, left: number, top: number): void {
  const modules = qrModules(text);
  // Whole pixels, so that no edge is grey; more than the room there is where a long address needs them.
  const size = Math.max(3, Math.floor(CODE / modules.length));
  fillBox(context, '#fff', left, top, modules.length * size, modules.length * size);
  modules.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) fillBox(context, '#000', left + x * size, top + y * size, size, size);
    });
  });
}

const codeSize = (text: string): number => {
  const { length } = qrModules(text);
  return Math.max(3, Math.floor(CODE / length)) * length;
};

function foot(context: Context, { invitation, address }: PosterContent, { serif, sans }: PosterFonts): Part {
  const [call, small] = [style(700, 40, serif, 1.5), style(400, 26, sans, 1.5, MUTED)];
  const size = codeSize(address);
  const width = MEASURE - size - 56;
  const written = address.replace(/^https?:\/\//, '').replace(/\/$/, '');
  const lines = fitLines(written, 4, (text) => breakLines(text, setting(context, small, width)));
  const calls = breakLines(invitation, setting(context, call, width));
  const height = calls.length * call.line + 8 + lines.length * small.line;
  return {
    height: size,
    draw: (top) => {
      const textTop = top + (size - height) / 2;
      drawLines(context, calls, call, MARGIN, textTop);
      drawLines(context, lines, small, MARGIN, textTop + calls.length * call.line + 8);
      drawCode(context, address, WIDTH - MARGIN - size, top);
    },
  };
}

function partsOf(context: Context, content: PosterContent, fonts: PosterFonts): readonly (readonly Part[])[] {
  const small = style(400, 27, fonts.sans, 1.5, MUTED);
  const kicker = style(700, 30, fonts.sans, 1.4, ACCENT);
  const head = [
    space(72),
    centred(context, content.name, style(700, 72, fonts.name, 1.15)),
    space(30),
    doubleRule(context),
    space(14),
    lineOf(context, content.source, content.day, small),
    space(14),
    { height: 2, draw: (top: number) => fillBox(context, RULE, MARGIN, top, MEASURE, 2) },
  ];
  const body = [
    space(64),
    ...(content.section === '' ? [] : [lineOf(context, content.section, '', kicker), space(20)]),
    ...(content.title === '' ? [] : [headline(context, content.title, fonts), space(52)]),
    ...(content.text === '' ? [] : [textPart(context, content, fonts)]),
    space(72),
  ];
  const end = [doubleRule(context), space(44), foot(context, content, fonts), space(72)];
  return [head, body, end];
}

const heightOf = (parts: readonly Part[]): number => parts.reduce((sum, { height }) => sum + height, 0);

/**
 * Draws a picture to hand on: the newspaper's name, the title, whose it is, a passage, and the code of the address. It holds no
 * picture of anybody's, so nothing can taint it. 1080 pixels wide, as high as it must be.
 * @throws Error where the browser has no canvas
 */
export function drawPoster(content: PosterContent, fonts: PosterFonts): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser draws no pictures.');
  const [head = [], body = [], end = []] = partsOf(context, content, fonts);
  const natural = heightOf([...head, ...body, ...end]);
  canvas.width = WIDTH;
  canvas.height = Math.max(natural, LEAST_HEIGHT);
  fillBox(context, PAPER, 0, 0, canvas.width, canvas.height);
  const rest = space((canvas.height - natural) / 2);
  let top = 0;
  for (const part of [...head, rest, ...body, rest, ...end]) {
    part.draw(top);
    top += part.height;
  }
  return canvas;
}
