/** The list the reader was in last: keys lead on in it, and back to it. */
export interface ListStop {
  /** Positions of its articles, in its order; null while they are not known. */
  readonly positions: Int32Array | null;
  /** The number the router gave its entry in the history; null where it gave none. */
  readonly entry: number | null;
}

/** The number of the open page's entry in the history, as the router counts them. */
export function historyEntry(): number | null {
  const state: unknown = window.history.state;
  return typeof state === 'object' && state !== null && 'idx' in state && typeof state.idx === 'number'
    ? state.idx
    : null;
}

/**
 * The articles beside one, nearest first: in the list it was opened from, else in the whole edition, newest first.
 * @param step 1: further down the list; -1: further up
 */
export function* positionsBeside(
  position: number,
  step: 1 | -1,
  list: Int32Array | null,
  count: number,
): Generator<number> {
  const at = list?.indexOf(position) ?? -1;
  if (list && at !== -1) {
    for (let place = at + step; place >= 0 && place < list.length; place += step) yield list[place] ?? 0;
    return;
  }
  for (let next = position - step; next >= 0 && next < count; next -= step) yield next;
}
