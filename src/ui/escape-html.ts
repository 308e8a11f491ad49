const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** Text that may stand in HTML, between elements or within double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => entities.get(char) ?? char);
}
