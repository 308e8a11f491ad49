// @ts-check

/**
 * A Markdown table whose columns stand under each other in a terminal too.
 * @param {readonly string[]} head
 * @param {readonly (readonly (string | number)[])[]} rows
 */
export function markdownTable(head, rows) {
  const cells = [head, ...rows].map((row) => row.map((cell) => String(cell).replaceAll('|', '\\|')));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => width(row[column] ?? ''))));
  const line = (/** @type {readonly string[]} */ row) =>
    `| ${widths.map((size, column) => pad(row[column] ?? '', size, column > 0)).join(' | ')} |`;
  const rule = `|${widths.map((size, column) => `${'-'.repeat(size + 1)}${column > 0 ? ':' : '-'}`).join('|')}|`;
  const [first, ...others] = cells.map(line);
  return [first, rule, ...others, ''].join('\n');
}

/** @param {string} text @param {number} size @param {boolean} right */
function pad(text, size, right) {
  const blank = ' '.repeat(Math.max(0, size - width(text)));
  return right ? blank + text : text + blank;
}

/** @param {string} text */
const width = (text) => [...text].length;

/** @param {number} value @param {number} [digits] */
export function figure(value, digits = 1) {
  return Number.isFinite(value) ? value.toFixed(digits) : '–';
}

/** @param {number} bytes */
export const megabytes = (bytes) => figure(bytes / 1e6, bytes < 10e6 ? 1 : 0);

/** @param {number} bytes */
export const kilobytes = (bytes) => figure(bytes / 1000, 1);
