/** The worker's file, below the base: a fixed name, because browsers ask for it again by that. */
export const WORKER_FILE = 'sw.js';

/** What the worker keeps before anybody has asked for it; the build puts the list into the worker. */
export interface ShellFiles {
  /** Below the base: scripts, named by their content. */
  readonly files: readonly string[];
  /** Changes with everything the page for "no network" is made of. */
  readonly version: string;
}
