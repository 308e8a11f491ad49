import { Marked, type Tokens } from 'marked';
import { boundMarkdown } from './bound-markdown.ts';
import { withNotes } from './markdown-notes.ts';
import { withoutSiteTags } from './site-tags.ts';

/** Chinese, Japanese and Korean letters and the punctuation written with them. */
const cjk =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u2014\u2018-\u201d\u2026\u3000-\u303f\uff00-\uffef]/u;

/** Where the `**` that ends bold words stands, in text whose code and links are masked; -1 where they are no plain words. */
function boldEnd(masked: string): number {
  if (!/^\*\*[^\s*]/.test(masked)) return -1;
  const end = masked.indexOf('*', 2);
  return masked.startsWith('**', end) && masked[end + 2] !== '*' && /\S/.test(masked[end - 1] ?? ' ') ? end : -1;
}

/** The neighbours of both delimiters, of which one that is CJK decides. */
const besides = (source: string, end: number, before: string): string =>
  [before, ...source.slice(2, 4), ...source.slice(end - 2, end), ...source.slice(end + 2, end + 4)].join('');

const endlessWord = /^\S{2000}/;

const marked = new Marked({
  gfm: true,
  tokenizer: {
    /**
     * CommonMark tells an opening `**` from a closing one by the spaces and punctuation round it, which Chinese writes
     * without spaces: `**“重要”**的事` and `**注意：**后面` would keep their asterisks.
     */
    emStrong(source: string, maskedSource: string, before = ''): Tokens.Strong | false {
      const end = boldEnd(maskedSource.slice(-source.length));
      if (end < 0 || !cjk.test(besides(source, end, before))) return false;
      const text = source.slice(2, end);
      return { type: 'strong', raw: source.slice(0, end + 2), text, tokens: this.lexer.inlineTokens(text) };
    },
    /** A single `~` is a range (`5~10度`), not a deletion. */
    del(source: string): false | undefined {
      return source.startsWith('~~') ? false : undefined;
    },
    /** What goes on for pages without a blank is no address, and to find its end takes time by the square. */
    url(source: string): false | undefined {
      return endlessWord.test(source) ? undefined : false;
    },
  },
});

/**
 * Markdown as Chinese is written in it → HTML, not yet repaired and not yet safe. A file of its own: readers fetch it for
 * the first Markdown article.
 */
export function renderMarkdown(text: string): string {
  return marked.parse(boundMarkdown(withNotes(withoutSiteTags(text))), { async: false });
}
