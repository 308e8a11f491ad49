import { inEnglish, readKeyLine } from './front-matter-keys.ts';

export type FrontMatterKind = 'yaml' | 'toml' | 'json' | 'none';

export interface SplitProblem {
  /** One-based line in the file. */
  readonly line: number;
  readonly reason: string;
  readonly hint: string;
}

export interface SplitText {
  readonly kind: FrontMatterKind;
  /** The front matter without its delimiters (JSON: with its braces). Empty where there is none. */
  readonly block: string;
  /** One-based line of the block's first character. */
  readonly blockLine: number;
  /** Always a suffix of the text: no character after the front matter is ever lost. */
  readonly body: string;
  /** One-based line of the body's first character. */
  readonly bodyLine: number;
  readonly problem?: SplitProblem;
}

interface Line {
  readonly text: string;
  readonly start: number;
  /** Offset of the next line. */
  readonly end: number;
}

function lineAt(text: string, start: number): Line {
  const stop = text.indexOf('\n', start);
  const end = stop < 0 ? text.length : stop + 1;
  return { text: text.slice(start, stop < 0 ? text.length : stop), start, end };
}

function firstLine(text: string): Line {
  // \s holds the byte order mark too.
  const first = Math.max(text.search(/\S/), 0);
  return lineAt(text, text.lastIndexOf('\n', first) + 1);
}

function lineNumber(text: string, offset: number): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}

interface Cut {
  readonly kind: FrontMatterKind;
  readonly blockStart: number;
  readonly blockEnd: number;
  readonly bodyStart: number;
}

function cutText(text: string, cut: Cut, problem?: Omit<SplitProblem, 'line'>): SplitText {
  const blockLine = lineNumber(text, cut.blockStart);
  return {
    kind: cut.kind,
    block: text.slice(cut.blockStart, cut.blockEnd),
    blockLine,
    body: text.slice(cut.bodyStart),
    bodyLine: lineNumber(text, cut.bodyStart),
    ...(problem === undefined ? {} : { problem: { line: Math.max(blockLine - 1, 1), ...problem } }),
  };
}

function withoutFrontMatter(text: string): SplitText {
  return cutText(text, { kind: 'none', blockStart: 0, blockEnd: 0, bodyStart: 0 });
}

/**
 * The first line that is exactly the delimiter; null where the body has clearly begun before it. White space after the
 * delimiter is a slip, unless keys follow and an exact line closes them: then the line is part of a value.
 */
function findClosing(text: string, from: number, delimiter: string): Line | null {
  let isAfterBlank = false;
  let slip: Line | null = null;
  let holdsKeys = false;
  for (let at = from; at < text.length; ) {
    const line = lineAt(text, at);
    const isClosing = line.text.trimEnd() === delimiter;
    if (isClosing && line.text.replace(/\r$/, '') === delimiter) return slip !== null && !holdsKeys ? slip : line;
    // Front matter never holds a blank line and then markup: this `---` is a rule in the body.
    if (line.text.startsWith('<') && (isAfterBlank || slip !== null)) return slip;
    if (slip !== null && readKeyLine(line.text)?.isKnown) holdsKeys = true;
    if (isClosing) slip ??= line;
    isAfterBlank = isBlank(line.text);
    at = line.end;
  }
  return slip;
}

