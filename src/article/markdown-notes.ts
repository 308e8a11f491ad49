import { cutAtFences } from './markdown-fences.ts';

const definition = /^\[\^([^\s[\]]{1,40})\]:[ \t]?(.{0,5000}(?:\n(?: {2,}|\t)\S.{0,5000})*)/gm;
/** A note's mark, or inline code, which may hold one. */
const reference = /`[^`\n]{0,500}`|\[\^([^\s[\]]{1,40})\](?!:)/g;

/**
 * Footnotes (`[^1]` and `[^1]: …`), which Markdown itself would take for a link's address: marks in the text that lead
 * to a numbered list at its end. Where no note is defined the text is as it was.
 */
export function withNotes(text: string): string {
  if (!text.includes('[^')) return text;
  const notes = new Map<string, { readonly number: number; readonly words: string }>();
  const read = (part: string): string =>
    part.replace(definition, (_, name: string, words: string) => {
      if (!notes.has(name)) notes.set(name, { number: notes.size + 1, words: words.replace(/\n\s+/g, ' ').trim() });
      return '';
    });
  const mark = (part: string): string =>
    part.replace(reference, (whole, name?: string) => {
      const number = notes.get(name ?? '')?.number;
      return number === undefined ? whole : `<sup id="fnref-${number}"><a href="#fn-${number}">${number}</a></sup>`;
    });
  const isCode = (at: number): boolean => at % 2 === 1;
  const parts = cutAtFences(text).map((part, at) => (isCode(at) ? part : read(part)));
  if (notes.size === 0) return text;
  const marked = parts.map((part, at) => (isCode(at) ? part : mark(part))).join('\n');
  const list = [...notes.values()].map(
    ({ number, words }) => `${number}. ${words} <a id="fn-${number}" href="#fnref-${number}">↩</a>`,
  );
  return `${marked.trimEnd()}\n\n---\n\n${list.join('\n')}\n`;
}
