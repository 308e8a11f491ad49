import { isSafeSlug } from '../article/article-id.ts';

/** First segments of what the site prints itself. */
const OWN = new Set([
  ...[
    'about',
    'articles',
    'assets',
    'c',
    'data',
    'history',
    'index',
    'index.html',
    'media',
    'page',
    's',
    'saved',
    'search',
  ],
  ...['404', '404.html', '_headers', 'atom.xml', 'feed.json', 'favicon.ico', 'favicon.svg', 'icon.svg'],
  ...['apple-touch-icon.png', 'icon-192.png', 'icon-512.png', 'icon-maskable-512.png', 'offline.html'],
  ...['manifest.webmanifest', 'robots.txt', 'rss.xml', 'sitemap.xml', 'sw.js'],
]);
/** Devices, which no system with a C: drive makes a folder of. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** Controls, bidi marks, lone surrogates, marks reserved somewhere, hidden files, a dot or blank at the end. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\\<>:"|?*#%]|^\.|[. ]$/u;
const PAGE = /\.html?$/i;
/** Bytes a name may have on common file systems is 255; the build may need a few. */
const MAX_NAME_BYTES = 200;
const MAX_SEGMENTS = 12;

const encoder = new TextEncoder();

function isSafeSegment(segment: string): boolean {
  return !UNSAFE.test(segment) && !DEVICE.test(segment) && encoder.encode(segment).length <= MAX_NAME_BYTES;
}

/** Below `a/` a former address of an article is fine, anything else is not; the rest of the site is taken. */
function isFree(segments: readonly string[]): boolean {
  const [first = '', second = ''] = segments;
  if (first.toLowerCase() === 'a') return first === 'a' && segments.length === 2 && isSafeSlug(second);
  return !OWN.has(first.toLowerCase());
}

function decode(address: string): string | null {
  try {
    return decodeURIComponent(address);
  } catch {
    return null;
  }
}

/**
 * A former address as the path of a page below the site's root, without `/` at either end: `2020/old`, `old.html`,
 * `a/k3…`. null where it can be no page: it climbs out, names another site or a query, stands where the site has pages
 * of its own, or is no file name everywhere.
 */
export function aliasPath(address: string): string | null {
  const path = decode(address.trim())?.normalize('NFC');
  if (path === undefined || path.startsWith('//')) return null;
  const segments = path.split('/').filter((segment) => segment !== '');
  if (/^index\.html?$/i.test(segments.at(-1) ?? '')) segments.pop();
  // A page in the middle would have to be a file and a folder at once.
  const isPossible = segments.slice(0, -1).every((segment) => !PAGE.test(segment));
  if (segments.length === 0 || segments.length > MAX_SEGMENTS || !isPossible) return null;
  return segments.every(isSafeSegment) && isFree(segments) ? segments.join('/') : null;
}
