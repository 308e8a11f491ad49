/** What a change makes of a value. Must give a new value and leave the old one alone; may be run more than once. */
export type Change<Value> = (value: Value) => Value;

/** A value that outlives the page where the browser lets it, and lives as long as the page where not. */
export interface Kept<Value> {
  /** The same object until it changes: a snapshot for `useSyncExternalStore`. */
  readonly get: () => Value;
  /** Never throws: what can't be stored is held in memory. */
  readonly update: (change: Change<Value>) => void;
  /** Calls back when the value has changed, here or in another tab; returns the way out. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface KeptOptions<Value> {
  /** The key in the browser's storage. */
  readonly key: string;
  /** Grows when stored values change their shape so that an older program would misread them. */
  readonly version: number;
  /** What was stored → a value. Gets whatever was there, also from other versions: what it can't use it leaves out. */
  readonly parse: (data: unknown, version: number) => Value;
  readonly initial: Value;
  /** A parameter because asking for it may throw, and because tests have none. */
  readonly area?: () => Storage | null;
}

interface StoredRecord {
  readonly version: number;
  readonly data: unknown;
}

function asRecord(value: unknown): StoredRecord | null {
  if (typeof value !== 'object' || value === null || !('version' in value) || !('data' in value)) return null;
  return typeof value.version === 'number' ? { version: value.version, data: value.data } : null;
}

/** Null where nothing is stored, or nothing that can be read. */
function readRecord(area: () => Storage | null, key: string): StoredRecord | null {
  try {
    const text = area()?.getItem(key);
    return text ? asRecord(JSON.parse(text)) : null;
  } catch {
    return null;
  }
}

function writeRecord(area: () => Storage | null, key: string, record: StoredRecord): boolean {
  try {
    const storage = area();
    storage?.setItem(key, JSON.stringify(record));
    return Boolean(storage);
  } catch {
    return false;
  }
}

/**
 * Keeps a value in the browser's storage. Changes are made to what is stored now, so two tabs don't undo each other's; those
 * that couldn't be stored (it is full, blocked, or holds what a newer program wrote) are made again on whatever comes.
 */
export function keepValue<Value>(options: KeptOptions<Value>): Kept<Value> {
  const { key, version, parse, initial, area = () => window.localStorage } = options;
  const listeners = new Set<() => void>();
  let unstored: readonly Change<Value>[] = [];

  const stored = (record: StoredRecord | null): Value => {
    try {
      return record ? parse(record.data, record.version) : initial;
    } catch {
      return initial;
    }
  };
  const changed = (record: StoredRecord | null) => unstored.reduce((last, change) => change(last), stored(record));

  let value = stored(readRecord(area, key));

  const set = (next: Value) => {
    value = next;
    for (const listener of listeners) listener();
  };

  const reread = (event: StorageEvent) => {
    // Without a key everything was cleared at once.
    if (event.key === key || event.key === null) set(changed(readRecord(area, key)));
  };

  return {
    get: () => value,
    update(change) {
      const record = readRecord(area, key);
      unstored = [...unstored, change];
      const next = changed(record);
      // What a newer program stored may mean more than this one knows.
      const mayWrite = record === null || record.version <= version;
      if (mayWrite && writeRecord(area, key, { version, data: next })) unstored = [];
      set(next);
    },
    subscribe(listener) {
      if (listeners.size === 0) window.addEventListener('storage', reread);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) window.removeEventListener('storage', reread);
      };
    },
  };
}
