import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentSum } from '../build/file-stamp.ts';
import { UserError } from '../build/user-error.ts';
import type { Validators } from './http-client.ts';
import { writeWhole } from './write-whole.ts';

/** A feed that has been imported. */
export interface KnownFeed extends Validators {
  readonly id: string;
  /** Of its address, which may hold a secret; null for one that came as a file. */
  readonly address: string | null;
  /** Below the articles folder. */
  readonly folder: string;
  /** What it was last imported with: with other settings, its old answer is not enough. */
  readonly settings: string;
  /** When its host may be asked again, as ISO 8601; null for at once. */
  readonly notBefore: string | null;
}

/** A story that has been written. */
export interface KnownStory {
  /** Path below the articles folder. */
  readonly file: string;
  /** The feed that brought it first, which alone may change it. */
  readonly feed: string;
  /** Of the file as it was written; empty where nobody knows, as for a file that was there before. */
  readonly sum: string;
  readonly keys: readonly string[];
}

/** What an importer remembers from one time to the next, in `.import.json` beside the articles. */
export interface ImportState {
  readonly feeds: () => Iterable<KnownFeed>;
  readonly keepFeed: (feed: KnownFeed) => void;
  readonly story: (key: string) => KnownStory | undefined;
  readonly storyAt: (file: string) => KnownStory | undefined;
  readonly keepStory: (story: KnownStory) => void;
  /** A downloaded picture's file below the articles folder, by the address it came from. */
  readonly picture: (address: string) => string | undefined;
  readonly keepPicture: (address: string, file: string) => void;
  /** Writes what has changed; the same memories give the same bytes. */
  readonly save: () => void;
}

const FILE = '.import.json';
const VERSION = 1;

interface Stored {
  readonly version: number;
  readonly feeds: readonly KnownFeed[];
  readonly stories: readonly KnownStory[];
  readonly pictures: readonly (readonly [address: string, file: string])[];
}

/**
 * @param folder the articles folder
 * @throws UserError where the file is there and can't be understood: to go on would import everything twice.
 */
export function openImportState(folder: string): ImportState {
  const path = join(folder, FILE);
  const stored = withoutTheGone(readStored(path), folder);
  const feeds = new Map(stored.feeds.map((feed) => [feed.id, feed]));
  const stories = new Map(stored.stories.map((story) => [story.file, story]));
  const files = new Map(stored.stories.flatMap(({ keys, file }) => keys.map((key) => [key, file] as const)));
  const pictures = new Map(stored.pictures);
  return {
    feeds: () => feeds.values(),
    keepFeed: (feed) => feeds.set(feed.id, feed),
    story: (key) => stories.get(files.get(key) ?? ''),
    storyAt: (file) => stories.get(file),
    keepStory(story) {
      stories.set(story.file, story);
      for (const key of story.keys) files.set(key, story.file);
    },
    picture: (address) => pictures.get(addressSum(address)),
    keepPicture: (address, file) => pictures.set(addressSum(address), file),
    save() {
      const now = { feeds: [...feeds.values()], stories: [...stories.values()], pictures: [...pictures] };
      if (now.feeds.length > 0) writeWhole(path, textOf(now));
    },
  };
}

/** What stands for an address: it may hold a subscriber's key, and the file may be public. */
export function addressSum(address: string): string {
  return contentSum(address).slice(0, 20);
}

/** One record a line, sorted, so that two versions are easily compared and merged. */
function textOf({ feeds, stories, pictures }: Omit<Stored, 'version'>): string {
  const lines = (records: readonly unknown[]): string =>
    records.map((record) => `\n  ${JSON.stringify(record)}`).join(',');
  const byFolder = (one: KnownFeed, other: KnownFeed) => (one.folder < other.folder ? -1 : 1);
  const byFile = (one: KnownStory, other: KnownStory) => (one.file < other.file ? -1 : 1);
  const parts = [
    ` "version": ${VERSION}`,
    ` "feeds": [${lines(feeds.toSorted(byFolder))}\n ]`,
    ` "stories": [${lines(stories.toSorted(byFile))}\n ]`,
    ` "pictures": [${lines(pictures.toSorted(([, one], [, other]) => (one < other ? -1 : 1)))}\n ]`,
  ];
  return `{\n${parts.join(',\n')}\n}\n`;
}

function readStored(path: string): Stored {
  if (!existsSync(path)) return { version: VERSION, feeds: [], stories: [], pictures: [] };
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`${path}: cannot be read: ${reason}; mend it, or delete it to begin anew`);
  }
  if (!isStored(value)) throw new UserError(`${path}: is not what this program wrote; delete it to begin anew`);
  if (value.version > VERSION) throw new UserError(`${path}: was written by a newer version of this program`);
  return value;
}

function isStored(value: unknown): value is Stored {
  if (typeof value !== 'object' || value === null) return false;
  const { version, feeds, stories, pictures } = value as Partial<Stored>;
  if (typeof version !== 'number' || version > VERSION) return typeof version === 'number';
  return (
    isListOf(feeds, ({ id, folder }: Partial<KnownFeed>) => typeof id === 'string' && isInner(folder)) &&
    isListOf(stories, ({ file, sum, keys }: Partial<KnownStory>) => {
      return isInner(file) && typeof sum === 'string' && isListOf(keys, (key) => typeof key === 'string');
    }) &&
    isListOf(pictures, (pair: readonly unknown[]) => typeof pair[0] === 'string' && isInner(pair[1]))
  );
}

function isListOf<Item>(value: unknown, test: (item: Item) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => item !== null && item !== undefined && test(item as Item));
}

/** A path that can't lead out of the folder, whoever wrote it down. */
function isInner(path: unknown): boolean {
  return typeof path === 'string' && /^[^\\/\0]/.test(path) && !path.split(/[\\/]/).includes('..');
}

/**
 * Whoever removes a feed's whole folder, or all articles, begins anew with it; whoever removes one article doesn't want it
 * back.
 */
function withoutTheGone(stored: Stored, folder: string): Stored {
  const isThere = (path: string): boolean => existsSync(join(folder, path));
  const pictures = stored.pictures.filter(([, file]) => isThere(file));
  const isEmptied = stored.stories.length > 0 && !stored.stories.some(({ file }) => isThere(file));
  if (isEmptied) return { ...stored, feeds: [], stories: [], pictures };
  const folders = new Map(stored.feeds.map((feed) => [feed.id, isThere(feed.folder)]));
  const stories = stored.stories.filter(({ feed }) => folders.get(feed) ?? false);
  // A feed that has brought nothing yet has no folder to miss.
  const bringers = new Set(stored.stories.map(({ feed }) => feed));
  const feeds = stored.feeds.filter(({ id }) => folders.get(id) || !bringers.has(id));
  return { ...stored, feeds, stories, pictures };
}
