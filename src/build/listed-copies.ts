import type { ListedCopies } from '../edition/edition-data.ts';
import type { Edition } from './read-edition.ts';
import { storyLink } from './story-link.ts';

/** Copies that stand in a printed row; the app shows all. */
const MOST_LINKS = 24;

/**
 * Which of a list's newest articles stand in one row because they tell one story, as `foldCopies` will find it once the app
 * knows the whole list.
 * @param newest positions, newest first
 * @param positions of the whole list, oldest first
 */
export function listedCopies(
  edition: Edition,
  newest: readonly number[],
  positions: readonly number[],
): readonly ListedCopies[] {
  const { stories, copies } = edition.relations();
  if (newest.every((position) => !copies.has(stories[position] ?? -1))) return [];
  const listed = new Set(positions);
  const rows = groupRows(newest, stories);
  return [...rows].flatMap(([story, [row = 0, ...folded]]) => {
    const others = (copies.get(story) ?? []).filter((copy) => copy !== newest[row] && listed.has(copy)).toReversed();
    if (others.length === 0) return [];
    const links = others.slice(0, MOST_LINKS).flatMap((copy) => storyLink(edition, copy));
    return [{ row, folded, count: others.length, links }];
  });
}

/** Places among the newest, by story. */
function groupRows(newest: readonly number[], stories: Int32Array): ReadonlyMap<number, readonly number[]> {
  const rows = new Map<number, number[]>();
  for (const [place, position] of newest.entries()) {
    const story = stories[position] ?? position;
    const places = rows.get(story);
    if (places === undefined) rows.set(story, [place]);
    else places.push(place);
  }
  return rows;
}
