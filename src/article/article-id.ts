import { hashWord } from './hash-text.ts';

/** 36^10 is just below 2^53, so ten characters carry nearly the whole hash. */
const ID_LENGTH = 10;

/** Names that are files, devices or prototype keys somewhere: never a folder of ours. */
const RESERVED = /^(?:index|404|con|prn|aux|nul|com\d|lpt\d|__proto__|constructor|prototype)$/;
const SAFE_SLUG = /^[a-z0-9][a-z0-9_-]{0,79}$/;

/** One spelling for a path, whatever system it was listed on: composed characters, `/` between folders. */
export function canonicalPath(file: string): string {
  return file.normalize('NFC').replaceAll('\\', '/');
}

/**
 * The address of an article that claims none itself: ten base-36 characters of a hash of its path inside the articles
 * folder. Titles repeat and change; the path is what an article is.
 */
export function articleId(file: string): string {
  return hashWord(canonicalPath(file), ID_LENGTH);
}

/** Whether a slug may stand in an address and name a folder on any system: lower-case ASCII, at most 80 characters. */
export function isSafeSlug(slug: string): boolean {
  return SAFE_SLUG.test(slug) && !RESERVED.test(slug);
}
