import type { BodyFormat, LocalReference } from '../article/body.ts';
import type { EditionFigures } from './edition-figures.ts';
import type { MoreStories, Named, Row, RowLink, StoryLink } from './row.ts';

/** Articles in one sheet; what the list shows of 32 articles, oldest first. */
export const SHEET_SIZE = 32;
/** Articles in one pack; the raw texts of 8 articles, oldest first. */
export const PACK_SIZE = 8;

export interface CategoryNode extends Named {
  /** Slugs from the outermost level down to this one: `finance/markets`. Unique. */
  readonly path: string;
  /** Index of the parent in the same list, or -1. Parents stand before children. */
  readonly parent: number;
  /** Articles in it and below it. */
  readonly count: number;
}

export interface SourceNode extends Named {
  readonly count: number;
}

/** A category beside a list; its count is null on pages that are printed without counts. */
export type ListedCategory = Omit<CategoryNode, 'count'> & { readonly count: number | null };

/** A source beside a list, in the same way. */
export type ListedSource = Named & { readonly count: number | null };

/**
 * `data/edition.json`. It and the tables of names (see file-names.ts) have fixed names; all other data files carry a hash and
 * never change.
 * Positions are counted oldest first, so that news added at the new end moves nothing.
 */
export interface EditionIndex {
  readonly count: number;
  readonly categories: readonly CategoryNode[];
  readonly sources: readonly SourceNode[];
  /** File name of the columns, below `data/`. */
  readonly columns: string;
  /** Another whenever anything in the edition is. */
  readonly stamp: string;
}

/** One sheet file: rows oldest first; sheet k holds positions 32k … 32k+31, pack k positions 8k … 8k+7. */
export type Sheet = readonly Row[];

/** One entry of a pack module's default export (an array): the raw article, front matter and all. */
export interface PackEntry {
  readonly id: string;
  /** The file's path inside the articles folder. */
  readonly file: string;
  readonly format: BodyFormat;
  /** The decoded text of the whole file. */
  readonly text: string;
  /** Where the front matter ends and the body begins in it. */
  readonly bodyStart: number;
  readonly references: Readonly<Record<string, LocalReference>>;
  /** The file is larger than what was read of it. */
  readonly isCut?: boolean;
  /** Where the front matter says the article was first published. */
  readonly original?: string;
}

/** Near-identical articles of a printed list, which stand in one row. */
export interface ListedCopies {
  /** Which of the page's rows shows them, and which of them don't show. */
  readonly row: number;
  readonly folded: readonly number[];
  /** How many the whole list holds besides the one that shows. */
  readonly count: number;
  /** The first of them, newest first. */
  readonly links: readonly StoryLink[];
}

/** The lists of a reader's own marks. */
export type MarkList = 'saved' | 'history';

export type ListFilter =
  | { readonly kind: 'all' }
  | { readonly kind: 'category'; readonly path: string }
  | { readonly kind: 'source'; readonly slug: string };

/**
 * What a static page carries for the app that takes it over, as JSON in
 * `<script type="application/json" id="page-data">`; the same object rendered the page.
 */
export type PageData =
  | {
      readonly kind: 'list';
      readonly filter: ListFilter;
      /** The category's or source's names, outermost first; empty for the home list. */
      readonly names: readonly Named[];
      /** Articles in the list, of which `rows` are the newest at most 32, newest first. */
      readonly total: number;
      readonly rows: readonly Row[];
      /** Where some of the rows tell one story. */
      readonly copies?: readonly ListedCopies[];
      /** What stands beside the list, as far as it is shown. */
      readonly categories: readonly ListedCategory[];
      readonly sources: readonly ListedSource[];
      /** Where a printed list goes on: the page of older articles, at the first that is not in `rows`. */
      readonly older?: string;
    }
  | {
      readonly kind: 'article';
      readonly row: Row;
      /** The article's position, oldest first. */
      readonly position: number;
      /** The next newer and the next older article. */
      readonly newer: RowLink | null;
      readonly older: RowLink | null;
      /** Only for the printed head, and only where the file says so: milliseconds since 1970; words. */
      readonly updated?: number;
      readonly tags?: readonly string[];
      /**
       * What else there is to read; null where nobody has looked yet. It stands in the article's page and nowhere else: of all
       * files the page alone may change with the news, so an app that has come by rows and packs asks the page for it.
       */
      readonly more: MoreStories | null;
    }
  /** A page of the reader's own marks: printed empty, the same for everybody. */
  | { readonly kind: 'marks'; readonly list: MarkList }
  /** The page for "no network", which stands in for any other. */
  | { readonly kind: 'offline' }
  | {
      readonly kind: 'about';
      readonly count: number;
      readonly sources: readonly SourceNode[];
      /** Absent in development, which has read no body. */
      readonly figures?: EditionFigures;
    }
  | { readonly kind: 'not-found' };
