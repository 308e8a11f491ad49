const NAME = 'quote';

/**
 * Marks a passage without touching what it stands in; returns the way back. Where the browser has no marks of its own, the
 * passage is selected.
 */
export function markRange(range: Range): () => void {
  if (typeof Highlight === 'function' && 'highlights' in CSS) {
    CSS.highlights.set(NAME, new Highlight(range));
    return () => CSS.highlights.delete(NAME);
  }
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  return () => {};
}
