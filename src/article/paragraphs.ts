import type { ElementContent } from 'hast';
import { text, textOf } from './hast-node.ts';
import { collapseSpace, isBlankLine, isBreak, nestRuns, type Run, trimLine } from './inline-run.ts';

/** Two full-width spaces or what stands for them: the writer began a paragraph here, whatever the markup says. */
const indent = /^[\s\u200b\ufeff]*(?:\u3000{1,}|[\u2003\u2002]{2}|(?:\u00a0[ ]?){2,})/;

/** A line this long that ends in a full stop is a paragraph, even where one `<br>` ends it. */
const LONG_LINE = 60;

interface Line {
  readonly runs: readonly Run[];
  readonly isIndented: boolean;
}

function splitLines(runs: readonly Run[]): Line[] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    if (isBreak(run)) lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return lines.map((line) => ({
    runs: line,
    isIndented: indent.test(
      line
        .map((run) => textOf(run.node))
        .join('')
        .slice(0, 12),
    ),
  }));
}

const lengthOf = (line: Line): number => line.runs.reduce((sum, run) => sum + textOf(run.node).length, 0);
const endsSentence = (line: Line): boolean =>
  /[。！？!?.…”」』）)]\s*$/.test(
    line.runs
      .map((run) => textOf(run.node))
      .join('')
      .slice(-6),
  );

/** Where `line` begins a new paragraph after `before`. */
function beginsParagraph(before: Line, line: Line): boolean {
  if (line.isIndented) return true;
  return lengthOf(before) >= LONG_LINE && lengthOf(line) >= LONG_LINE && endsSentence(before);
}

/**
 * Running text → the inline children of each paragraph in it. Two breaks end a paragraph, and so does one before an
 * indent or between two long sentences; other breaks stay, because poems and addresses need them.
 */
export function paragraphsOf(runs: readonly Run[]): ElementContent[][] {
  const groups: Line[][] = [[]];
  for (const line of splitLines(runs)) {
    const group = groups.at(-1) as Line[];
    if (isBlankLine(line.runs)) {
      if (group.length > 0) groups.push([]);
      continue;
    }
    const before = group.at(-1);
    if (before && beginsParagraph(before, line)) groups.push([line]);
    else group.push(line);
  }
  return groups.filter((group) => group.length > 0).map(inlineOf);
}

const lineBreak = (): ElementContent => ({ type: 'element', tagName: 'br', properties: {}, children: [] });

function inlineOf(group: readonly Line[]): ElementContent[] {
  const runs: Run[] = [];
  for (const [at, line] of group.entries()) {
    const trimmed = trimLine(line.runs.map(collapsed));
    if (at > 0) runs.push({ marks: sharedMarks(runs.at(-1), trimmed[0]), node: lineBreak() });
    for (const run of trimmed) runs.push(run);
  }
  return nestRuns(runs);
}

const collapsed = (run: Run): Run =>
  run.node.type === 'text' ? { marks: run.marks, node: text(collapseSpace(run.node.value)) } : run;

/** A break inside one bold passage is in it, so that the passage stays one element. */
function sharedMarks(before: Run | undefined, after: Run | undefined): Run['marks'] {
  const shared: Run['marks'][number][] = [];
  for (const [at, mark] of (before?.marks ?? []).entries()) {
    if (after?.marks[at] !== mark) break;
    shared.push(mark);
  }
  return shared;
}

/**
 * Plain text that was saved with nothing but newlines: each that ends a sentence, each empty line and each between
 * Chinese lines ends a paragraph; one in the middle of an English sentence does not.
 */
export function breakAtNewlines(value: string): string[] {
  const parts: string[] = [];
  for (const part of value.split(/\n[ \t\u3000\u00a0]*\n\s*/)) {
    let paragraph: string[] = [];
    for (const line of part.split('\n')) {
      const last = paragraph.at(-1);
      if (last !== undefined && isParagraphEnd(last, line)) {
        parts.push(paragraph.join('\n'));
        paragraph = [];
      }
      paragraph.push(line);
    }
    parts.push(paragraph.join('\n'));
  }
  return parts;
}

const isParagraphEnd = (line: string, next: string): boolean =>
  /[。！？!?；;：:.…”」』）)\]】]\s*$/.test(line.slice(-8)) ||
  /[\u3040-\u9fff]\s*$/.test(line.slice(-8)) ||
  indent.test(next.slice(0, 12)) ||
  /^\s*(?:[-*•·]|\d{1,3}[.、)])\s?/.test(next.slice(0, 12));
