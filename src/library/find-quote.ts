import { findQuoteAnchor } from '../article/quote-anchor.ts';
import { findDirective, readDirective } from '../article/text-directive.ts';
import { readStoryText } from './story-text.ts';

/**
 * The whole fragment of the open page's address. Browsers that know text directives take them out of `location`; how the
 * document came to be loaded still says it.
 * @param fragment what `location` or the router says
 */
export function wholeFragment(fragment: string): string {
  if (fragment.includes(':~:')) return fragment;
  const [load] = performance.getEntriesByType('navigation');
  const [address, directive] = load?.name.split(':~:') ?? [];
  const isSame = address !== undefined && address.replace(/#$/, '') === window.location.href.replace(/#$/, '');
  return isSame && directive !== undefined ? `${fragment}:~:${directive}` : fragment;
}

/** Where in an article the passage stands that a fragment names, by our name for it or by its words; null where nowhere. */
export function findQuote(story: Element, body: Element, lang: string, fragment: string): Range | null {
  const text = readStoryText(story, body, lang);
  const { start, end } = text.body;
  const named = findQuoteAnchor(text.text.slice(start, end), fragment.replace(/:~:.*$/, ''));
  if (named) return text.rangeOf({ start: named.start + start, end: named.end + start });
  const directive = readDirective(fragment);
  const span = directive && findDirective(directive, text);
  return span && text.rangeOf(span);
}
