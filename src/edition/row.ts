/** A name people read and the slug its address uses. */
export interface Named {
  readonly name: string;
  readonly slug: string;
}

export interface Cover {
  /** Absolute `https:` address, or root-relative inside the site (`/media/…`) without the base path. */
  readonly src: string;
  /** Pixels, where known without loading the picture. */
  readonly width?: number;
  readonly height?: number;
}

/** What a list shows of one article, and what stands at the head of its page. */
export interface Row {
  readonly id: string;
  readonly title: string;
  readonly excerpt: string;
  /** Milliseconds since 1970, or null where unknown. */
  readonly date: number | null;
  readonly source: Named | null;
  /** Outermost level first; never empty (未分类 where the file has none). */
  readonly category: readonly Named[];
  readonly cover: Cover | null;
  readonly lang: string;
  /** Whole minutes of reading, at least 1. */
  readonly minutes: number;
}

/** Another article as a link: previous, next. */
export interface RowLink {
  readonly id: string;
  readonly title: string;
}

/** Another article as a link that says whose it is and when it came: a related one, a copy. */
export interface StoryLink extends RowLink {
  readonly source: string | null;
  /** Milliseconds since 1970, or null where unknown. */
  readonly date: number | null;
}

/** What else there is to read beside an article. */
export interface MoreStories {
  /** How many others tell the story in nearly the same words. */
  readonly copyCount: number;
  /** The first of them, oldest first. */
  readonly copies: readonly StoryLink[];
  /** The nearest first. */
  readonly related: readonly StoryLink[];
}
