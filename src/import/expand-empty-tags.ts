const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/** `<iframe/>` of XHTML as HTML has it; left as it is, it would hold the rest of the text. */
export function expandEmptyTags(xhtml: string): string {
  return xhtml.replace(/<([a-z][\w-]{0,30})(\s[^<>]*)?\/>/gi, (whole, name: string, rest = '') =>
    VOID.test(name) ? whole : `<${name}${rest}></${name}>`,
  );
}
