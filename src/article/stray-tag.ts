/**
 * Feeds unescape text once too often: `List<String>`, `#include <stdio.h>`, `a<b 且 c>d` and `用 <script setup> 写` then look
 * like tags, and a parser would leave out what the sentence is about. Such a tag is text.
 */

/** Every name a page may mean as an element; names of templates (`mp-profile`, `o:p`) are told by their closing tags. */
const elementNames = new Set(
  [
    'a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br',
    'button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed',
    'fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image',
    'img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem meta meter nav',
    'nobr noembed noframes noscript object ol optgroup option output p param picture plaintext pre progress q rb rbc rp rt',
    'rtc ruby s samp script search section select slot small source spacer span strike strong style sub summary sup svg table',
    'tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp',
  ].flatMap((names) => names.split(' ')),
);

/** Elements a sentence holds: never without an end, and never with an attribute that has no value. */
const inlineNames = new Set(['a', 'b', 'i', 'p', 'q', 's', 'u', 'em', 'strong', 'span']);

export interface FoundTag {
  /** Lower case. */
  readonly name: string;
  /** As written, `<` to `>`. */
  readonly source: string;
  readonly isClosedLater: boolean;
  /** Words stand right before it on its line. */
  readonly isInSentence: boolean;
}

/** Whether a tag that opens something was meant as text. */
export function isStrayTag({ name, source, isClosedLater, isInSentence }: FoundTag): boolean {
  if (isClosedLater || source.endsWith('/>')) return false;
  const hasValues = source.includes('=');
  if (!elementNames.has(name)) return isInSentence || !hasValues;
  if (!isInSentence || hasValues) return false;
  return inlineNames.has(name) && /\s\S/.test(source);
}
