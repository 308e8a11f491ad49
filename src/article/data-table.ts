import type { Element, ElementContent } from 'hast';
import { attribute, classNames, element, isElement, some, textOf } from './hast-node.ts';

type CellContent = (cell: Element) => ElementContent[];

/** Larger spans than any real table has make a browser lay out millions of cells. */
const MOST_SPAN = 100;

const rowsOf = (node: Element): Element[] =>
  node.children.flatMap((child) => {
    if (isElement(child, 'tr')) return [child];
    return isElement(child) && ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : [];
  });

const cellsOf = (row: Element): Element[] =>
  row.children.filter((child): child is Element => isElement(child, 'td') || isElement(child, 'th'));

/** A picture that only pushes something to its place. */
const isSpacer = (image: Element): boolean =>
  [attribute(image, 'width'), attribute(image, 'height')].some((size) => /^[01](?:px)?$/.test(size));
const hasContent = (cell: Element): boolean =>
  textOf(cell).trim() !== '' ||
  some(cell, (found) => (found.tagName === 'img' && !isSpacer(found)) || found.tagName === 'iframe');
const isPictureOnly = (cell: Element): boolean =>
  textOf(cell).trim() === '' && some(cell, (found) => found.tagName === 'img');

/**
 * Whether a table only arranges things: one cell, one column, a table within, pictures side by side, or a page
 * builder's class. Its cells are then read in order like any other blocks.
 */
export function isLayoutTable(node: Element): boolean {
  if (some(node, (found) => found !== node && found.tagName === 'table')) return true;
  const rows = rowsOf(node).map((row) => cellsOf(row).filter(hasContent));
  // All of a story stands in the caption of a table whose rows never come, or whose only row has no cells.
  if (rowsOf(node).every((row) => cellsOf(row).length === 0)) return true;
  // A caption or a heading cell says more than a class that a page builder left.
  if (some(node, (found) => found.tagName === 'th' || found.tagName === 'caption')) return false;
  if (attribute(node, 'role') === 'presentation' || classNames(node).some((name) => /layout|wrapper/i.test(name)))
    return true;
  const filled = rows.flat();
  return (
    rows.every((cells) => cells.length <= 1) ||
    filled.every(isPictureOnly) ||
    filled.some((cell) => textOf(cell).length > 1500)
  );
}

function spanOf(cell: Element, name: 'colSpan' | 'rowSpan'): Record<string, number> {
  const span = Number.parseInt(attribute(cell, name), 10);
  return span > 1 ? { [name]: Math.min(span, MOST_SPAN) } : {};
}

function cleanCell(cell: Element, content: CellContent): Element {
  const align = attribute(cell, 'align');
  const scope = attribute(cell, 'scope');
  return element(
    cell.tagName,
    {
      ...spanOf(cell, 'colSpan'),
      ...spanOf(cell, 'rowSpan'),
      ...(align === 'center' || align === 'right' ? { dataAlign: align } : {}),
      ...(scope && cell.tagName === 'th' ? { scope } : {}),
    },
    content(cell),
  );
}

/** Rows whose every cell is a heading, at the top: the head, with or without a `<thead>`. */
function headLength(rows: readonly Element[], node: Element): number {
  const thead = node.children.find((child): child is Element => isElement(child, 'thead'));
  if (thead) return rowsOf(thead).length;
  const first = rows.findIndex((row) => cellsOf(row).some((cell) => cell.tagName !== 'th'));
  return first < 0 ? 0 : first;
}

/** A table of data: caption, head and body in the order HTML wants, nothing but spans and alignment kept of its looks. */
export function dataTable(node: Element, content: CellContent): Element | null {
  const rows = rowsOf(node).filter((row) => cellsOf(row).length > 0);
  if (rows.length === 0) return null;
  const clean = rows.map((row) =>
    element(
      'tr',
      {},
      cellsOf(row).map((cell) => cleanCell(cell, content)),
    ),
  );
  const head = headLength(rows, node);
  const caption = node.children.find((child): child is Element => isElement(child, 'caption'));
  const words = caption ? content(caption) : [];
  return element('table', {}, [
    ...(words.length > 0 ? [element('caption', {}, words)] : []),
    ...(head > 0 ? [element('thead', {}, clean.slice(0, head))] : []),
    ...(head < clean.length ? [element('tbody', {}, clean.slice(head))] : []),
  ]);
}

/** The cells of a layout table, in reading order, each as a block of its own. */
export const layoutCells = (node: Element): Element[] =>
  node.children.flatMap((child) => {
    if (!isElement(child)) return [];
    return ['td', 'th', 'caption'].includes(child.tagName) ? [child] : layoutCells(child);
  });
