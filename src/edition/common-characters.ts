import { characterOf } from './search-grams.ts';
import type { Postings } from './search-shard.ts';

/** So many, the commonest first: enough to tell a rare gram from one that stands everywhere. */
const MOST = 400;

/** A character, and in how many articles it stands. */
export type CharacterCount = readonly [character: string, articles: number];

/** The single characters among the grams of a shard. */
export function countCharacters(terms: readonly Postings[]): readonly CharacterCount[] {
  return terms.flatMap(({ key, positions }): readonly CharacterCount[] => {
    const character = characterOf(key);
    // Half a character is no text that could be written down.
    return character === null || /\p{Cs}/u.test(character) ? [] : [[character, positions.length]];
  });
}

/** Those that stand in most articles, of all shards together. */
export function commonCharacters(counts: readonly CharacterCount[]): string {
  const sorted = counts.toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return sorted
    .slice(0, MOST)
    .map(([character]) => character)
    .join('');
}
