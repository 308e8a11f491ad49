import type { Element, ElementContent } from 'hast';
import { isBlank, isElement, text, trimBlankEnd, trimBlankStart } from './hast-node.ts';

/** A piece of running text with the elements it stands in, outermost first. A mark is an element without its children. */
export interface Run {
  readonly marks: readonly Element[];
  readonly node: ElementContent;
  /** It was set small or grey. */
  readonly isFaint?: boolean;
  readonly align?: 'center' | 'right' | null;
}

export const isBreak = (run: Run): boolean => isElement(run.node, 'br');

const CJK = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/;

/**
 * White space as HTML means it: a run is one space, and a line break between two Chinese characters is nothing, because
 * Chinese sets no spaces and the break came from the editor that saved the file.
 */
export function collapseSpace(value: string): string {
  return value.replace(/[ \t\r\n\f]+/g, (space, at: number) => {
    if (!space.includes('\n')) return ' ';
    const before = value[at - 1] ?? '';
    const after = value[at + space.length] ?? '';
    return CJK.test(before) && CJK.test(after) ? '' : ' ';
  });
}

function trimEdge(runs: Run[], edge: 'start' | 'end'): void {
  while (runs.length > 0) {
    const at = edge === 'start' ? 0 : runs.length - 1;
    const run = runs[at];
    if (run?.node.type !== 'text') return;
    const trimmed = edge === 'start' ? trimBlankStart(run.node.value) : trimBlankEnd(run.node.value);
    if (trimmed !== '') {
      runs[at] = { marks: run.marks, node: text(trimmed) };
      return;
    }
    runs.splice(at, 1);
  }
}

/** The runs of one line without white space at its ends; full-width and no-break spaces count as such. */
export function trimLine(line: readonly Run[]): Run[] {
  const runs = line.filter((run) => run.node.type !== 'text' || run.node.value !== '');
  trimEdge(runs, 'start');
  trimEdge(runs, 'end');
  return runs;
}

export const isBlankLine = (line: readonly Run[]): boolean =>
  line.every((run) => run.node.type === 'text' && isBlank(run.node.value));

/** Marks without attributes say the same wherever they begin: `<b>a</b><b>b</b>` is one. */
const mergeable = new Set(['strong', 'b', 'em', 'i', 'u', 's', 'mark']);
const isSameMark = (one: Element, other: Element): boolean =>
  one === other ||
  (one.tagName === other.tagName &&
    mergeable.has(one.tagName) &&
    Object.keys(one.properties).length + Object.keys(other.properties).length === 0);

/** Runs → nested inline elements, each as wide as its runs allow. */
export function nestRuns(runs: readonly Run[], depth = 0): ElementContent[] {
  const nested: ElementContent[] = [];
  for (let at = 0; at < runs.length; ) {
    const run = runs[at] as Run;
    const mark = run.marks[depth];
    if (!mark) {
      pushNode(nested, run.node);
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < runs.length) {
      const next = runs[end]?.marks[depth];
      if (!next || !isSameMark(mark, next)) break;
      end += 1;
    }
    nested.push({ ...mark, children: nestRuns(runs.slice(at, end), depth + 1) });
    at = end;
  }
  return nested;
}

function pushNode(nodes: ElementContent[], node: ElementContent): void {
  const last = nodes.at(-1);
  if (node.type === 'text' && last?.type === 'text') nodes[nodes.length - 1] = text(last.value + node.value);
  else nodes.push(node);
}
