import type { Outcome } from './shelf.ts';

/** What a run has done, counted. */
export interface Tally {
  readonly outcomes: Record<Outcome, number>;
  sources: number;
  /** Sources nothing could be had from. */
  failed: number;
  /** Sources that have not changed since the last time. */
  unchanged: number;
  warnings: number;
  errors: number;
}

export function emptyTally(): Tally {
  return {
    outcomes: { new: 0, updated: 0, unchanged: 0, elsewhere: 0, removed: 0, edited: 0 },
    ...{ sources: 0, failed: 0, unchanged: 0, warnings: 0, errors: 0 },
  };
}

const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** Two lines: what became of the stories, and from how many sources. */
export function summaryOf(tally: Tally, pictures: number, milliseconds: number, folder: string): string {
  const { outcomes } = tally;
  const seldom = [
    [outcomes.edited, 'kept as edited by hand'],
    [outcomes.removed, 'stay deleted'],
    [outcomes.elsewhere, 'there from another feed'],
  ] as const;
  const stories = [
    `${outcomes.new} new`,
    `${outcomes.updated} updated`,
    `${outcomes.unchanged} unchanged`,
    ...seldom.flatMap(([count, what]) => (count === 0 ? [] : `${count} ${what}`)),
    plural(tally.warnings, 'warning'),
    plural(tally.errors, 'error'),
  ];
  const sources = [
    plural(tally.sources, 'source'),
    ...(tally.unchanged === 0 ? [] : [`${tally.unchanged} as before`]),
    ...(tally.failed === 0 ? [] : [`${tally.failed} failed`]),
    ...(pictures === 0 ? [] : [plural(pictures, 'picture')]),
    `${(milliseconds / 1000).toFixed(1)} s`,
  ];
  return `${stories.join(' · ')}\n${sources.join(' · ')} → ${folder}`;
}
