/** Something that was done to many articles at once, and what takes it back. */
export interface BulkAction {
  readonly kind: 'cleared' | 'caught-up' | 'merged';
  /** Articles it was done to. */
  readonly count: number;
  readonly undo: () => void;
}

const listeners = new Set<() => void>();
let last: BulkAction | null = null;

/** The last one: it can be taken back as long as the document lives, from wherever the reader has gone meanwhile. */
export const lastAction = {
  get: (): BulkAction | null => last,
  set(action: BulkAction | null): void {
    last = action;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
