const annotation = /<annotation\b([^<>]*)>([^<]*)<\/annotation/gi;

/** The TeX a `<math>` carries, as HTML text; '' where it carries none. */
export function texIn(inside: string): string {
  for (const [, attributes = '', tex = ''] of inside.matchAll(annotation))
    if (/tex/i.test(attributes) && tex.trim() !== '') return tex.trim();
  return '';
}

/** The inside of a `<math>` as HTML text: the TeX it carries, else its letters and signs in a row. */
export function mathText(inside: string): string {
  const tex = texIn(inside);
  if (tex !== '') return tex;
  return inside
    .replace(annotation, '')
    .replace(/<[^<>]*>/g, '')
    .replaceAll('<', '&lt;')
    .replace(/\s+/g, ' ')
    .trim();
}
