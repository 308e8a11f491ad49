import type { StoryLink } from '../edition/row.ts';
import type { Edition } from './read-edition.ts';

/** The article at `position` as a link; none where there is no such article. */
export function storyLink({ articles, sources }: Edition, position: number): readonly StoryLink[] {
  const article = articles[position];
  if (article === undefined) return [];
  const { id, title, date, source } = article;
  return [{ id, title, source: sources[source]?.name ?? null, date }];
}
