import { type NewValues, type OpeningTag, rewriteTags } from './rewrite-tags.ts';

/** Attributes that hold an address, beside those lazy pictures have. */
const ADDRESSES = new Set(['href', 'src', 'poster', 'srcset', 'data-srcset', 'data-lazy-srcset']);
const LAZY =
  /^(?:data-(?:original|original-src|actualsrc|src|lazy-src|lazyload|lazy|raw-src|echo|gif-url|croporisrc|backsrc|imgurl|url|large)|_src|org_src|real_src|lazysrc|original|zoomfile|file)$/;

type IsKept = (address: string) => boolean;

/** True for what means nothing without the page it stood on. */
function isRelative(address: string): boolean {
  return address !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(address);
}

/** An address as a browser on the page `base` understands it; null where that is none of the web. */
export function resolveAddress(address: string, base: string | null): string | null {
  try {
    const url = base === null ? new URL(address.trim()) : new URL(address.trim(), base);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

function resolveSet(srcset: string, base: string): string {
  return srcset
    .split(/,\s+/)
    .map((candidate) => {
      const [address = '', ...rest] = candidate.trim().split(/\s+/);
      return [isRelative(address) ? (resolveAddress(address, base) ?? address) : address, ...rest].join(' ');
    })
    .join(', ');
}

function newValues({ name: tag, attributes, isInCode }: OpeningTag, base: string, isKept: IsKept): NewValues | null {
  const values = new Map<string, string>();
  // A link in code is one; a picture in code is mostly a sample of how to write one.
  if (isInCode && tag !== 'a') return null;
  for (const { name, value } of attributes) {
    const isSet = name.endsWith('srcset');
    if (!ADDRESSES.has(name) && !(tag === 'img' && LAZY.test(name))) continue;
    if (tag === 'img' && isKept(value)) continue;
    const resolved = isSet ? resolveSet(value, base) : isRelative(value.trim()) ? resolveAddress(value, base) : null;
    if (resolved !== null && resolved !== value) values.set(name, resolved);
  }
  return values.size > 0 ? values : null;
}

/**
 * The HTML with its relative addresses made whole.
 * @param base the page it stood on; null where nobody knows: then it stays as it is
 * @param isKept whether a picture's address stays relative
 */
export function absoluteAddresses(html: string, base: string | null, isKept: IsKept = () => false): string {
  return base === null ? html : rewriteTags(html, (tag) => newValues(tag, base, isKept));
}
