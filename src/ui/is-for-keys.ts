/** What letters go into. A box takes none. */
const FIELDS = 'input:not([type="checkbox"]), textarea, select, [contenteditable]:not([contenteditable="false"])';
const OVER_THE_PAGE = 'dialog[open], [aria-modal="true"]';

/** Whether a key is the reader's to use: nobody is typing or choosing characters, has selected text or a dialog open. */
export function isForKeys(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  const { target } = event;
  if (target instanceof Element && target.closest(FIELDS) !== null) return false;
  if (document.querySelector(OVER_THE_PAGE) !== null) return false;
  return window.getSelection()?.isCollapsed !== false;
}
