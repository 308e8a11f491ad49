/** Twice what a quotation of quotations needs; from 200 on, the repair says that it flattens. */
const MOST_LEVELS = 250;
/** Columns before an item: 110 lists in one another, whose parser takes time by the square. */
const DEEPEST_ITEM = 220;
/** Text between two blank lines that a Markdown parser gets in one piece: some of its rules take time by the square. */
const LONGEST_LINE = 20_000;
const LONGEST_RUN = 60_000;

/** Marks of quotes and lists before a line's words. */
const containers = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))+/;
const container = />|[-*+]|\d{1,9}[.)]/g;
const deepItem = new RegExp(`^[ \\t]{${DEEPEST_ITEM},}(?=[-*+>\\d])`);
const fence = /^ {0,3}(```|~~~)/;
/** Its cells and elements are read one by one, and a blank line would end them. */
const isTableOrHtml = (line: string): boolean => /^\s*(?:\||<\/?[a-z])/i.test(line);

/** Drops the innermost marks of a line that has too many; its words stay. */
function boundLevels(line: string): string {
  const shallow = line.length > DEEPEST_ITEM ? line.replace(deepItem, ' '.repeat(DEEPEST_ITEM)) : line;
  const marks = containers.exec(shallow)?.[0] ?? '';
  if (marks.length <= MOST_LEVELS) return shallow;
  let level = 0;
  for (const { index } of marks.matchAll(container)) {
    level += 1;
    if (level > MOST_LEVELS) return marks.slice(0, index) + shallow.slice(marks.length);
  }
  return shallow;
}

/** Where a line of so many characters may be broken: after a sentence, at a blank, or anywhere. */
function breakOf(line: string): number {
  const piece = line.slice(0, LONGEST_LINE);
  const sentence = Math.max(piece.lastIndexOf('。'), piece.lastIndexOf('！'), piece.lastIndexOf('？'));
  const at = Math.max(sentence, piece.lastIndexOf(' ')) + 1;
  if (at > LONGEST_LINE / 2) return at;
  return /[\uD800-\uDBFF]$/.test(piece) ? LONGEST_LINE - 1 : LONGEST_LINE;
}

function pieces(line: string): readonly string[] {
  if (line.length <= LONGEST_LINE || isTableOrHtml(line)) return [line];
  const found: string[] = [];
  let rest = line;
  for (; rest.length > LONGEST_LINE; rest = rest.slice(breakOf(rest))) found.push(rest.slice(0, breakOf(rest)));
  return [...found, rest];
}

/**
 * Markdown that a parser reads in reasonable time, whatever it is: marks of quotes and lists nest at most 250 deep, and
 * walls of text are broken into paragraphs of at most 60,000 characters. No word is lost; Markdown as people write it comes
 * back as it was.
 */
export function boundMarkdown(text: string): string {
  const lines: string[] = [];
  let run = 0;
  let open: string | null = null;
  for (const line of text.split('\n')) {
    const mark = fence.exec(line)?.[1] ?? null;
    if (open === null ? mark !== null : mark === open) open = open === null ? mark : null;
    if (open !== null) {
      lines.push(line);
      continue;
    }
    for (const [index, piece] of pieces(boundLevels(line)).entries()) {
      run = piece.trim() === '' ? 0 : run + piece.length;
      const isBroken = index > 0 || (run > LONGEST_RUN && /^\S/.test(piece) && !isTableOrHtml(piece));
      if (isBroken) {
        lines.push('');
        run = piece.length;
      }
      lines.push(piece);
    }
  }
  return lines.join('\n');
}
