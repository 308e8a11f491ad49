/** An entry of a feed, or a saved page, ready to be written as an article. */
export interface Story {
  /** What the feed calls it; null where it gives no name. */
  readonly guid: string | null;
  /** Where it stands on the web, without what counts readers; null where nobody says. */
  readonly link: string | null;
  /** One line; empty where it has none. */
  readonly title: string;
  /** As the feed has it, addresses made whole. */
  readonly html: string;
  /** One line; empty where there is none beside the text. */
  readonly summary: string;
  /** Milliseconds since 1970; null where unknown. */
  readonly date: number | null;
  readonly updated: number | null;
  /** The feed or site it is from. */
  readonly source: string;
  /** Who wrote it; empty where nobody says. */
  readonly writer: string;
  readonly tags: readonly string[];
  /** An absolute address, or null. */
  readonly cover: string | null;
  /** A BCP 47 tag, where the text doesn't tell by itself. */
  readonly language: string | null;
}

/** A story with its place in the feed, for those who tell of it. */
export interface PlacedStory extends Story {
  readonly number: number;
  readonly line: number | null;
}
