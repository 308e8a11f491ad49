/** The range that is selected in an article's text, or reaches into it; null where none is. */
export function selectedRange(body: Element): Range | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return range.intersectsNode(body) ? range : null;
}
