import { findStories } from './near-copies.ts';
import { findRelated, type RelatedSigns } from './related.ts';
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

type RelatedPositions = readonly (readonly number[])[];

/** What articles have to do with each other; positions are counted oldest first. */
export interface Relations {
  /** For every article the first that told its story in nearly the same words; itself where it repeats none. */
  readonly stories: Int32Array;
  /** The articles of each story that is told more than once, oldest first, by its first. */
  readonly copies: ReadonlyMap<number, readonly number[]>;
  /**
   * For every article the related ones, the nearest first; none of them is a copy of it. Worked out when they are first asked
   * for: it takes longer than all else, and a list in development doesn't need them.
   */
  readonly related: () => RelatedPositions;
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
  let signs: RelatedSigns | null = { traits, stories, categories: articles.map(({ category }) => category) };
  let related: RelatedPositions = [];
  return {
    stories,
    copies: copiesOf(stories),
    related() {
      if (signs !== null) related = findRelated(signs);
      signs = null;
      return related;
    },
  };
}
