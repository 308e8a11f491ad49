import { decodeEntities } from './clean-text.ts';
import {
  isAvatarImage,
  isInlineImage,
  isPlaceholderImage,
  isQrImage,
  isTrackerImage,
  toHttps,
  unwrapImageProxy,
} from './image-address.ts';

const LONGEST_ADDRESS = 2000;
const NO_ADDRESS = /^(?:false|true|none|null|undefined|nan|no|n\/a|0|1|#.{0,200}|\[object object\])$/i;
/** What a player, a browser or a reader opens, never an `img`. */
const OTHER_FILE =
  /\.(?:html?|xhtml|shtml|php\d?|aspx?|jsp|cgi|mp[34]|m4[av]|webm|ogg|og[av]|wav|flac|aac|avi|mov|mkv|flv|m3u8|swf|pdf|docx?|xlsx?|pptx?|zip|rar|7z|txt|md|markdown|json|xml|js|css|apk|exe)$/i;
const IMAGE_HINT = /(?:\.(?:jpe?g|png|gif|webp|avif|bmp)|img|image|pic|photo|thumb|wx_fmt)/i;
const PAGE_WITH_PICTURES = /\.(?:php\d?|aspx?|jsp|cgi)$/i;

function isOtherFile(url: URL): boolean {
  if (!OTHER_FILE.test(url.pathname)) return false;
  // A script may draw: `thumb.php?src=…`, `show.aspx?file=a.jpg`.
  return !(PAGE_WITH_PICTURES.test(url.pathname) && IMAGE_HINT.test(url.pathname + url.search));
}

function isUseless(address: string): boolean {
  return [isPlaceholderImage, isInlineImage, isQrImage, isAvatarImage, isTrackerImage].some((test) => test(address));
}

function readAbsolute(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const isHost = url.hostname.includes('.') && !url.hostname.startsWith('.');
  if (url.protocol !== 'https:' || !isHost || url.username !== '' || url.password !== '') return null;
  // A site's front page is no picture.
  if (url.pathname === '/' && url.search === '') return null;
  return isOtherFile(url) ? null : url.href;
}

/** A path beside the article, kept as written: the build looks the file up. */
function readRelative(address: string): string | null {
  return /\.(?:jpe?g|png|gif|webp|avif|bmp|svg|jfif)(?:[?#].{0,200})?$/i.test(address) ? address : null;
}

/**
 * The address of a cover picture as the front matter gives it, entities decoded, unwrapped from proxies and over https, or a path relative
 * to the file, as written. Null where there is no picture, or only one that says nothing about the article: a random
 * placeholder, a QR code, an avatar, a tracker.
 */
export function readCover(raw: string): string | null {
  const given = decodeEntities(raw)
    .replace(/[\t\n\r]/g, '')
    .trim()
    // Written as Markdown: `![alt](address "title")`.
    .replace(/^!\[[^[\]]{0,200}\]\((\S{1,2000}?)(?:\s[^()]{0,200})?\)$/, '$1');
  if (given === '' || NO_ADDRESS.test(given)) return null;
  if (given.length > LONGEST_ADDRESS) return null;
  const address = toHttps(unwrapImageProxy(given));
  if (isUseless(address)) return null;
  const isAbsolute = /^[a-z][a-z0-9+.-]*:/i.test(address);
  return isAbsolute ? readAbsolute(address) : readRelative(address);
}
