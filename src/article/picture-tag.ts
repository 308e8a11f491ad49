import { scanTag } from './scan-tag.ts';

/** Attributes of lazy pictures that the cleaning knows by their names (`lazyAttributes` in `picture.ts`), and others of `<img>`. */
const known =
  /^(?:src|srcset|data-(?:original|original-src|actualsrc|src|lazy-src|lazyload|lazy|raw-src|echo|gif-url|croporisrc|backsrc|imgurl|url|large|srcset|lazy-srcset|style)|_src|org_src|real_src|lazysrc|lay-src|ess-data|original|zoomfile|file)$/i;
/** Names a script takes a picture's address from … */
const named = /src$|img|image|url|lazy|orig|file|full|large|hi-?res/i;
/** … of which these say that it is the picture, not a thumbnail or a way out. */
const later = /lazy|defer|cfsrc|orig|real/i;
const pictureAddress =
  /^(?:https?:)?\/\/[^\s"'<>{}]{4,2000}$|^[^\s"'<>{}:]{1,500}\.(?:jpe?g|png|gif|webp|avif|bmp)(?:[?!@#][^\s"'<>]{0,500})?$/i;
const notPicture = /avatar|link|href|share|page|thumb|icon|logo|placeholder/i;

/**
 * An `<img>` (or an `<amp-img>`, which becomes one) whose script keeps the address under a name of its own
 * (`data-cfsrc`, `lazy-src`, `data-orig-file`): the address is written as `data-later`, or as `data-else` where the name says no more
 * than that it is one. There are more such names than a list can hold.
 */
export function pictureTag(tag: string): string {
  const image = tag.replace(/^<amp-img/i, '<img');
  const found = { later: '', else: '' };
  let name = '';
  scanTag(image, 1, {
    closeOf: (quote, open) => image.indexOf(quote, open + 1),
    name: (start, end) => {
      name = image.slice(start, end);
    },
    value: (start, end) => {
      if (known.test(name) || !named.test(name) || notPicture.test(name)) return;
      const value = image.slice(start, end).trim();
      if (pictureAddress.test(value)) found[later.test(name) ? 'later' : 'else'] ||= value;
    },
  });
  const added = Object.entries(found).map(([key, value]) => (value === '' ? '' : ` data-${key}="${value}"`));
  return image.replace(/^<img/i, (start) => start + added.join(''));
}
