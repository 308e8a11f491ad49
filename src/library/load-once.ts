/** Runs `load` at most once for each key; a failed load is forgotten, so that it can be tried again. */
export function loadOnce<Key, Value>(load: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const running = new Map<Key, Promise<Value>>();
  return (key) => {
    const known = running.get(key);
    if (known) return known;
    const promise = load(key).catch((error: unknown) => {
      running.delete(key);
      throw error;
    });
    running.set(key, promise);
    return promise;
  };
}
