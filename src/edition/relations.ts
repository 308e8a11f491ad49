import { findStories } from './near-copies.ts';
import { findRelated } from './related.ts';
import { traitTable } from './story-traits.ts';

/** What is compared of an article; see `storyTraits` for `traits`. */
export interface RelatedArticle {
  readonly title: string;
  /** Index of its innermost category. */
  readonly category: number;
  /** Index of its source, or -1. */
  readonly source: number;
  readonly traits: string;
}

/** What articles have to do with each other; positions are counted oldest first. */
export interface Relations {
  /** For every article the first that told its story in nearly the same words; itself where it repeats none. */
  readonly stories: Int32Array;
  /** The articles of each story that is told more than once, oldest first, by its first. */
  readonly copies: ReadonlyMap<number, readonly number[]>;
  /** For every article the related ones, the nearest first; none of them is a copy of it. */
  readonly related: readonly (readonly number[])[];
}

function copiesOf(stories: Int32Array): ReadonlyMap<number, readonly number[]> {
  const copies = new Map<number, number[]>();
  for (const [position, first] of stories.entries()) {
    if (first === position) continue;
    const told = copies.get(first) ?? [first];
    copies.set(first, told);
    told.push(position);
  }
  return copies;
}

/** @param articles oldest first */
export function relate(articles: readonly RelatedArticle[]): Relations {
  const traits = traitTable(articles.map((article) => article.traits));
  const stories = findStories(traits, articles);
  const related = findRelated({ traits, stories, categories: articles.map(({ category }) => category) });
  return { stories, copies: copiesOf(stories), related };
}
