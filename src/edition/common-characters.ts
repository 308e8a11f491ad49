import { characterOf } from './search-grams.ts';
import type { Postings } from './search-shard.ts';

/** So many, the commonest first: enough to tell a rare gram from one that stands everywhere. */
const MOST = 400;

export interface CharacterCount {
  /** Takes the grams of a shard; only single characters count. */
  readonly add: (terms: readonly Postings[]) => void;
  readonly common: () => string;
}

/** Which characters stand in most articles. */
export function countCharacters(): CharacterCount {
  const counts: (readonly [string, number])[] = [];
  return {
    add(terms) {
      for (const { key, positions } of terms) {
        const character = characterOf(key);
        // Half a character is no text that could be written down.
        if (character !== null && !/\p{Cs}/u.test(character)) counts.push([character, positions.length]);
      }
    },
    common() {
      const sorted = counts.toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
      return sorted
        .slice(0, MOST)
        .map(([character]) => character)
        .join('');
    },
  };
}
