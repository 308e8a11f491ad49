import { oneLine } from '../build/report.ts';

/** Something to tell about a source or one of its entries. */
export interface ImportProblem {
  /** The source, with the entry's place in it: `blog.xml:41 “High tide”`. */
  readonly where: string;
  readonly level: 'warning' | 'error';
  readonly reason: string;
  readonly hint: string;
}

/** `where: level: reason (hint)`, as the build says it; always one line. */
export function reportLine({ where, level, reason, hint }: ImportProblem): string {
  return oneLine(`${where}: ${level}: ${reason}${hint === '' ? '' : ` (${hint})`}`);
}
