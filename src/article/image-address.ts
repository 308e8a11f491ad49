import { remember } from './remember.ts';

/**
 * What an image's address alone says about it: proxies to unwrap, and pictures that are no pictures.
 * Runs in the build and in the browser, so it needs nothing but `URL`.
 *
 * Every predicate takes an address as written (entities decoded) and never throws. Words are matched whole: a film
 * called "Avatar", a phone called "Pixel" and a company's logo in the news are pictures.
 */

interface Parts {
  /** Lower case; empty for relative addresses. */
  readonly host: string;
  /** Decoded, lower case. */
  readonly folders: readonly string[];
  /** The last segment without its extension, decoded, lower case. */
  readonly name: string;
  readonly extension: string;
  readonly query: string;
}

const LONGEST_ADDRESS = 4096;
const RELATIVE_BASE = 'https://relative.invalid/';
const NOTHING: Parts = { host: '', folders: [], name: '', extension: '', query: '' };

function parseUrl(address: string): URL | null {
  try {
    return new URL(address.trim(), RELATIVE_BASE);
  } catch {
    return null;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const partsOf = remember((address: string): Parts => {
  const url = address.length > LONGEST_ADDRESS ? null : parseUrl(address);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return NOTHING;
  const segments = decode(url.pathname).toLowerCase().split('/').filter(Boolean);
  const last = segments.pop() ?? '';
  const dot = last.lastIndexOf('.');
  return {
    host: url.hostname === 'relative.invalid' ? '' : url.hostname,
    folders: segments,
    name: dot > 0 ? last.slice(0, dot) : last,
    extension: dot > 0 ? last.slice(dot + 1) : '',
    query: url.search.toLowerCase(),
  };
});

function isOnHost(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[-_.~@!,;=+\s]/).filter(Boolean);
}

/** Sizes, counters and colours say nothing about what a file shows. */
const NEUTRAL_WORD =
  /^(?:\d{1,10}(?:x\d{1,5})?|[smlx]{1,3}|big|small|middle|mid|large|normal|thumb|min|new|img|image|pic|picture|photo|bg|white|black|gray|grey|dark|light|icon|v\d{1,3})$/;

/** True where a name holds one of `words` and, beside neutral words, nothing else. */
function isNamed(name: string, words: ReadonlySet<string>): boolean {
  const found = wordsOf(name);
  return found.some((word) => words.has(word)) && found.every((word) => words.has(word) || NEUTRAL_WORD.test(word));
}

const INNER_ADDRESS = /^(?:https?:\/{1,2}|\/\/)[^/]/i;
const PROXY_HOSTS = [
  'weserv.nl',
  'wsrv.nl',
  'workers.dev',
  'herokuapp.com',
  'vercel.app',
  'netlify.app',
  'duckduckgo.com',
  'allorigins.win',
  'corsproxy.io',
  'noobzone.ru',
  'image.baidu.com',
  'html5.qq.com',
  'imageproxy.pimg.tw',
  'images-blogger-opensocial.googleusercontent.com',
];
const PROXY_PARAMETERS = ['url', 'u', 'src', 'imageUrl', 'imgurl', 'image'];
const MOST_PROXIES = 3;

function asInnerAddress(text: string): string | null {
  const inner = /^https?%3a/i.test(text) ? decode(text) : text;
  if (!INNER_ADDRESS.test(inner)) return null;
  // Path normalisation on the way may have eaten one slash of `http://`.
  return inner.replace(/^(https?:)\/(?!\/)/i, '$1//');
}

function namedInner(url: URL): string | null {
  for (const name of PROXY_PARAMETERS) {
    const value = url.searchParams.get(name);
    if (value === null) continue;
    const inner = asInnerAddress(value);
    if (inner !== null) return inner;
    // weserv takes `host/x.jpg` and `ssl:host/x.jpg` too.
    if (isOnHost(url.hostname, ['weserv.nl', 'wsrv.nl']) && value.includes('.')) {
      return `https://${value.replace(/^ssl:/, '')}`;
    }
  }
  return null;
}

function unwrapOnce(address: string): string | null {
  const url = parseUrl(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  const rest = url.pathname.slice(1) + url.search + url.hash;
  const bare = asInnerAddress(rest.startsWith('?') ? rest.slice(1) : rest);
  if (bare !== null) return bare;
  if (isOnHost(url.hostname, PROXY_HOSTS) || /^\/_(?:next|vercel)\/image$/.test(url.pathname)) return namedInner(url);
  const baidu = /^\/image_search\/src=([^&]+)/.exec(url.pathname);
  return baidu?.[1] !== undefined && isOnHost(url.hostname, ['baidu.com']) ? asInnerAddress(decode(baidu[1])) : null;
}

/**
 * The address behind an image proxy (`https://x.workers.dev/?http://host/a.jpg` → `http://host/a.jpg`), or the
 * address unchanged. The scheme is left as it is: see `toHttps`.
 */
export function unwrapImageProxy(address: string): string {
  let result = address;
  for (let depth = 0; depth < MOST_PROXIES && result.length <= LONGEST_ADDRESS; depth++) {
    const inner = unwrapOnce(result);
    if (inner === null) break;
    result = inner;
  }
  return result;
}

/** `http:` and `//` addresses over https; every other address unchanged. */
export function toHttps(address: string): string {
  return address.replace(/^(?:http:)?\/\/([^/?#]*)/i, (_, host: string) => `https://${host.replace(/:80$/, '')}`);
}

const PLACEHOLDER_HOSTS = [
  'picsum.photos',
  'unsplash.it',
  'source.unsplash.com',
  'placekitten.com',
  'placeimg.com',
  'placebear.com',
  'placedog.net',
  'place.dog',
  'placecage.com',
  'fillmurray.com',
  'placeholder.com',
  'placeholder.pics',
  'dummyimage.com',
  'fakeimg.pl',
  'fakeimg.ryd.tools',
  'lorempixel.com',
  'loremflickr.com',
  'loremfaces.com',
  'thispersondoesnotexist.com',
  'ixiaowai.cn',
  'dmoe.cc',
  'btstu.cn',
  'mtyqx.cn',
  'ioliu.cn',
];
const PLACEHOLDER_WORDS = new Set([
  'default',
  'placeholder',
  'placehold',
  'holder',
  'blank',
  'spacer',
  'space',
  'transparent',
  'empty',
  'loading',
  'lazyload',
  'copycode',
  'lazy',
  'load',
  'nopic',
  'nophoto',
  'noimage',
  'noimg',
  'nocover',
  'nothumb',
  'logo',
  'favicon',
  'zhanwei',
  'zhanweitu',
  'zwt',
  'zwtp',
  'zanwu',
  'wutu',
  'grey',
  'dot',
  'clear',
]);
/** Of these, words a photograph may be named with. */
const PHOTO_WORDS = new Set(['space', 'grey', 'dot', 'clear', 'empty', 'load', 'lazy', 'transparent', 'holder']);
/** Words that may stand beside a placeholder's, but make none alone. */
const PLACEHOLDER_COMPANIONS = new Set(['site', 'share', 'sharing', 'wx', 'weixin', 'wechat', 'no', 'cover', 'post']);
const PLACEHOLDER_WITH_COMPANIONS = new Set([...PLACEHOLDER_WORDS, ...PLACEHOLDER_COMPANIONS]);
const MISSING_PICTURE = /^no[-_ ]?(?:pic|picture|photo|image|img|cover|thumb|thumbnail)(?:[-_.]|$)/;
const RANDOM_ENDPOINT = /^(?:random|rand|suiji|sjtx|sjbz|randimg|random-?(?:img|image|pic|picture|cover))$/;
const SMALLEST_DATA_IMAGE = 400;

function isPlaceholderName({ host, name, extension }: Parts): boolean {
  if (MISSING_PICTURE.test(name)) return true;
  if (extension === 'gif' && /^(?:[a-z]|grey|gray|white|t?rans|px)$/.test(name)) return true;
  if (host !== '' && extension === 'png' && /^[tsb]$/.test(name)) return true;
  const found = wordsOf(name);
  // A photograph may be called `space.jpg`; a spacer is a GIF or a PNG.
  const isPhoto = /^(?:jpe?g|webp|avif)$/.test(extension);
  const tells = (word: string): boolean => PLACEHOLDER_WORDS.has(word) && !(isPhoto && PHOTO_WORDS.has(word));
  return found.some(tells) && isNamed(name, PLACEHOLDER_WITH_COMPANIONS);
}

/** A stand-in for a picture: random-photo services, `default.png`, spacers, a site's bare logo, tiny `data:` images. */
export function isPlaceholderImage(address: string): boolean {
  const trimmed = address.trimStart();
  if (/^data:/i.test(trimmed)) return trimmed.length < SMALLEST_DATA_IMAGE || /^data:image\/svg/i.test(trimmed);
  const parts = partsOf(trimmed);
  if (isOnHost(parts.host, PLACEHOLDER_HOSTS) || /^(?:.{1,60}\.)?placehold(?:er)?\./.test(parts.host)) return true;
  // YouTube's `default.jpg` is a video's real picture.
  if (isOnHost(parts.host, ['ytimg.com', 'youtube.com'])) return false;
  return (/^(?:php|jpg|)$/.test(parts.extension) && RANDOM_ENDPOINT.test(parts.name)) || isPlaceholderName(parts);
}

const QR_HOSTS = ['qrserver.com', 'liantu.com', 'cli.im', 'pwmqr.com', 'qr.api.cli.im'];
const QR_WORD =
  /^(?:qr\d{0,4}|\w{0,40}qr-?code\w{0,20}|\w{0,20}erweima\w{0,20}|ewm\d{0,4}|(?:wx|weixin|wechat|gzh)(?:qr|code|ewm|ma)|\w{0,20}barcode)$/;

/** A QR code, told by the words of its path or by the service that draws it. */
export function isQrImage(address: string): boolean {
  const { host, folders, name, query } = partsOf(address);
  if (isOnHost(host, QR_HOSTS) || /^(?:qr|qrcode|ewm)\./.test(host)) return true;
  if (/[?&]cht=qr(?:&|$)/.test(query)) return true;
  const path = [...folders, name];
  if (path.some((segment) => /二维码|二維碼|公众号码|小程序码/.test(segment))) return true;
  return path.some((segment) => isQrSegment(segment));
}

function isQrSegment(segment: string): boolean {
  const words = wordsOf(segment);
  if (words.some((word) => QR_WORD.test(word))) return true;
  return words.some((word, at) => /^(?:qr|wx|weixin|wechat|gzh)$/.test(word) && words[at + 1] === 'code');
}

const AVATAR_HOSTS = [
  'gravatar.com',
  'cravatar.cn',
  'cravatar.com',
  'sep.cc',
  'qlogo.cn',
  'avatars.githubusercontent.com',
  'byteacctimg.com',
  'himg.baidu.com',
  'himg.bdimg.com',
  'passport.baidu.com',
  'profile.csdnimg.cn',
  'pravatar.cc',
  'ui-avatars.com',
  'dicebear.com',
  'robohash.org',
];
const AVATAR_WORD =
  /^(?:(?:user|upload|author|member|default|my)?(?:avatars?|touxiang)|user(?:face|head|pic|icon|logo)s?|heads?|headicons?|mmhead|mmopen)$/;
const AVATAR_NAMES = new Set([
  'avatar',
  'avatars',
  'touxiang',
  'useravatar',
  'userface',
  'userhead',
  'userpic',
  'usericon',
  'headicon',
  'headpic',
  'user',
  'author',
  'member',
  'default',
  'noavatar',
  'profile',
  'my',
]);

function isAvatarFolder(folder: string): boolean {
  if (AVATAR_WORD.test(folder) || folder === 'profile_images') return true;
  return wordsOf(folder).some((word) => /^(?:user)?(?:avatars?|touxiang)$/.test(word));
}

function isAvatarName(name: string): boolean {
  if (name.includes('头像') || name.includes('頭像')) return true;
  return /avatar|touxiang|user(?:face|head|pic|icon)|head(?:icon|pic)/.test(name) && isNamed(name, AVATAR_NAMES);
}

/** Sites that tell an avatar from a picture only by a size suffix or one folder. */
function isAvatarOfSite({ host, folders, name }: Parts): boolean {
  if (isOnHost(host, ['zhimg.com'])) return /_(?:l|s|xs|xl|is|im|xll|ipico)$/.test(name);
  if (isOnHost(host, ['hdslb.com'])) return folders.includes('face');
  if (isOnHost(host, ['sinaimg.cn']))
    return /^tvax?\d?\./.test(host) && folders.some((folder) => folder.startsWith('crop.'));
  if (isOnHost(host, ['oschina.net'])) return folders.includes('user') || folders.includes('portrait');
  return false;
}

/** A person's profile picture: it says who wrote, never what about. */
export function isAvatarImage(address: string): boolean {
  const parts = partsOf(address);
  if (isOnHost(parts.host, AVATAR_HOSTS) || /^avatars?\d?\./.test(parts.host)) return true;
  return isAvatarOfSite(parts) || parts.folders.some(isAvatarFolder) || isAvatarName(parts.name);
}

const EMOTICON_WORD = /^(?:emoji|emoticon|smiley|smilie|smile|emot|expression)s?$/;
const BADGE_HOSTS = ['img.shields.io', 'shields.io', 'badgen.net', 'badge.fury.io', 'badges.gitter.im', 'codecov.io'];

/** A picture that stands for a word: emoticons, the badges of a README, the icon of an attachment's type. */
export function isInlineImage(address: string): boolean {
  const { host, folders, name, extension } = partsOf(address);
  if (folders.some((folder) => EMOTICON_WORD.test(folder)) || /^(?:emoji|emoticon|smiley)s?[-_]/.test(name))
    return true;
  if (isOnHost(host, BADGE_HOSTS) || (name === 'badge' && extension === 'svg')) return true;
  return (
    folders.includes('filetypeimages') ||
    /^(?:icon|ico|file)[-_](?:docx?|pdf|xlsx?|pptx?|rar|zip|txt|jpg|mp[34])$/.test(name)
  );
}

const TRACKER_HOSTS = [
  'hm.baidu.com',
  'google-analytics.com',
  'googletagmanager.com',
  'doubleclick.net',
  'scorecardresearch.com',
  'quantserve.com',
  'pixel.wp.com',
  'stats.wordpress.com',
  'feedsportal.com',
  'cnzz.com',
  '51.la',
  'statcounter.com',
  'ga-beacon.appspot.com',
  'ga-beacon.vercel.app',
  'counter.theconversation.com',
  'visitorbadge.io',
  'hits.seeyoufarm.com',
  'busuanzi.ibruce.info',
];
const TRACKER_WORDS = new Set(['1x1', 'pixel', 'tracking', 'tracker', 'track', 'beacon', 'impression', 'tr']);

/** A picture nobody is meant to see: counting pixels, and addresses whose value was lost (`/p/undefined`). */
export function isTrackerImage(address: string): boolean {
  const { host, folders, name, extension } = partsOf(address);
  if (isOnHost(host, TRACKER_HOSTS) || /^(?:pixel|beacon|tracking|analytics)\./.test(host)) return true;
  if (/^(?:undefined|null|nan)$/.test(name)) return true;
  if (isOnHost(host, ['feedburner.com'])) return folders[0]?.startsWith('~') ?? false;
  if (isOnHost(host, ['medium.com'])) return folders[0] === '_' && name === 'stat';
  // Photographs are no GIFs: a `1x1.jpg` may be a square crop, and `track.png` a racing track.
  return /^(?:gif|php|aspx|)$/.test(extension) || name === '1x1' ? isNamed(name, TRACKER_WORDS) : name === 'pixel';
}
