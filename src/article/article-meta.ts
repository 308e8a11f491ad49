/** What the front matter says of an article, read with care; nothing here comes from the body. */
export interface ArticleMeta {
  /** One line of text; empty where the file has none (the body's first words then stand in). */
  readonly title: string;
  /** Milliseconds since 1970; null where the date is missing or is no date. */
  readonly date: number | null;
  readonly updated: number | null;
  /** A path of levels as written, outermost first; empty where there is none. */
  readonly categories: readonly string[];
  /** The feed or site the article came from; empty where unknown. */
  readonly source: string;
  /** An absolute `https:` address or a path relative to the file; null where there is no real picture. */
  readonly cover: string | null;
  readonly description: string;
  readonly tags: readonly string[];
  /** `id`, `slug` or `abbrlink` as written, not yet checked to be safe or unique. */
  readonly slug: string | null;
  /** Former addresses, as written. */
  readonly aliases: readonly string[];
  readonly draft: boolean;
  /** A BCP 47 tag where the file names one. */
  readonly lang: string | null;
  /** Where the article was first published, where the file says so. */
  readonly original: string | null;
}
