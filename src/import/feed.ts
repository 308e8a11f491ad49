/** Words of a feed and how they are to be read. */
export interface Words {
  readonly kind: 'html' | 'text';
  readonly value: string;
}

/** A file an entry comes with: an episode, a document. */
export interface Enclosure {
  readonly address: string;
  /** As the feed says: `audio/mpeg`; empty where it doesn't. */
  readonly type: string;
  /** Null where unknown. */
  readonly bytes: number | null;
}

/** One entry of a feed of any kind, before anything is made of it: values as written. */
export interface EntryDraft {
  readonly guid: string | null;
  /** Candidates, the best first; perhaps relative, perhaps no address at all. */
  readonly links: readonly string[];
  readonly title: Words | null;
  /** Candidates for the text, the fullest first. */
  readonly texts: readonly Words[];
  readonly summary: Words | null;
  /** Candidates for the day it was published, the best first. */
  readonly dates: readonly string[];
  readonly updates: readonly string[];
  readonly writers: readonly string[];
  /** The feed it was taken over from, where this is a feed of feeds. */
  readonly source: string | null;
  readonly tags: readonly string[];
  /** Candidates for its picture, the best first. */
  readonly pictures: readonly string[];
  readonly enclosures: readonly Enclosure[];
  readonly language: string | null;
  /** What the entry's relative addresses count from, perhaps relative to the feed's own. */
  readonly base: string | null;
  /** What those of its text count from, perhaps relative to `base`. */
  readonly textBase: string | null;
  /** A player that is all there is to see. */
  readonly player: string | null;
}

/** An entry as it stands in a feed. */
export interface PlacedEntry {
  /** Counts from 1. */
  readonly number: number;
  /** One-based line in the feed; null where unknown. */
  readonly line: number | null;
  readonly draft: EntryDraft;
}

/** Something wrong with one entry, or with the feed. */
export interface FeedProblem {
  readonly number: number | null;
  readonly line: number | null;
  readonly level: 'warning' | 'error';
  readonly reason: string;
  readonly hint: string;
}

/** A feed of any kind. */
export interface Feed {
  readonly title: Words | null;
  /** Its site, perhaps relative. */
  readonly home: string | null;
  /** What it calls itself: its id, or its own address. */
  readonly self: string | null;
  readonly language: string | null;
  /** What its relative addresses count from. */
  readonly base: string | null;
  readonly entries: readonly PlacedEntry[];
  readonly problems: readonly FeedProblem[];
}
