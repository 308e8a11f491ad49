import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { disableTypes, imageSize } from 'image-size';
import type { LocalReference } from '../article/body.ts';

/** A picture beside the articles, as the site will serve it. */
export interface Picture {
  readonly reference: LocalReference;
  /** Where it lies now. */
  readonly path: string;
  readonly bytes: number;
}

/** Why a file is not served as a picture. */
export interface NoPicture {
  readonly reason: string;
  readonly hint: string;
}

const MAX_BYTES = 64 * 1024 * 1024;

/** Types browsers show, by what image-size calls them. */
const EXTENSIONS = new Map([
  ['jpg', 'jpg'],
  ['png', 'png'],
  ['gif', 'gif'],
  ['webp', 'webp'],
  ['avif', 'avif'],
]);

// An SVG opened by its own address is a document that may hold scripts, so it is never published.
disableTypes(['svg', 'jxl', 'jxl-stream', 'tiff', 'psd', 'icns', 'ktx', 'dds', 'j2c', 'jp2', 'pnm', 'tga', 'cur']);

/** True for a name that promises a picture this site can serve, or could if it were converted. */
export function isPictureName(name: string): boolean {
  return /\.(?:png|jpe?g|jfif|gif|webp|avif|svg|bmp|ico|tiff?|heic|jxl)$/i.test(name);
}

/**
 * Reads a picture's type and size from its bytes (a name may lie) and names it by its content.
 * Never throws: what can't be read is described.
 */
export function readPicture(path: string): Picture | NoPicture {
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES) return { reason: 'is a picture over 64 MB', hint: 'make it smaller' };
    const bytes = readFileSync(path);
    const found = measurePicture(bytes);
    if (found === null)
      return { reason: 'is no picture a browser shows', hint: 'save it as PNG, JPEG, WebP, GIF or AVIF' };
    const href = `/media/${stemOf(path)}-${contentHash(bytes)}.${found.extension}`;
    return { reference: { href, width: found.width, height: found.height }, path, bytes: size };
  } catch (error) {
    return {
      reason: `cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      hint: 'check its permissions',
    };
  }
}

/** Ten characters that change with the content; lower case, for file systems that fold it. */
export function contentHash(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 10);
}

/** What kind of picture bytes are, whatever they are called, and its size in pixels; null for none that browsers show. */
export function measurePicture(bytes: Uint8Array): { extension: string; width: number; height: number } | null {
  try {
    const { type, width, height, orientation } = imageSize(bytes);
    const extension = EXTENSIONS.get(type ?? '');
    if (extension === undefined || !(width > 0) || !(height > 0)) return null;
    // Photographs lying on their side are turned by the browser before it lays them out.
    return (orientation ?? 1) >= 5 ? { extension, width: height, height: width } : { extension, width, height };
  } catch {
    return null;
  }
}

function stemOf(path: string): string {
  const stem = basename(path)
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return stem.slice(0, 40).replace(/^-|-$/g, '') || 'picture';
}
