export interface LoadOnce<Key, Value> {
  (key: Key): Promise<Value>;
  /** Whether the value is there, or on its way. */
  readonly has: (key: Key) => boolean;
  /** Makes the next call load again. */
  readonly forget: (key: Key) => void;
}

/**
 * Runs `load` at most once for each key; a failed load is forgotten, so that it can be tried again. With `most` only so many
 * values are kept; those go first that were not asked for longest.
 */
export function loadOnce<Key, Value>(
  load: (key: Key) => Promise<Value>,
  most = Number.POSITIVE_INFINITY,
): LoadOnce<Key, Value> {
  const running = new Map<Key, Promise<Value>>();
  const loadKey = (key: Key) => {
    const known = running.get(key);
    if (known) {
      running.delete(key);
      running.set(key, known);
      return known;
    }
    const promise = load(key).catch((error: unknown) => {
      running.delete(key);
      throw error;
    });
    running.set(key, promise);
    const oldest = running.keys().next();
    if (running.size > most && !oldest.done) running.delete(oldest.value);
    return promise;
  };
  const forget = (key: Key) => void running.delete(key);
  return Object.assign(loadKey, { forget, has: (key: Key) => running.has(key) });
}
