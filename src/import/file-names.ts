import { hashWord } from '../article/hash-text.ts';
import { nameSlugs } from '../build/name-slugs.ts';
import { plainWords } from './plain-words.ts';
import type { Story } from './story.ts';

/** Words that are enough to know a file by. */
const ENOUGH = 60;
const HASH_LENGTH = 8;

/** What the names of a story's file end with, whatever its title becomes: made of its first key. */
export function fileEnding(key: string): string {
  return `${hashWord(key, HASH_LENGTH)}.html`;
}

/**
 * `2026-11-21-high-tide-k3x9ab2c.html`: lower-case ASCII that any system takes.
 * @param key what the story is known by
 */
export function fileName(story: Story, key: string): string {
  const day = story.date === null ? [] : [new Date(story.date).toISOString().slice(0, 10)];
  const words = story.title || plainWords({ kind: 'html', value: story.html }, ENOUGH);
  const slug = words === '' ? [] : nameSlugs([words.slice(0, ENOUGH)]);
  return [...day, ...slug, fileEnding(key)].join('-');
}

/** A feed's folder, none of `taken`. */
export function folderName(title: string, taken: ReadonlySet<string>): string {
  return nameSlugs([title.slice(0, ENOUGH)], taken)[0] ?? 'feed';
}
