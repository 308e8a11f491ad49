/** What was wrong with a file: one line of the build's output and one entry of the report. */
export interface Problem {
  /** The file's path inside the articles folder, with `/`. */
  readonly file: string;
  /** One-based line in the file. */
  readonly line: number;
  /** `warning`: published all the same. `error`: left out. */
  readonly level: 'warning' | 'error';
  /** What is wrong, quoting the value where that helps. */
  readonly reason: string;
  /** What the owner can do about it, or what was done instead. */
  readonly hint: string;
}
