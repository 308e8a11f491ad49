import type { Element } from 'hast';
import type { BodyContext, Removed } from './body.ts';
import { attribute, classNames } from './hast-node.ts';
import {
  isAvatarImage,
  isInlineImage,
  isPlaceholderImage,
  isQrImage,
  isTrackerImage,
  toHttps,
  unwrapImageProxy,
} from './image-address.ts';
import { isPlainlyWritten } from './link-target.ts';
import { type Size, sizeFromAddress, sizeFromAttributes } from './picture-size.ts';
import { remember } from './remember.ts';

/** What an `<img>` turns out to be. */
export type Picture =
  | { readonly kind: 'figure' | 'icon'; readonly src: string; readonly alt: string; readonly size: Size | null }
  | { readonly kind: 'formula'; readonly src: string; readonly alt: string; readonly size: Size | null }
  /** A picture beside the article that is not there: its place and caption stay. */
  | { readonly kind: 'missing'; readonly alt: string }
  | { readonly kind: 'removed'; readonly why: Removed['kind']; readonly address: string }
  | { readonly kind: 'nothing' };

/** Attributes that hold the real address of a lazy picture, the most telling first. */
const lazyAttributes = [
  ...[
    'dataOriginal',
    'dataOriginalSrc',
    'dataActualsrc',
    'dataSrc',
    'dataLazySrc',
    'dataLazyload',
    'dataLazy',
    'dataRawSrc',
    'dataEcho',
  ],
  ...[
    '_src',
    'org_src',
    'real_src',
    'lazysrc',
    'lay-src',
    'ess-data',
    'original',
    'zoomfile',
    'file',
    'dataGifUrl',
    'dataCroporisrc',
    'dataBacksrc',
    'dataImgurl',
    'dataUrl',
    'dataLarge',
    'dataLater',
  ],
];

const lazyPlaces = new Map(lazyAttributes.map((name, place) => [name, place]));
const placeOf = (name: string): number => lazyPlaces.get(name) ?? 0;

/** A `data:` picture may be shown while it is small; larger ones are no news photograph but a payload. */
const LARGEST_DATA_ADDRESS = 100_000;
const rasterData = /^data:image\/(?:png|jpe?g|gif|webp|avif)[;,]/i;

function largestOf(srcset: string): string {
  if (srcset === '') return '';
  let best = '';
  let bestSize = -1;
  for (const candidate of srcset.slice(0, 20_000).split(/,\s+|,(?=https?:|\/\/)/)) {
    const [address = '', descriptor = ''] = candidate.trim().split(/\s+/);
    const size = Number.parseFloat(descriptor) || 0;
    if (address && size > bestSize) {
      best = address;
      bestSize = size;
    }
  }
  return best;
}

/** Every address an `<img>` might mean, in the order of trust. */
export function candidateAddresses(node: Element): readonly string[] {
  // A picture has a handful of attributes, and there are dozens that one might have.
  const names = Object.keys(node.properties).filter((name) => lazyPlaces.has(name));
  const lazy = names.sort((one, other) => placeOf(one) - placeOf(other)).map((name) => attribute(node, name));
  const sets = ['dataSrcset', 'dataLazySrcset', 'srcSet'].map((name) => largestOf(attribute(node, name)));
  const last = attribute(node, 'dataElse');
  return [...lazy, ...sets.slice(0, 2), attribute(node, 'src'), ...sets.slice(2), last].filter(Boolean);
}

/** The address over https and out of its proxy; null where it is no address of a picture on the web. */
const absolute = remember((written: string): string | null => {
  const address = toHttps(unwrapImageProxy(written));
  if (rasterData.test(address)) return address.length <= LARGEST_DATA_ADDRESS ? address : null;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' || !url.hostname.includes('.') || url.username || url.password) return null;
  const plain = address.replace(/[\t\n\r]/g, '');
  return isPlainlyWritten(plain) ? plain.replace(/\s/g, '%20') : url.href;
});

