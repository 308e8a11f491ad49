import { marked } from 'marked';

/** Markdown → HTML, not yet repaired and not yet safe. A file of its own: readers fetch it for the first Markdown article. */
export function renderMarkdown(text: string): string {
  return marked.parse(text, { async: false, gfm: true });
}
