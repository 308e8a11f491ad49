import { decodeEntities } from '../article/clean-text.ts';
import { resolveAddress } from './absolute-addresses.ts';
import { rewriteTags } from './rewrite-tags.ts';

/** A page names its feeds in its head. */
const HEAD = 200_000;
const FEED_TYPE = /^application\/(?:rss\+xml|atom\+xml|feed\+json)\b/i;

/** True for an HTML page; other texts with HTML in them may still be feeds. */
export function isHtmlPage(text: string): boolean {
  const start = text.slice(0, 5000).replace(/<\?xml[^>]{0,500}>|<!--[^>]{0,2000}-->/g, '');
  return /^\s*<(?:!doctype\s+html|html)[\s>]/i.test(start);
}

/** The feeds a page names, comments' feeds last. */
export function feedLinks(html: string, address: string): readonly string[] {
  const found: { readonly address: string; readonly title: string }[] = [];
  rewriteTags(html.slice(0, HEAD), ({ name, attributes }) => {
    const value = (wanted: string) => attributes.find((attribute) => attribute.name === wanted)?.value ?? '';
    const isFeed = name === 'link' && /(?:^|\s)alternate(?:\s|$)/i.test(value('rel')) && FEED_TYPE.test(value('type'));
    const resolved = isFeed ? resolveAddress(value('href'), address) : null;
    if (resolved !== null) found.push({ address: resolved, title: decodeEntities(value('title')) });
    return null;
  });
  const isOfComments = ({ address: link, title }: (typeof found)[number]) =>
    /comment|评论|評論/i.test(`${link} ${title}`);
  const sorted = [...found.filter((link) => !isOfComments(link)), ...found.filter(isOfComments)];
  return [...new Set(sorted.map((link) => link.address))];
}
