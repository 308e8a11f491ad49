const STORY = /<article[\s>][\s\S]*?<\/article>/;
/** As React prints it: no `<`, `>` or `"` in an attribute that isn't escaped. */
const PICTURE = /<img\b[^>]*?\ssrc="([^"]*)"/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#x27;': "'",
  '&lt;': '<',
  '&gt;': '>',
};

/**
 * Addresses of the pictures of an article, from its own printed page: absolute, in their order, none twice. Known markup is
 * searched, not parsed; what looks like it in a text is escaped.
 * @param address of the page
 */
export function printedPictures(html: string, address: string): readonly string[] {
  const story = STORY.exec(html)?.[0] ?? '';
  const sources = Array.from(story.matchAll(PICTURE), ([, src = '']) =>
    src.replace(/&(?:amp|quot|#x27|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity),
  );
  const absolute = sources.flatMap((src) => (URL.canParse(src, address) ? new URL(src, address).href : []));
  return [...new Set(absolute)].filter((src) => /^https?:/.test(src));
}
