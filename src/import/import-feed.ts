import { join } from 'node:path';
import { startProgress } from '../build/progress.ts';
import { articleText } from './article-text.ts';
import type { KnownFeed } from './import-state.ts';
import type { PictureStore, ReadBeside } from './picture-store.ts';
import type { ReadStories } from './read-stories.ts';
import type { ImportProblem } from './report-line.ts';
import type { Outcome, Shelf } from './shelf.ts';
import { storyKeys } from './story-keys.ts';

/** The stories of one feed and what they are filed with. */
export interface FeedToImport {
  /** How its source is called in messages. */
  readonly name: string;
  readonly read: ReadStories;
  readonly feed: KnownFeed;
  /** Levels above the feed's own. */
  readonly categories: readonly string[];
  readonly beside: ReadBeside;
}

export interface Filing {
  /** The articles folder. */
  readonly folder: string;
  readonly shelf: Shelf;
  readonly pictures: PictureStore;
  /** Whether pictures of other hosts are fetched. */
  readonly download: boolean;
  readonly say: (problem: ImportProblem) => void;
  readonly count: (outcome: Outcome) => void;
}

/**
 * Writes the stories of a feed, each in its file.
 * @returns whether all went well, so that the same answer of the feed need not be read again.
 */
export async function importFeed(
  { name, read, feed, categories, beside }: FeedToImport,
  { folder, shelf, pictures, download, say, count }: Filing,
): Promise<boolean> {
  const keys = storyKeys(read.stories, feed.id, read.home);
  const shelved = shelf.place(
    read.stories.map((story, at) => [story, keys[at]!] as const),
    feed,
  );
  const path = [...categories, ...(read.title === '' || read.title === categories.at(-1) ? [] : [read.title])];
  const progress = startProgress(read.title || name, shelved.length);
  let isWhole = true;
  for (const [at, one] of shelved.entries()) {
    const { story, place } = one;
    const where = join(folder, place.file);
    const mayAsk = download && place.settled === null && !place.isEdited;
    const illustrated = await pictures.illustrate({ story, file: place.file, mayAsk, beside });
    if (illustrated.trouble !== null) {
      isWhole = false;
      say({ where, level: 'warning', reason: illustrated.trouble, hint: 'it is shown from where it is' });
    }
    const text = articleText({ ...illustrated.story, categories: path });
    const outcome = shelf.put(one, text, feed);
    count(outcome);
    if (outcome === 'edited') say({ where, level: 'warning', ...EDITED });
    progress.step(at + 1);
  }
  progress.end();
  return isWhole;
}

const EDITED = {
  reason: 'was changed by hand, and the feed has another version of it',
  hint: 'it is kept; --force takes the feed’s',
};
