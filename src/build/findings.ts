import type { WrittenReference } from '../article/local-references.ts';
import type { Problem } from '../article/problem.ts';
import type { Row } from '../edition/row.ts';

/**
 * What reading an article's body found out: made in one place (`readPage`), kept with its page, and given to everyone who
 * needs it afterwards, whether the page was printed now or by an earlier build. Plain data: it travels from workers to the
 * press and lies in the cache as JSON. All of an edition is never held at once beyond the cache's own copy.
 */
export interface Findings {
  readonly row: Row;
  /** Relative addresses in its text and front matter. */
  readonly written: readonly WrittenReference[];
  /** Of the body; those of the front matter are the edition's. */
  readonly problems: readonly Problem[];
}
