/** What a change makes of a value. Must give a new value and leave the old one alone; may be run more than once. */
export type Change<Value> = (value: Value) => Value;

/** A value that outlives the page where the browser lets it, and lives as long as the page where not. */
export interface Kept<Value> {
  /** The same object until it changes: a snapshot for `useSyncExternalStore`. */
  readonly get: () => Value;
  /** Never throws: what can't be stored is held in memory. */
  readonly update: (change: Change<Value>) => void;
  /** Whether all changes made here are stored, and will be there the next time. */
  readonly isStored: () => boolean;
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

/** Empty where nothing is stored, or nothing may be read. */
function readText(area: () => Storage | null, key: string): string {
  try {
    return area()?.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** Null where nothing is stored, or nothing that can be read. */
function readRecord(text: string): StoredRecord | null {
  try {
    return asRecord(JSON.parse(text));
  } catch {
    return null;
  }
}

/** What was written; null where nothing could be. */
function writeRecord(area: () => Storage | null, key: string, record: StoredRecord): string | null {
  try {
    const storage = area();
    const text = JSON.stringify(record);
    storage?.setItem(key, text);
    return storage ? text : null;
  } catch {
    return null;
  }
}

/**
 * Keeps a value in the browser's storage, which is read when the value is first wanted. Changes are made to what is stored
 * now, so two tabs don't undo each other's; those that couldn't be stored (it is full, blocked, or holds what a newer program
 * wrote) are made again on whatever comes. What can't be read takes nothing from a value that is known.
 */
export function keepValue<Value>(options: KeptOptions<Value>): Kept<Value> {
  const { key, version, parse, initial, area = () => window.localStorage } = options;
  const listeners = new Set<() => void>();
  let unstored: readonly Change<Value>[] = [];
  let known: { readonly value: Value; readonly text: string } | null = null;

  const parsed = (record: StoredRecord | null): Value => {
    try {
      return record ? parse(record.data, record.version) : initial;
    } catch {
      return initial;
    }
  };

  /** What a stored text says, and what could not be stored. */
  const read = (text: string): Value => {
    const record = readRecord(text);
    if (record === null && text !== '' && known) return known.value;
    return unstored.reduce((value, change) => change(value), parsed(record));
  };

  const current = () => {
    if (known) return known;
    const text = readText(area, key);
    known = { value: read(text), text };
    return known;
  };

  const set = (value: Value, text: string) => {
    known = { value, text };
    for (const listener of listeners) listener();
  };

  const reread = () => {
    const text = readText(area, key);
    if (text !== current().text) set(read(text), text);
  };

  const onStorage = (event: StorageEvent) => {
    // Without a key everything was cleared at once.
    if (event.key === key || event.key === null) reread();
  };

  return {
    get: () => current().value,
    update(change) {
      const before = readText(area, key);
      const next = change(read(before));
      unstored = [...unstored, change];
      // What a newer program stored may mean more than this one knows.
      const mayWrite = (readRecord(before)?.version ?? 0) <= version;
      const written = mayWrite ? writeRecord(area, key, { version, data: next }) : null;
      if (written !== null) unstored = [];
      set(next, written ?? before);
    },
    isStored: () => unstored.length === 0,
    subscribe(listener) {
      if (listeners.size === 0) {
        window.addEventListener('storage', onStorage);
        // Nobody has listened to other tabs until now.
        if (known) reread();
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) window.removeEventListener('storage', onStorage);
      };
    },
  };
}
