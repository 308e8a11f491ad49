import type { Row } from '../edition/row.ts';
import type { ShareWords } from '../i18n/share-words.ts';
import { makeQuote, type Quote } from '../library/make-quote.ts';
import { selectedRange } from '../library/selected-range.ts';

/** The article that is shown. */
export function shownStory(): { readonly story: Element; readonly body: Element } | null {
  const story = document.querySelector('.story');
  const body = story?.querySelector('.article-body');
  return story && body ? { story, body } : null;
}

/**
 * The passage of the article that is shown that lies in a range, or else is selected; null where none is, and where the article
 * is shown in other characters than it was written in: nobody else would find it.
 */
export function shownQuote({ lang }: Row, range?: Range): Quote | null {
  const shown = shownStory();
  if (shown?.story.getAttribute('lang') !== lang) return null;
  const taken = range ?? (shown && selectedRange(shown.body));
  return shown && taken && makeQuote(shown.story, shown.body, lang, taken);
}

/** A passage as it is handed on: its words, whose they are, and the address that leads to them. */
export function citation(words: ShareWords, row: Row, quote: Quote, address: string): string {
  return `${words.cite(quote.text, row.title, row.source?.name ?? null)}\n${address}${quote.fragment}`;
}
