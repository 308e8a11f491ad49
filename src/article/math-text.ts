const annotation = /<annotation\b([^<>]*)>([^<]*)<\/annotation/gi;

/** The inside of a `<math>` as HTML text: the TeX it carries, else its letters and signs in a row. */
export function mathText(inside: string): string {
  for (const [, attributes = '', tex = ''] of inside.matchAll(annotation))
    if (/tex/i.test(attributes) && tex.trim() !== '') return tex.trim();
  return inside
    .replace(annotation, '')
    .replace(/<[^<>]*>/g, '')
    .replaceAll('<', '&lt;')
    .replace(/\s+/g, ' ')
    .trim();
}
