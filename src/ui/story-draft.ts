import type { Root } from 'hast';
import type { ReactNode } from 'react';
import { articleElements } from './article-elements.tsx';
import { withGalleries } from './galleries.ts';
import { storyOpening } from './story-opening.ts';

/** What is drawn first of a story. */
export interface StoryDraft {
  /** All of it, as it is drawn. */
  readonly tree: Root;
  readonly opening: Root;
  readonly first: ReactNode;
}

interface SizedDraft extends StoryDraft {
  readonly width: number;
  readonly height: number;
}

const drafts = new WeakMap<Root, SizedDraft>();

/** All of a story at once: as it was made ready, where it is short. */
export function wholeDraft(story: Root): StoryDraft {
  const known = drafts.get(story);
  if (known && known.opening === known.tree) return known;
  const tree = withGalleries(story);
  return { tree, opening: tree, first: articleElements(tree) };
}

/** As much of a story as fills the window; made when someone points at it, for the moment they click. */
export function openingDraft(story: Root): StoryDraft {
  const { innerWidth: width, innerHeight: height } = window;
  const known = drafts.get(story);
  if (known?.width === width && known.height === height) return known;
  const tree = known?.tree ?? withGalleries(story);
  const opening = storyOpening(tree, width, height);
  const draft = { tree, opening, first: articleElements(opening), width, height };
  drafts.set(story, draft);
  return draft;
}