const LONGEST_TITLE_LINES = 40;
const LIST_OR_NESTED_LINE = /^(?:-(?:[ \t]|$)|[ \t]+(?:-|["']?[A-Za-z_][\w.-]{0,60}["']?[ \t]?:)|[\]}])/;

/** Where front matter without a closing delimiter ends: after the last line that can only be metadata. */
function endOfMetadata(text: string, from: number): number {
  let end = from;
  let isAfterBlank = false;
  let titleLines = 0;
  for (let at = from; at < text.length; ) {
    const line = lineAt(text, at);
    at = line.end;
    const key = readKeyLine(line.text);
    if (line.text.startsWith('<')) return end;
    if (isBlank(line.text)) {
      isAfterBlank = true;
    } else if (key !== null && (key.isKnown || (!isAfterBlank && /^[a-z]/.test(line.text)))) {
      titleLines = key.key === 'title' ? LONGEST_TITLE_LINES : 0;
      isAfterBlank = false;
      end = at;
    } else if (!isAfterBlank && titleLines === 0 && LIST_OR_NESTED_LINE.test(line.text)) {
      end = at;
    } else if (titleLines-- <= 0) {
      return end;
    }
  }
  return end;
}

const UNCLOSED = {
  reason: 'the front matter has no closing line',
  hint: 'put the delimiter it opens with on a line of its own after the last key',
};

/** A line somebody meant for the closing one; three dots end a document of YAML. */
const MEANT_TO_CLOSE = /^(?:\.{3}|-{2,10}|[—–－]{1,10})$/;

function unclosed(text: string, kind: FrontMatterKind, blockStart: number): SplitText {
  const end = kind === 'toml' ? endOfToml(text, blockStart) : endOfMetadata(text, blockStart);
  if (end === blockStart) return withoutFrontMatter(text);
  const next = lineAt(text, end);
  const isMeant = kind === 'yaml' && MEANT_TO_CLOSE.test(next.text.trim());
  const cut: Cut = { kind, blockStart, blockEnd: end, bodyStart: isMeant ? next.end : end };
  return isMeant && next.text.trim() === '...' ? cutText(text, cut) : cutText(text, cut, UNCLOSED);
}

function endOfToml(text: string, from: number): number {
  let end = from;
  for (let at = from; at < text.length; ) {
    const line = lineAt(text, at);
    at = line.end;
    if (!/^[ \t]*(?:["']?[\w-]{1,60}["']?[ \t]*=|\[{1,2}[\w.-]{1,60}\]|$)/.test(line.text)) return end;
    if (!isBlank(line.text)) end = at;
  }
  return end;
}

/** Two Markdown rules with prose between them are no front matter. */
function isMetadata(block: string): boolean {
  if (isBlank(block)) return true;
  const lines = block.split('\n').filter((line) => !isBlank(line) && !line.startsWith('#'));
  // Keys may be indented, all alike.
  if (readKeyLine(lines[0]?.trimStart() ?? '') !== null) return true;
  return lines.some((line) => readKeyLine(inEnglish(line))?.isKnown ?? false);
}

/** A closing line was forgotten and a rule in the body stands in for it: after the keys a blank line, then only prose. */
function holdsProse(text: string, from: number, to: number): boolean {
  const rest = text.slice(endOfMetadata(text, from), to);
  const lines = rest.split('\n').filter((line) => !isBlank(line));
  if (!/^[ \t]*\n/.test(rest) || lines.length === 0) return false;
  return lines.every((line) => !/^[\s#-]/.test(line) && readKeyLine(line) === null);
}

function splitFenced(text: string, opening: Line, kind: FrontMatterKind, delimiter: string): SplitText {
  const closing = findClosing(text, opening.end, delimiter);
  if (closing === null || (kind === 'yaml' && holdsProse(text, opening.end, closing.start))) {
    return unclosed(text, kind, opening.end);
  }
  const cut: Cut = { kind, blockStart: opening.end, blockEnd: closing.start, bodyStart: closing.end };
  const isProse = kind === 'yaml' && !isMetadata(text.slice(cut.blockStart, cut.blockEnd));
  return isProse ? withoutFrontMatter(text) : cutText(text, cut);
}

const LANGUAGES: ReadonlyMap<string, FrontMatterKind> = new Map([
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['toml', 'toml'],
  ['json', 'json'],
]);

/** `---js` and its like are programs: never run, never shown. */
function splitNamed(text: string, opening: Line, language: string): SplitText {
  const known = LANGUAGES.get(language);
  if (known !== undefined) return splitFenced(text, opening, known, '---');
  const closing = findClosing(text, opening.end, '---');
  if (closing === null) return withoutFrontMatter(text);
  return cutText(
    text,
    { kind: 'none', blockStart: opening.end, blockEnd: opening.end, bodyStart: closing.end },
    {
      reason: `front matter in "${language}" is not read`,
      hint: 'write it as YAML between two lines of ---',
    },
  );
}

/** Offset after the brace that closes the one at `from`, or -1. */
function endOfObject(text: string, from: number): number {
  let depth = 0;
  let isText = false;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (isText) {
      if (character === '\\') at++;
      else if (character === '"') isText = false;
    } else if (character === '"') isText = true;
    else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) return at + 1;
  }
  return -1;
}

/** An object that is never closed ends before the first blank line, if it says anything of an article. */
function splitOpenJson(text: string, start: number): SplitText {
  const blank = text.indexOf('\n\n', start);
  const blockEnd = blank < 0 ? start : blank + 1;
  if (!/"(?:title|date)"\s{0,8}:/.test(text.slice(start, blockEnd))) return withoutFrontMatter(text);
  return cutText(text, { kind: 'json', blockStart: start, blockEnd, bodyStart: blockEnd });
}

function splitJson(text: string, opening: Line): SplitText {
  const start = text.indexOf('{', opening.start);
  if (!/^\{\s*["}]/.test(text.slice(start, start + 200))) return withoutFrontMatter(text);
  const end = endOfObject(text, start);
  if (end < 0) return splitOpenJson(text, start);
  const rest = lineAt(text, end);
  return cutText(text, {
    kind: 'json',
    blockStart: start,
    blockEnd: end,
    bodyStart: isBlank(rest.text) ? rest.end : end,
  });
}

/** Hexo lets the opening delimiter out: keys first, then `---`. */
function splitWithoutOpening(text: string, first: Line): SplitText {
  const closing = findClosing(text, first.start, '---');
  const header = closing === null ? splitHeader(text, first) : null;
  if (header !== null) return header;
  if (closing === null || endOfMetadata(text, first.start) < lastTextBefore(text, closing.start)) {
    return withoutFrontMatter(text);
  }
  return cutText(text, { kind: 'yaml', blockStart: first.start, blockEnd: closing.start, bodyStart: closing.end });
}

/** Pelican and MultiMarkdown write nothing round their keys: they end at the first blank line. */
function splitHeader(text: string, first: Line): SplitText | null {
  const keys = new Set<string>();
  for (let at = first.start; at < text.length; ) {
    const line = lineAt(text, at);
    if (isBlank(line.text)) {
      const isHeader = keys.has('title') && keys.size > 1;
      return isHeader
        ? cutText(text, { kind: 'yaml', blockStart: first.start, blockEnd: at, bodyStart: line.end })
        : null;
    }
    const key = readKeyLine(line.text);
    if (key?.isKnown) keys.add(key.key);
    else if (key === null && !/^[ \t]/.test(line.text)) return null;
    at = line.end;
  }
  return null;
}

function lastTextBefore(text: string, end: number): number {
  let at = end;
  while (at > 0 && isBlank(text[at - 1] ?? '')) at--;
  return at;
}

/** `%YAML 1.2` may stand before the first document. */
function openingLine(text: string): Line {
  const first = firstLine(text);
  return /^%(?:YAML|TAG)\s/.test(first.text) ? lineAt(text, first.end) : first;
}

/** Dashes an editor has made longer or joined; they close as they open. */
const OTHER_DASHES = /^(?:-{4,10}|[—–－]{1,10})$/;

/** Hexo's oldest form: keys and values of JSON, and `;;;` after them. */
function splitBareJson(text: string, opening: Line): SplitText {
  const closing = findClosing(text, opening.end, ';;;');
  if (closing === null) return withoutFrontMatter(text);
  return cutText(text, {
    kind: 'json',
    blockStart: opening.start,
    blockEnd: closing.start,
    bodyStart: closing.end,
  });
}

/**
 * Cuts a file's text into front matter and body, in time linear in its length. Blank lines and a byte order mark may
 * stand first; the block closes only at a line that is exactly the delimiter. Never throws; where nothing is recognised
 * the body is the whole text.
 */
export function splitFrontMatter(text: string): SplitText {
  const first = openingLine(text);
  const opening = first.text.trim();
  if (opening === ';;;') return splitFenced(text, first, 'json', ';;;');
  if (OTHER_DASHES.test(opening) && findClosing(text, first.end, opening) !== null)
    return splitFenced(text, first, 'yaml', opening);
  if (opening === '---') return splitFenced(text, first, 'yaml', '---');
  if (opening === '+++') return splitFenced(text, first, 'toml', '+++');
  const language = /^---[ \t]*([A-Za-z]{1,12})$/.exec(opening)?.[1];
  if (language !== undefined) return splitNamed(text, first, language.toLowerCase());
  if (opening.startsWith('{')) return splitJson(text, first);
  if (/^"[A-Za-z_]{1,30}"\s{0,8}:/.test(opening)) return splitBareJson(text, first);
  return readKeyLine(opening)?.isKnown ? splitWithoutOpening(text, first) : withoutFrontMatter(text);
}