function realAddress(node: Element): {
  address: string | null;
  refused: { why: Removed['kind']; address: string } | null;
} {
  let refused: { why: Removed['kind']; address: string } | null = null;
  const candidates = candidateAddresses(node);
  for (const written of candidates) {
    const address = absolute(written);
    // The lazy address can't be resolved, and a drawing holds its place.
    if (address && /\.svg(?:[?#]|$)/i.test(address) && candidates[0] !== written) continue;
    if (!address || (isPlaceholderImage(address) && !isInlineImage(address))) continue;
    const why = isTrackerImage(address) ? 'tracker' : isQrImage(address) ? 'qr-code' : null;
    if (!why) return { address, refused: null };
    refused ??= { why, address };
  }
  return { address: null, refused };
}

const texOf = (address: string): string | null => {
  if (!/[/.](?:equation|latex|tex|math|codecogs)\b/i.test(address) && !/equation\?tex=/.test(address)) return null;
  const url = URL.canParse(address) ? new URL(address) : null;
  return (
    url?.searchParams.get('tex') ??
    url?.searchParams.get('chl') ??
    (/codecogs\.com/.test(address) ? decodeOr(url?.search.slice(1) ?? '') : null)
  );
};

function decodeOr(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Words that say no more than that there is a picture; file names too. */
const emptyAlt =
  /^(?:image|img|picture|photo|图片|圖片|插图|配图|undefined|null|在这里插入图片描述|image\.?(?:png|jpe?g|gif|webp)?|[\w.~%()-]+\.(?:png|jpe?g|gif|webp|bmp|image))$/i;

/** Whether a picture's text is only what every picture's is, or its file's name. */
export const saysNothing = (words: string): boolean => emptyAlt.test(words);

const altOf = (node: Element): string => {
  const alt = attribute(node, 'alt').replace(/\s+/g, ' ');
  return emptyAlt.test(alt) || /^[\da-f-]{16,}$/i.test(alt) ? '' : alt.slice(0, 500);
};

/** Zhihu's, Wikipedia's, WordPress's. */
const formulaClass = /^(?:ztext-math|mwe-math\S*|tex|latex|mathcode|math-?img)$/;

const isTiny = (size: Size | null): boolean => size !== null && (size.width <= 1 || size.height <= 1);
const isIconSized = (size: Size | null): boolean => size !== null && size.width <= 40 && size.height <= 40;
const iconClass = /^(?:emoji|emoticon|smil(?:ey|ie)|face|expression|wp-smiley|icon|twemoji|bili-emote|url-icon)/i;

/** What a picture stands for in its line, where it can't be shown: `[笑]`, 😀; '' for every other picture. */
export function emoticonName(node: Element): string {
  const alt = attribute(node, 'alt');
  return emoticonAlt.test(alt) || (alt.length <= 12 && /^\p{Extended_Pictographic}/u.test(alt)) ? alt : '';
}

/** `[笑]` and `:smile:` are what an emoticon is called in the text. */
const emoticonAlt = /^(?:\[[^[\]]{1,12}\]|:[a-z_+-]{2,20}:)$/;
const isEmSized = (node: Element): boolean => {
  const size = /(?:^|[;\s])(?:width|height)\s*:\s*([\d.]{1,5})em/i.exec(attribute(node, 'dataStyle'))?.[1];
  return size !== undefined && Number(size) <= 2;
};

/** It stands for a word of the line it is in. */
const isInText = (node: Element, address: string, size: Size | null): boolean =>
  isIconSized(size) ||
  classNames(node).some((name) => iconClass.test(name)) ||
  emoticonAlt.test(attribute(node, 'alt')) ||
  isEmSized(node) ||
  isInlineImage(address);

function isTinyByAttribute(node: Element): boolean {
  return (
    [attribute(node, 'width'), attribute(node, 'height')].some((value) => /^[01](?:px)?$/.test(value)) ||
    /(?:^|[;\s])(?:width|height)\s*:\s*[01]px/i.test(attribute(node, 'dataStyle'))
  );
}

/** Tells what an `<img>` is: a figure, an icon in the text, a formula, or something that is no picture of the article's. */
export function readPicture(node: Element, context: BodyContext): Picture {
  const local = candidateAddresses(node).find((written) => Object.hasOwn(context.references, written));
  const alt = altOf(node);
  if (local !== undefined) {
    const found = context.references[local];
    if (found)
      return {
        kind: 'figure',
        src: found.href,
        alt,
        size: found.width && found.height ? { width: found.width, height: found.height } : null,
      };
  }
  if (isTinyByAttribute(node)) return { kind: 'removed', why: 'tracker', address: attribute(node, 'src') };
  const { address, refused } = realAddress(node);
  if (!address) return refused ? { kind: 'removed', ...refused } : withoutAddress(node, alt);
  const names = classNames(node);
  if (names.some((name) => /^avatar|[-_]avatar$|^user-?(?:face|head|pic)/i.test(name)) || isAvatarImage(address)) {
    return { kind: 'removed', why: 'avatar', address };
  }
  if (names.some((name) => /qr-?code|erweima/i.test(name)) || /^.{0,12}(?:二维码|二維碼)$/.test(alt))
    return { kind: 'removed', why: 'qr-code', address };
  const size = sizeFromAttributes(node) ?? sizeFromAddress(address);
  const tex = attribute(node, 'dataFormula') || attribute(node, 'dataTex') || texOf(address);
  if (tex || names.some((name) => formulaClass.test(name)))
    return { kind: 'formula', src: address, alt: tex || alt, size };
  if (isTiny(size)) return { kind: 'removed', why: 'tracker', address };
  return {
    kind: isInText(node, address, size) ? 'icon' : 'figure',
    src: address,
    alt,
    size,
  };
}

/** Relative addresses that no file answers to keep their place; a lazy picture that lost its address is nothing. */
function withoutAddress(node: Element, alt: string): Picture {
  const written = candidateAddresses(node).filter(
    (address) =>
      !/^[a-z][a-z0-9+.-]*:/i.test(address) &&
      !isPlaceholderImage(address) &&
      !isTrackerImage(address) &&
      !isInlineImage(address),
  );
  return written.some((address) =>
    /\.(?:png|jpe?g|gif|webp|avif|bmp|svg)(?:[?#]|$)|\/(?:img|images?|pics?|photos?|uploads?)\//i.test(address),
  )
    ? { kind: 'missing', alt }
    : { kind: 'nothing' };
}
