import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import type { Body, LocalReference } from '../article/body.ts';
import { type Size, sizeFromAddress } from '../article/picture-size.ts';
import type { Cover } from '../edition/row.ts';

type References = Readonly<Record<string, LocalReference>>;

/** Kinds of removed pictures that are no cover either. */
const NO_COVER: ReadonlySet<string> = new Set(['avatar', 'qr-code', 'tracker', 'advert', 'app-promotion']);

/**
 * The cover as lists and pages show it, with its size where that is known without loading it.
 * Null where there is none, or where the body's cleaning found the same picture to be no picture of the story.
 * @param cover as the front matter's reader gives it: `https:` or relative to the file
 */
export function findCover(cover: string | null, body: Body, references: References): Cover | null {
  if (cover === null) return null;
  if (!/^(?:https?:|data:)/i.test(cover)) {
    const local = references[cover];
    return local?.href.startsWith('/media/') ? coverOf(local.href, local) : null;
  }
  const key = pictureKey(cover);
  if (body.removed.some(({ kind, text }) => NO_COVER.has(kind) && pictureKey(text) === key)) return null;
  return coverOf(cover, sizeFromAddress(cover) ?? sizeInBody(body, key));
}

function coverOf(src: string, size: Partial<LocalReference> | null): Cover {
  if (size?.width === undefined || size.height === undefined) return { src };
  return { src, width: size.width, height: size.height };
}

/** The same picture may be asked for with or without TLS. */
function pictureKey(address: string): string {
  return address.trim().replace(/^(?:https?:)?\/\//i, '');
}

/** The size of the same picture in the text, where the text says it. */
function sizeInBody(body: Body, key: string): Size | null {
  let size: Size | null = null;
  visit(body.tree, 'element', (node: Element) => {
    if (size !== null || node.tagName !== 'img' || pictureKey(String(node.properties.src ?? '')) !== key) return;
    const [width, height] = [Number(node.properties.width), Number(node.properties.height)];
    if (width > 0 && height > 0) size = { width, height };
  });
  return size;
}
