import type { Element } from 'hast';
import { site } from '../site.ts';
import { attribute, element, text } from './hast-node.ts';
import { toHttps, unwrapImageProxy } from './image-address.ts';
import { sizeFromAddress } from './picture-size.ts';

/** A player or page that an article embeds. */
interface Embed {
  /** https address of the player, or of the video file. */
  readonly src: string;
  readonly title: string;
  readonly poster: string | null;
}

function parse(address: string): URL | null {
  const https = toHttps(address.trim());
  return URL.canParse(https) ? new URL(https) : null;
}

/** An address on the web that may be asked, over https and without a user in it; null for any other. */
function webAddress(address: string): string | null {
  const url = parse(address);
  return url?.protocol === 'https:' && url.hostname.includes('.') && !url.username && !url.password ? url.href : null;
}

const isPlayerHost = (host: string): boolean =>
  site.embedHosts.some((known) => host === known || host.endsWith(`.${known}`));

/** The page a person would open for a player's address: works without script, and in other applications. */
export function watchAddress(url: URL): string {
  const last = url.pathname.split('/').filter(Boolean).at(-1) ?? '';
  const id = /^[\w=-]{4,40}$/.test(last) ? last : '';
  if (/(?:^|\.)youtube(?:-nocookie)?\.com$/.test(url.hostname) && url.pathname.startsWith('/embed/') && id)
    return `https://www.youtube.com/watch?v=${id}`;
  if (/(?:^|\.)bilibili\.com$/.test(url.hostname)) {
    const bvid = url.searchParams.get('bvid');
    const aid = url.searchParams.get('aid');
    if (bvid && /^BV\w+$/.test(bvid)) return `https://www.bilibili.com/video/${bvid}`;
    if (aid && /^\d+$/.test(aid)) return `https://www.bilibili.com/video/av${aid}`;
  }
  if (url.hostname === 'player.youku.com' && id) return `https://v.youku.com/v_show/id_${id}.html`;
  if (url.hostname === 'player.vimeo.com' && id) return `https://vimeo.com/${id}`;
  const vid = url.searchParams.get('vid');
  if (url.hostname === 'v.qq.com' && vid && /^\w+$/.test(vid)) return `https://v.qq.com/x/page/${vid}.html`;
  return url.href;
}

function shellInfo(node: Element): Embed | null {
  const written = attribute(node, 'dataZkinfo');
  if (!written || written.length > 8000) return null;
  const addresses = addressesIn(written).flatMap((address) => webAddress(address) ?? []);
  const src = addresses.find((address) => /\.(?:mp4|m3u8|webm|mov|flv)(?:[?#]|$)/i.test(address));
  const poster = addresses.find((address) => /\.(?:jpe?g|png|webp|gif)(?:[?#]|$)/i.test(address));
  return src ? { src, title: '', poster: poster ?? null } : null;
}

function addressesIn(written: string): string[] {
  let decoded = written;
  try {
    decoded = decodeURIComponent(written);
  } catch {
    // Not percent-encoded: read as it stands.
  }
  // JSON may write its slashes as `\/`.
  return decoded.replaceAll('\\/', '/').match(/(?:https?:)?\/\/[^\s"'\\<>]{4,2000}/g) ?? [];
}

/** What a media element or a video shell embeds; null where it names no address. */
export function readEmbed(node: Element): Embed | null {
  if (node.properties.dataZkinfo) return shellInfo(node);
  const source = node.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'source',
  );
  const written = [node, ...(source ? [source] : [])]
    .flatMap((from) => [attribute(from, 'dataSrc'), attribute(from, 'src')])
    .find((address) => parse(address));
  const src = webAddress(written ?? '');
  if (src === null) return null;
  return {
    src,
    title: attribute(node, 'title') || attribute(node, 'dataTitle'),
    poster: webAddress(unwrapImageProxy(attribute(node, 'poster'))),
  };
}

/**
 * The block that stands for an embed: a card to click for players of known hosts, the poster as a picture that leads to
 * the video, else a plain link. Nothing is loaded before the click.
 */
export function embedBlock({ src, title, poster }: Embed): Element {
  const url = new URL(src);
  const label = title ? `${title} · ${url.hostname}` : url.hostname;
  const link = element('a', { href: watchAddress(url) }, [text(`▶ ${label}`)]);
  if (isPlayerHost(url.hostname)) {
    const more = { ...(title && { dataTitle: title }), ...(poster && { dataPoster: poster }) };
    return element('div', { dataKind: 'embed', dataSrc: src, ...more }, [link]);
  }
  if (!poster) return element('p', {}, [link]);
  return element('figure', { dataKind: 'video' }, [
    element('a', { href: src }, [element('img', { src: poster, alt: label, ...sizeFromAddress(poster) }, [])]),
  ]);
}
