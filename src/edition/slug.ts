import { isSafeSlug } from '../article/article-id.ts';
import { hashWord } from '../article/hash-text.ts';
import { fold } from './fold.ts';

const MAX_LENGTH = 40;
const HASH_LENGTH = 6;

/**
 * Slugs of names that live side by side, at the same indexes: safe, distinct, none of them in `taken`. A name's slug
 * depends on the name alone, unless another gives the same one: then each of them carries a hash of its own.
 * Names must differ by more than `nameKey` evens out.
 */
export type Slugger = (names: readonly string[], taken?: ReadonlySet<string>) => string[];

/**
 * What makes two names one: width, case, script (繁/简), dashes, and blanks evened out. 国内, 國內 and 国內 share a key.
 */
export function nameKey(name: string): string {
  return fold(name.normalize('NFC')).replace(/\s+/gu, ' ').replace(/ ?- ?/g, '-').trim();
}

/** At most 40 characters, cut between words where there is a word's end. */
function shorten(slug: string): string {
  if (slug.length <= MAX_LENGTH) return slug;
  const end = slug.lastIndexOf('-', MAX_LENGTH);
  return slug.slice(0, end > 0 ? end : MAX_LENGTH);
}

function plainSlug(key: string, toPinyin: (text: string) => string): string {
  const words = toPinyin(key)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return shorten(words.join('-'));
}

function withHash(slug: string, key: string): string {
  const hash = hashWord(key, HASH_LENGTH);
  return slug === '' ? hash : `${slug}-${hash}`;
}

function countEach(slugs: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const slug of slugs) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  return counts;
}

/** A slug that no other has: the next hash where a hash itself is taken, which takes thousands of names to happen. */
function firstFree(slug: string, key: string, used: ReadonlySet<string>): string {
  let salted = key;
  let candidate = withHash(slug, salted);
  while (used.has(candidate)) {
    salted += '\0';
    candidate = withHash(slug, salted);
  }
  return candidate;
}

/**
 * Makes slugs of names in any script.
 * @param toPinyin Chinese characters to toneless syllables with blanks between, anything else left as it is. It is passed
 * in, because its dictionary is large and only the build needs it.
 */
export function createSlugger(toPinyin: (text: string) => string): Slugger {
  return (names, taken = new Set()) => {
    const keys = names.map(nameKey);
    const plain = keys.map((key) => plainSlug(key, toPinyin));
    const counts = countEach(plain);
    const isOwn = (slug: string): boolean => isSafeSlug(slug) && counts.get(slug) === 1 && !taken.has(slug);
    const used = new Set([...taken, ...plain.filter(isOwn)]);
    return plain.map((slug, index) => {
      if (isOwn(slug)) return slug;
      const free = firstFree(slug, keys[index] ?? '', used);
      used.add(free);
      return free;
    });
  };
}
