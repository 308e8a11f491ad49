const styleOrQuoted = /"[^"]*"|'[^']*'|(?<![\w:.-])style(?=\s*=)/gi;

/**
 * A tag with its `style` written as `data-style`. The cleaning reads it for bold, alignment and what is hidden; under the
 * site's content security policy a browser reports every `style` it parses, even in a document nobody sees.
 */
export function inertStyle(tag: string): string {
  return /style/i.test(tag)
    ? tag.replace(styleOrQuoted, (found) => (/^style$/i.test(found) ? 'data-style' : found))
    : tag;
}
