/** Everything outside an open dialog can't be selected. */
function selectablePlace(): Element {
  return [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
}

/** For pages that may not use the clipboard: those opened over plain http. What was selected is selected again. */
function copyBySelection(text: string): boolean {
  const selection = document.getSelection();
  const selected = selection?.rangeCount ? selection.getRangeAt(0) : null;
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('readonly', '');
  field.className = 'hidden';
  selectablePlace().append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    if (selected) {
      selection?.removeAllRanges();
      selection?.addRange(selected);
    }
  }
}

/** Puts a text on the clipboard; false where the browser won't have it. To be called within a click. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}
