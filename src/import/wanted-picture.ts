import type { Element } from 'hast';
import { gateProperty, gateValue } from '../article/gate-property.ts';
import { toHttps, unwrapImageProxy } from '../article/image-address.ts';
import { candidateAddresses, readPicture } from '../article/picture.ts';
import type { OpeningTag } from './rewrite-tags.ts';

/** A picture of a text that could be in a file, and how it may be had. */
export interface WantedPicture {
  readonly address: string;
  readonly kind: 'web' | 'data' | 'beside';
}

/** Smaller ones stay in the text, where the reader shows them. */
const SMALLEST_DATA = 4000;

/**
 * The picture an `<img>` shows, as the reader will find it; null where it shows none worth keeping.
 * @param isBeside whether a relative address leads to a picture
 */
export function wantedPicture(tag: OpeningTag, isBeside: (address: string) => boolean): WantedPicture | null {
  if (tag.name !== 'img' || tag.isInCode) return null;
  const node = elementOf(tag);
  const candidates = candidateAddresses(node);
  const local = candidates.find((address) => !/^(?:[a-z][\w+.-]*:|\/\/)/i.test(address) && isBeside(address));
  if (local !== undefined) return { address: local, kind: 'beside' };
  const data = tag.attributes.find(({ name }) => name === 'src')?.value.trim() ?? '';
  if (/^data:image\//i.test(data)) return data.length < SMALLEST_DATA ? null : { address: data, kind: 'data' };
  const picture = readPicture(node, { title: '', format: 'html', references: {} });
  if (!('src' in picture) || !picture.src.startsWith('https:')) return null;
  return { address: asWritten(candidates, picture.src), kind: 'web' };
}

/** Pages ask for pictures over https; a host that has no such thing is asked as it was written. */
function asWritten(candidates: readonly string[], shown: string): string {
  const written = candidates.find((address) => toHttps(unwrapImageProxy(address)) === shown);
  return written !== undefined && toHttps(written) === shown && /^https?:/i.test(written) ? written : shown;
}

function elementOf({ attributes }: OpeningTag): Element {
  const properties: Element['properties'] = {};
  for (const { name, value } of attributes) {
    const property = gateProperty(name);
    if (property !== undefined) properties[property] = gateValue(name, value);
  }
  return { type: 'element', tagName: 'img', properties, children: [] };
}
