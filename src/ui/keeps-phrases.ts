const closing = '，。、；：！？…—」』）】》〉';
/** Signs that fill a square, marks among them. */
const square = '\\u2e80-\\u{3ffff}';

/**
 * Where a line may end without parting what is said together: after closing marks and before opening ones; at a space between
 * words of one script, because `CPU 的指令集` is said in one breath.
 */
const phraseEnd = new RegExp(
  [
    `(?<=[${closing}]\\s?)(?![\\s${closing}])`,
    '(?=[「『（【《〈])',
    `(?<=[^\\s${square}]\\s)(?=[^\\s${square}])`,
    `(?<=[${square}]\\s)(?=[${square}])`,
  ].join('|'),
  'u',
);

/** Characters on a line of a headline on a phone; wider windows hold no fewer. */
const LINE = 13;

/** In ems: Chinese, Japanese and Korean signs, their quotes and dashes fill a square, others about half of one. */
function textWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += /[\u2010-\u2027\u2e80-\u{3ffff}]/u.test(sign) ? 1 : 0.55;
  return width;
}

/** Lines it takes to set pieces of these widths, each of them whole. */
function linesFor(widths: readonly number[]): number {
  let lines = 1;
  let filled = 0;
  for (const width of widths) {
    if (filled > 0 && filled + width > LINE) lines++;
    filled = filled > 0 && filled + width <= LINE ? filled + width : width;
  }
  return lines;
}

/**
 * Whether a headline is better broken only between its phrases, as `一夜：／从早到晚` and not `一夜：从／早到晚`: each of them must
 * fit a line of a phone, and all of them `room` lines and one line more than if any sign could end one.
 */
export function keepsPhrases(title: string, room: number): boolean {
  if (title.length > 100) return false;
  const widths = title.split(phraseEnd).map(textWidth);
  const plain = Math.ceil(widths.reduce((sum, width) => sum + width, 0) / LINE);
  return widths.every((width) => width <= LINE) && linesFor(widths) <= Math.min(room, plain + 1);
}
