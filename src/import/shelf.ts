import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { contentSum } from '../build/file-stamp.ts';
import { fileEnding, fileName } from './file-names.ts';
import type { ImportState, KnownFeed, KnownStory } from './import-state.ts';
import type { Story } from './story.ts';
import type { StoryKeys } from './story-keys.ts';
import { readIfThere, writeWhole } from './write-whole.ts';

/**
 * What became of a story: `elsewhere`, another feed has brought it; `removed`, somebody deleted its file; `edited`, somebody
 * changed its file, and the feed has another version by now.
 */
export type Outcome = 'new' | 'updated' | 'unchanged' | 'elsewhere' | 'removed' | 'edited';

/** Where a story's file is, or will be, and whether it may be written. */
export interface Place {
  /** Path below the articles folder. */
  readonly file: string;
  /** What is known already: then nothing is to be written. */
  readonly settled: Extract<Outcome, 'elsewhere' | 'removed'> | null;
  /** Somebody changed the file. */
  readonly isEdited: boolean;
}

export interface ShelvedStory {
  readonly story: Story;
  readonly keys: StoryKeys;
  readonly place: Place;
}

/** The articles folder as the importer sees it: which story is in which file. */
export interface Shelf {
  /** Finds the places of a feed's stories; those that are there twice get one. */
  readonly place: (stories: readonly (readonly [Story, StoryKeys])[], feed: KnownFeed) => readonly ShelvedStory[];
  /** Writes a story's file where it has changed and may be. */
  readonly put: (shelved: ShelvedStory, text: string, feed: KnownFeed) => Outcome;
}

/**
 * @param folder the articles folder
 * @param force bring back what was deleted, overwrite what was edited
 */
export function openShelf(folder: string, state: ImportState, force: boolean): Shelf {
  /** Files that have had their story in this run. */
  const met = new Set<string>();
  const listings = new Map<string, readonly string[]>();

  function listing(name: string): readonly string[] {
    const known = listings.get(name) ?? namesIn(join(folder, name));
    listings.set(name, known);
    return known;
  }

  /** A file of an earlier import that nobody remembers, told by the end of its name. */
  function forgotten(feed: KnownFeed, key: string): string | undefined {
    const ending = fileEnding(key);
    const found = listing(feed.folder).find((name) => name === ending || name.endsWith(`-${ending}`));
    return found === undefined ? undefined : `${feed.folder}/${found}`;
  }

  function sumOf(file: string): string | null {
    const bytes = readIfThere(join(folder, file));
    return bytes === null ? null : contentSum(bytes);
  }

  function placeOf(story: Story, keys: StoryKeys, feed: KnownFeed, known: KnownStory | undefined): Place {
    const key = keys.names[0] ?? '';
    if (known === undefined) {
      const old = forgotten(feed, key);
      const file = old ?? `${feed.folder}/${fileName(story, key)}`;
      met.add(file);
      return { file, settled: null, isEdited: old !== undefined && !force };
    }
    const isElsewhere = known.feed !== feed.id || met.has(known.file);
    state.keepStory({ ...known, keys: joinKeys(known.keys, keys, isElsewhere) });
    met.add(known.file);
    if (isElsewhere) return { file: known.file, settled: 'elsewhere', isEdited: false };
    const sum = sumOf(known.file);
    if (sum === null && !force) return { file: known.file, settled: 'removed', isEdited: false };
    return { file: known.file, settled: null, isEdited: sum !== null && sum !== known.sum && !force };
  }

  return {
    place(stories, feed) {
      const single = withoutRepeats(stories);
      const named = single.map(([, keys]) => byName(keys));
      const taken = new Set(named.flatMap((known) => known?.file ?? []));
      return single.map(([story, keys], at) => {
        const known = named[at] ?? byContent(keys, taken);
        return { story, keys, place: placeOf(story, keys, feed, known) };
      });
    },
    put({ keys, place }, text, feed) {
      const { file, settled, isEdited } = place;
      if (settled !== null) return settled;
      const bytes = Buffer.from(text);
      const sum = contentSum(bytes);
      const known = state.storyAt(file);
      const present = sumOf(file);
      const record = { file, feed: feed.id, keys: known?.keys ?? allKeys(keys) };
      if (present === sum) {
        state.keepStory({ ...record, sum });
        return 'unchanged';
      }
      if (isEdited) {
        state.keepStory({ ...record, sum: known?.sum ?? '' });
        return known?.sum === sum ? 'unchanged' : 'edited';
      }
      writeWhole(join(folder, file), bytes);
      state.keepStory({ ...record, sum });
      return present === null ? 'new' : 'updated';
    },
  };

  function byName({ names }: StoryKeys): KnownStory | undefined {
    for (const name of names) {
      const known = state.story(name);
      if (known !== undefined) return known;
    }
    return undefined;
  }

  /** A site that gave all its stories new names and addresses; or the story of another feed, word for word. */
  function byContent({ content }: StoryKeys, taken: ReadonlySet<string>): KnownStory | undefined {
    const known = content === null ? undefined : state.story(content);
    return known === undefined || taken.has(known.file) ? undefined : known;
  }
}

/** None where there is no such folder. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Names a story has had; nobody changes them often. */
const MOST_NAMES = 12;

/** New names beside the old ones, the last text instead of the one before; another feed's version is not the text. */
function joinKeys(known: readonly string[], keys: StoryKeys, isElsewhere: boolean): readonly string[] {
  const isContent = (key: string): boolean => key.startsWith('c:');
  const names = [...new Set([...known.filter((key) => !isContent(key)), ...keys.names])].slice(-MOST_NAMES);
  const content = isElsewhere ? known.filter(isContent) : keys.content === null ? [] : [keys.content];
  return [...names, ...content];
}

const allKeys = ({ names, content }: StoryKeys): readonly string[] => [
  ...names,
  ...(content === null ? [] : [content]),
];

/** Of stories with a name in common the newest. */
function withoutRepeats(stories: readonly (readonly [Story, StoryKeys])[]): readonly (readonly [Story, StoryKeys])[] {
  const places = new Map<string, number>();
  const single: (readonly [Story, StoryKeys])[] = [];
  for (const pair of stories) {
    const [story, { names }] = pair;
    const place = names.map((name) => places.get(name)).find((found) => found !== undefined) ?? single.length;
    for (const name of names) places.set(name, place);
    const other = single[place]?.[0];
    if (other === undefined || newness(story) > newness(other)) single[place] = pair;
  }
  return single;
}

const newness = ({ date, updated }: Story): number => updated ?? date ?? Number.NEGATIVE_INFINITY;
